import type { Locator, Page } from '@playwright/test';
import { chromiumLaunch } from '../processes/chromium.js';
import { Api } from './api.js';
import { Conversation, privateChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { expect, type Arrive } from './stage.js';

/**
 * A microphone that beeps, a camera with a moving picture, and somebody who allows both. With 20
 * pictures a second as by itself, four browsers would fill two cores with pictures alone.
 */
export const withDevices = {
  launchOptions: {
    ...chromiumLaunch,
    args: [
      ...chromiumLaunch.args,
      '--use-fake-device-for-media-stream=fps=10',
      '--use-fake-ui-for-media-stream',
    ],
  },
};

/** Numbers of what comes in, of all peer connections of a page. */
export interface Incoming {
  readonly audioPackets: number;
  /** Sum of the squares of what was heard, times seconds: as `totalAudioEnergy` in WebRTC. */
  readonly energy: number;
  readonly frames: number;
  /** Of the pair that is in use: `udp`, and where from. */
  readonly protocol: string;
  readonly candidateType: string;
}

/** The page of somebody who can call. */
export class Caller {
  readonly chat;
  readonly stage;
  readonly incoming;

  constructor(
    readonly page: Page,
    readonly chatId: string,
    readonly name: string,
  ) {
    this.chat = new Conversation(page);
    this.stage = page.getByRole('region', { name: /^Call with / });
    this.incoming = page.getByRole('alertdialog', { name: /^Incoming / });
  }

  /** A button of the call that is shown. */
  button(name: string) {
    return this.stage.getByRole('button', { name, exact: true });
  }

  async call(kind: 'Voice call' | 'Video call'): Promise<void> {
    await this.page.getByRole('button', { name: kind }).click();
    await expect(this.stage).toBeVisible();
  }

  /** Something of the menu of the call. */
  async choose(item: string): Promise<void> {
    await this.button('More').click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Calls the group, with what one has looked at before. */
  async callGroup(kind: 'Voice call' | 'Video call'): Promise<void> {
    await this.page.getByRole('button', { name: kind }).click();
    await this.goIn();
  }

  /** Joins the call that runs with so many in it. */
  async join(people: number): Promise<void> {
    await this.page.getByRole('button', { name: `Join · ${people}` }).click();
    await this.goIn();
  }

  get preview(): Locator {
    return this.page.getByRole('dialog', { name: /^Call with / });
  }

  async goIn(): Promise<void> {
    await this.preview.getByRole('button', { name: 'Join the call' }).click();
    await expect(this.stage).toBeVisible();
  }

  async answer(name: 'Accept' | 'Accept with camera' | 'Accept without camera'): Promise<void> {
    await this.incoming.getByRole('button', { name, exact: true }).click();
    await expect(this.stage).toBeVisible();
  }

  async mustTalk(): Promise<void> {
    await expect(this.stage.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
  }

  numbers(): Promise<Incoming> {
    return this.page.evaluate(readIncoming);
  }

  /** Codec and layers of each stream of pictures that leaves. */
  sentPictures(): Promise<(readonly [codec?: string, layers?: string])[]> {
    return this.page.evaluate(readSentPictures);
  }

  /** Px of the last picture that came. */
  incomingHeight(): Promise<number> {
    return this.page.evaluate(readIncomingHeight);
  }

  /** A name of the way on which media leave: another one after each search. */
  wayOut(): Promise<string> {
    return this.page.evaluate(readWayOut);
  }

  /** How the first peer connection of the page does. */
  firstWay(): Promise<RTCPeerConnectionState | undefined> {
    return this.page.evaluate(readFirstWay);
  }

  /** How loud the next two seconds of the other one are; of silence, nothing. */
  async loudness(): Promise<number> {
    const { audioPackets, energy } = await this.numbers();
    await expect
      .poll(async () => (await this.numbers()).audioPackets)
      .toBeGreaterThan(audioPackets + 100);
    return (await this.numbers()).energy - energy;
  }

  /** What plays the voice of the other one, or of the first of the others. */
  get voice(): Locator {
    return this.stage.locator('app-call-sounds audio').first();
  }

  /** How many packets of somebody's voice have come, as what the room sends names them. */
  voicePackets(userId: string): Promise<number> {
    return this.page.evaluate(readVoicePackets, userId);
  }

  /** What comes from somebody's camera. */
  pictureOf(other: Caller) {
    return this.tile(other.name).locator('video');
  }

  /** Their camera moves, and is not black. */
  async mustSee(other: Caller): Promise<void> {
    await this.mustMove(this.pictureOf(other));
  }

  async mustSeeScreenOf(other: Caller): Promise<void> {
    await this.mustMove(this.tile(`${other.name}: screen`).locator('video'));
  }

  tile(words: string): Locator {
    const label = this.page.getByText(words, { exact: true });
    return this.stage.locator('app-call-tile').filter({ has: label });
  }

  private async mustMove(picture: Locator): Promise<void> {
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate(isBlack)).toBe(false);
    const { frames } = await this.numbers();
    await expect.poll(async () => (await this.numbers()).frames).toBeGreaterThan(frames + 5);
  }
}

/** Two people who have a chat of their own open. */
export async function twoCallers(arrive: Arrive): Promise<{ ada: Caller; bob: Caller }> {
  const [ada, bob] = [await arrive('Ada'), await arrive('Bob')];
  const chatId = await directChat(ada, bob);
  return { ada: await callerIn(ada, chatId, 'Ada'), bob: await callerIn(bob, chatId, 'Bob') };
}

/** So many people with a channel of theirs open, the first of whom has made it. */
export async function crew(arrive: Arrive, ...names: readonly string[]): Promise<Caller[]> {
  const pages = [];
  for (const name of names) pages.push(await arrive(name));
  const apis = await Promise.all(pages.map((page) => Api.of(page)));
  const chatId = await privateChannel(apis[0]!, 'Crew');
  for (const api of apis.slice(1)) await letIn(apis[0]!, api, chatId);
  const callers = [];
  for (const [at, page] of pages.entries()) callers.push(await callerIn(page, chatId, names[at]!));
  return callers;
}

/** The id of the chat that these two have. */
export async function directChat(one: Page, other: Page): Promise<string> {
  const { id } = await (await Api.of(other)).get<{ id: string }>('/api/auth/me');
  const chat = { type: 'direct', memberIds: [id] };
  return (await (await Api.of(one)).post<{ id: string }>('/api/chats', chat)).id;
}

/** Opens the chat in a page of somebody, unless it is open there. */
export async function callerIn(page: Page, chatId: string, name: string): Promise<Caller> {
  const path = `/c/${chatId}`;
  if (!page.url().endsWith(path)) await page.goto(path);
  await page.evaluate(watchPeers);
  await expect(page.getByRole('button', { name: 'Voice call' })).toBeEnabled();
  return new Caller(page, chatId, name);
}

/** From now on the page remembers its peer connections. */
export function watchPeers(): void {
  const peers: RTCPeerConnection[] = [];
  const Native = RTCPeerConnection;
  Object.assign(globalThis, {
    peers,
    RTCPeerConnection: class extends Native {
      constructor(config?: RTCConfiguration) {
        super(config);
        peers.push(this);
      }
    },
  });
}

/** What is read of several kinds of reports. */
interface Report {
  readonly type: string;
  readonly kind?: string;
  readonly packetsReceived?: number;
  readonly totalAudioEnergy?: number;
  readonly framesDecoded?: number;
  readonly frameHeight?: number;
  readonly codecId?: string;
  readonly mimeType?: string;
  readonly scalabilityMode?: string;
  readonly nominated?: boolean;
  readonly localCandidateId?: string;
  readonly protocol?: string;
  readonly candidateType?: string;
  readonly mid?: string;
}

async function readVoicePackets(userId: string): Promise<number> {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  let packets = 0;
  for (const peer of peers.filter(({ connectionState }) => connectionState === 'connected')) {
    const parts = (peer.remoteDescription?.sdp ?? '').split('\r\nm=');
    const theirs = parts.filter((part) => part.includes(`a=msid:${userId}-person`));
    const mids = theirs.map((part) => /a=mid:(\S+)/.exec(part)?.[1]);
    (await peer.getStats()).forEach(({ type, kind, mid, packetsReceived = 0 }: Report) => {
      const isVoice = type === 'inbound-rtp' && kind === 'audio';
      if (isVoice && mids.includes(mid)) packets += packetsReceived;
    });
  }
  return packets;
}

async function readIncoming(): Promise<Incoming> {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  const reports = new Map<string, Report>();
  for (const peer of peers.filter(({ connectionState }) => connectionState === 'connected'))
    (await peer.getStats()).forEach((report: Report, id: string) => reports.set(id, report));
  const all = [...reports.values()];
  const inbound = (kind: string) =>
    all.filter((report) => report.type === 'inbound-rtp' && report.kind === kind);
  const sum = (kind: string, field: 'packetsReceived' | 'totalAudioEnergy' | 'framesDecoded') =>
    inbound(kind).reduce((total, report) => total + (report[field] ?? 0), 0);
  const pair = all.find(({ type, nominated }) => type === 'candidate-pair' && nominated);
  const { protocol = '', candidateType = '' } = reports.get(pair?.localCandidateId ?? '') ?? {};
  return {
    audioPackets: sum('audio', 'packetsReceived'),
    energy: sum('audio', 'totalAudioEnergy'),
    frames: sum('video', 'framesDecoded'),
    protocol,
    candidateType,
  };
}

async function readSentPictures(): Promise<(readonly [codec?: string, layers?: string])[]> {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  const sent: (readonly [codec?: string, layers?: string])[] = [];
  for (const peer of peers) {
    const reports = await peer.getStats();
    (reports as ReadonlyMap<string, Report>).forEach(({ type, kind, codecId, scalabilityMode }) => {
      if (type !== 'outbound-rtp' || kind !== 'video') return;
      const { mimeType } = (reports as ReadonlyMap<string, Report>).get(codecId!) ?? {};
      sent.push([mimeType, scalabilityMode]);
    });
  }
  return sent;
}

async function readIncomingHeight(): Promise<number> {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  let height = 0;
  for (const peer of peers)
    (await peer.getStats()).forEach(({ type, kind, frameHeight }: Report) => {
      if (type === 'inbound-rtp' && kind === 'video') height = frameHeight ?? 0;
    });
  return height;
}

function readFirstWay(): RTCPeerConnectionState | undefined {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  return peers[0]?.connectionState;
}

function readWayOut(): string {
  const { peers } = globalThis as unknown as { peers: RTCPeerConnection[] };
  return /a=ice-ufrag:(\S+)/.exec(peers[0]?.localDescription?.sdp ?? '')?.[1] ?? '';
}

function isBlack(video: HTMLVideoElement | SVGElement | HTMLElement): boolean {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [64, 48];
  const context = canvas.getContext('2d')!;
  context.drawImage(video as HTMLVideoElement, 0, 0, 64, 48);
  const { data } = context.getImageData(0, 0, 64, 48);
  return !data.some((value, at) => at % 4 < 3 && value > 60);
}

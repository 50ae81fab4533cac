import type { Locator, Page } from '@playwright/test';
import { chromiumLaunch } from '../processes/chromium.js';
import { Api } from './api.js';
import { Conversation, privateChannel } from './conversation.js';
import {
  countClosed,
  endSharing,
  middleOf,
  paintScreen,
  readFirstWay,
  readIncoming,
  readIncomingHeight,
  readPicture,
  readScreenHint,
  readSentDevices,
  readSentPictures,
  readSound,
  readVoiceSettings,
  readWayOut,
  watchPeers,
  type Incoming,
} from './in-call-page.js';
import {
  beginSetUp,
  noteMedia,
  notePictures,
  noteQuestions,
  readSetUp,
  type SetUp,
} from './set-up-in-page.js';
import { letIn } from './invitation.js';
import { expect, type Arrive } from './stage.js';

/**
 * A microphone that beeps, a camera with a moving picture, and somebody who allows both. With 20
 * pictures a second as by itself, four browsers would fill two cores with pictures alone; Chromium
 * makes no fewer than 5.
 */
export const withDevices = {
  launchOptions: {
    ...chromiumLaunch,
    args: [
      ...chromiumLaunch.args,
      '--use-fake-device-for-media-stream=device-count=3,fps=5',
      '--use-fake-ui-for-media-stream',
    ],
  },
};

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

  /** From the next click on, until the first picture of somebody else. */
  async watchSetUp(): Promise<void> {
    for (const note of [beginSetUp, noteQuestions, noteMedia, notePictures])
      await this.page.evaluate(note);
  }

  /** How that went. */
  setUp(): Promise<SetUp> {
    return this.page.evaluate(readSetUp);
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

  /** How many peer connections that have carried something are over. */
  waysClosed(): Promise<number> {
    return this.page.evaluate(countClosed);
  }

  /** Somebody is heard. */
  async mustHear(): Promise<void> {
    const heard = growing(async () => (await this.numbers()).energy);
    await expect.poll(heard).toBeGreaterThan(1e-3);
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
  async voicePackets(userId: string): Promise<number> {
    return (await this.page.evaluate(readSound, `${userId}-person`)).packets;
  }

  /** How much has been heard of what somebody shows, as a room sends it. */
  async screenEnergy(userId: string): Promise<number> {
    return (await this.page.evaluate(readSound, `${userId}-screen`)).energy;
  }

  /** What the screen that leaves is said to show. */
  screenHint(): Promise<string | undefined> {
    return this.page.evaluate(readScreenHint);
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

  /** From now on this page has a screen of one colour, and a tone, to share. */
  async paintScreen(colour: string): Promise<void> {
    await this.page.evaluate(paintScreen, colour);
  }

  /** As the bar of a browser or a system does it. */
  async endSharingOutside(): Promise<void> {
    await this.page.evaluate(endSharing);
  }

  /** Red, green and blue in the middle of what comes from a screen, 0 to 255. */
  async screenColourOf(other: Caller): Promise<readonly number[]> {
    return this.tile(`${other.name}: screen`).locator('video').evaluate(middleOf);
  }

  /** The devices whose sound and picture leave by the first way, in this order. */
  sentDevices(): Promise<readonly (string | undefined)[]> {
    return this.page.evaluate(readSentDevices);
  }

  /** What the browser does to the sound that leaves by the first way. */
  voiceSettings(): Promise<MediaTrackSettings | undefined> {
    return this.page.evaluate(readVoiceSettings);
  }

  private async mustMove(picture: Locator): Promise<void> {
    await expect(picture).toBeVisible();
    const moved = growing(async () => (await picture.evaluate(readPicture)).frames);
    await expect.poll(moved).toBeGreaterThan(2);
    await expect.poll(async () => (await picture.evaluate(readPicture)).isBlack).toBe(false);
  }
}

/** By how much a number has grown since it was first asked for; one that begins anew goes on. */
function growing(read: () => Promise<number>): () => Promise<number> {
  let [sum, before] = [0, Infinity];
  return async () => {
    const now = await read();
    sum += Math.max(0, now - before);
    before = now;
    return sum;
  };
}

/** Two people who have a chat of their own open. */
export async function twoCallers(arrive: Arrive): Promise<{ ada: Caller; bob: Caller }> {
  const [ada, bob] = [await arrive('Ada'), await arrive('Bob')];
  const chatId = await directChat(ada, bob);
  return { ada: await callerIn(ada, chatId, 'Ada'), bob: await callerIn(bob, chatId, 'Bob') };
}

/** All at once: while one is waited for, the call goes on, and costs what it costs. */
export async function mustSeeEachOther(people: readonly Caller[]): Promise<void> {
  const pairs = people.flatMap((one) =>
    people.filter((other) => other !== one).map((other) => one.mustSee(other)),
  );
  await Promise.all(pairs);
}

/** So many people with a channel of theirs open, the first of whom has made it. */
export async function crew(arrive: Arrive, ...names: readonly string[]): Promise<Caller[]> {
  const pages = [];
  for (const name of names) pages.push(await arrive(name));
  const apis = await Promise.all(pages.map((page) => Api.of(page)));
  const chatId = await privateChannel(apis[0]!, 'Crew');
  for (const api of apis.slice(1)) await letIn(apis[0]!, api, chatId);
  return Promise.all(pages.map((page, at) => callerIn(page, chatId, names[at]!)));
}

/** The id of the chat that these two have. */
export async function directChat(one: Page, other: Page): Promise<string> {
  const { id } = await (await Api.of(other)).get<{ id: string }>('/api/auth/me');
  const chat = { type: 'direct', memberIds: [id] };
  return (await (await Api.of(one)).post<{ id: string }>('/api/chats', chat)).id;
}

/** Opens the chat in a page that shows the chats of somebody, unless it is open there. */
export async function callerIn(page: Page, chatId: string, name: string): Promise<Caller> {
  const path = `/c/${chatId}`;
  // Out of the list: a page that is loaded anew costs more than most that is done in it.
  if (!page.url().endsWith(path)) await page.locator(`a[href="${path}"]`).click();
  await page.evaluate(watchPeers);
  await expect(page.getByRole('button', { name: 'Voice call' })).toBeEnabled();
  return new Caller(page, chatId, name);
}

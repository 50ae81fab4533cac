import { execFileSync } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { MediaRoom } from '../../media-engine.js';

/** For what hangs: a browser starts by a processor that others use, too. */
const longMs = 120_000;

const launch = {
  timeout: longMs,
  executablePath: '/usr/lib/chromium/chromium-headless-shell',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--allow-loopback-in-peer-connection',
    '--autoplay-policy=no-user-gesture-required',
  ],
};

/** Where the page believes to be: a camera is for pages of this machine, or by TLS. */
const address = 'http://localhost/';

/** What the page has arrived of what it sends. */
export interface Arrived {
  readonly audioPackets: number;
  readonly videoFrames: number;
}

/** A page of Chromium that is two peers: `ada` sends a microphone and a camera, `ben` gets them. */
export class ChromiumCall {
  static async start(room: MediaRoom): Promise<ChromiumCall> {
    const browser = await chromium.launch(launch);
    const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
    const page = await context.newPage();
    page.setDefaultTimeout(longMs);
    await page.route('**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Call</title>' }),
    );
    await page.exposeFunction('ask', (name: string, ...args: unknown[]) => {
      const member = (room as unknown as Readonly<Record<string, unknown>>)[name];
      return typeof member === 'function' ? (member.apply(room, args) as unknown) : member;
    });
    await page.goto(address);
    await page.addScriptTag({ content: clientLibrary() });
    await page.addScriptTag({ content: script });
    return new ChromiumCall(browser, page);
  }

  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  /** Resolves with the ids of the two consumers. */
  begin(): Promise<{ audio: string; video: string }> {
    return this.page.evaluate('begin()');
  }

  /** Shows a screen by this codec. Resolves with the id of its consumer. */
  share(mimeType: string, scalabilityMode: string): Promise<string> {
    return this.page.evaluate(`share('${mimeType}', '${scalabilityMode}')`);
  }

  /** What has come of it. */
  decoded(): Promise<{ readonly mimeType?: string; readonly frames: number }> {
    return this.page.evaluate('decoded()');
  }

  arrived(): Promise<Arrived> {
    return this.page.evaluate('arrived()');
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** mediasoup-client as a script; esbuild does not run among the globals of a test. */
function clientLibrary(): string {
  const args = ['--bundle', '--format=iife', '--global-name=client'];
  const input = `export { Device } from 'mediasoup-client';`;
  return execFileSync('node_modules/.bin/esbuild', args, { input }).toString();
}

const script = `
let device, sending, receiving, shared;
const consumers = {};

async function transport(peer, create) {
  const offer = await ask('openTransport', peer);
  const made = device[create](offer);
  made.on('connect', ({ dtlsParameters }, done, failed) =>
    ask('connectTransport', peer, offer.id, dtlsParameters).then(done, failed));
  made.on('produce', ({ rtpParameters, appData: { source } }, done, failed) =>
    ask('produce', peer, { transportId: offer.id, source, rtpParameters, isPaused: false })
      .then((id) => done({ id }), failed));
  return made;
}

async function show(receiving, producer) {
  const { rtpCapabilities } = device;
  const wish = { transportId: receiving.id, producerId: producer.id, rtpCapabilities };
  const offer = await ask('consume', 'ben', wish);
  const consumer = (consumers[offer.kind] = await receiving.consume(offer));
  const element = document.body.appendChild(document.createElement(offer.kind));
  Object.assign(element, { muted: true, autoplay: true });
  element.srcObject = new MediaStream([consumer.track]);
  await ask('resumeConsumer', 'ben', offer.id);
  return offer.id;
}

async function begin() {
  device = await client.Device.factory();
  await device.load({ routerRtpCapabilities: await ask('rtpCapabilities') });
  sending = await transport('ada', 'createSendTransport');
  receiving = await transport('ben', 'createRecvTransport');
  const media = { audio: true, video: { width: 640, height: 480 } };
  const [sound, picture] = (await navigator.mediaDevices.getUserMedia(media)).getTracks()
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  const microphone = await sending.produce({ track: sound, appData: { source: 'microphone' } });
  const encodings = [2, 1].map((scaleResolutionDownBy, at) => ({
    rid: 'r' + at, scaleResolutionDownBy, maxBitrate: 300_000 * (at + 1), scalabilityMode: 'L1T3',
  }));
  const camera = await sending.produce({
    track: picture, encodings, appData: { source: 'camera' },
  });
  return { audio: await show(receiving, microphone), video: await show(receiving, camera) };
}

async function inbound(kind) {
  const reports = await consumers[kind].getStats();
  return [...reports.values()].find(({ type }) => type === 'inbound-rtp') ?? {};
}

async function share(mimeType, scalabilityMode) {
  const codec = device.sendRtpCapabilities.codecs.find((each) => each.mimeType === mimeType);
  const video = { width: 640, height: 360, frameRate: 10 };
  const [track] = (await navigator.mediaDevices.getUserMedia({ video })).getTracks();
  const encodings = [{ scalabilityMode, maxBitrate: 500_000 }];
  const appData = { source: 'screen' };
  const producer = await sending.produce({ track, codec, encodings, appData });
  const id = await show(receiving, producer);
  shared = consumers.video;
  return id;
}

async function decoded() {
  const reports = [...(await shared.getStats()).values()];
  const { framesDecoded = 0, codecId } = reports.find(({ type }) => type === 'inbound-rtp') ?? {};
  return { frames: framesDecoded, mimeType: reports.find(({ id }) => id === codecId)?.mimeType };
}

async function arrived() {
  const [audio, video] = [await inbound('audio'), await inbound('video')];
  return { audioPackets: audio.packetsReceived ?? 0, videoFrames: video.framesDecoded ?? 0 };
}`;

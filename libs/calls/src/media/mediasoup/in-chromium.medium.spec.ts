import { eventually } from '@app/platform/testing';
import type { MediaRoom } from '../media-engine.js';
import type { MediaEvent } from '../media-event.js';
import type { ConsumerId, PeerId } from '../media-ids.js';
import { ChromiumCall } from './testing/chromium-call.js';
import { MediasoupStage } from './testing/mediasoup-stage.js';

/** Until some pictures are encoded and decoded by the processor alone, which others use, too. */
const encodingMs = 60_000;

describe('MediasoupEngine with Chromium', () => {
  const ada = 'ada' as PeerId;
  const ben = 'ben' as PeerId;

  let stage: MediasoupStage;
  let room: MediaRoom;
  let heard: MediaEvent[];
  let call: ChromiumCall;
  let video: ConsumerId;

  // What is proven is the worker that was made on this machine, by a handshake and by packets.
  beforeAll(async () => {
    stage = new MediasoupStage();
    heard = [];
    room = await stage.engine.openRoom((event) => heard.push(event));
    call = await ChromiumCall.start(room);
    video = (await call.begin()).video as ConsumerId;
  }, 240_000);

  afterAll(async () => {
    await call.close();
    await stage.engine.close();
    stage.watch.close();
  });

  it('brings sound and pictures from one peer to the other', async () => {
    await eventually(async () => {
      const { audioPackets, videoFrames } = await call.arrived();
      expect(Math.min(audioPackets, videoFrames)).toBeGreaterThan(10);
    }, encodingMs);
    const states = heard.filter((event) => event.type === 'transport_state');
    expect(states.map(({ peerId, state }) => [peerId, state])).toEqual(
      expect.arrayContaining([
        [ada, 'connected'],
        [ben, 'connected'],
      ]),
    );
  }, 120_000);

  it('does so by UDP, and counts it', async () => {
    const [sent, received] = [await room.stats(ada), await room.stats(ben)];
    expect([sent[0]!.protocol, received[0]!.protocol]).toEqual(['udp', 'udp']);
    expect(sent[0]!.bytesReceived).toBeGreaterThan(0);
    expect(received[0]!.bytesSent).toBeGreaterThan(0);
  });

  it('says who speaks', async () => {
    await eventually(() =>
      expect(heard).toContainEqual(
        expect.objectContaining({ type: 'dominant_speaker', peerId: ada }),
      ),
    );
  });

  it('changes to the layers that are preferred', async () => {
    const now = () => heard.filter((event) => event.type === 'consumer_layers').at(-1)?.layers;

    await room.preferLayers(ben, video, { spatial: 0, temporal: 0 });

    await eventually(() => expect(now()).toEqual({ spatial: 0, temporal: 0 }), encodingMs);
  }, 120_000);

  it('brings AV1 to who decodes it', async () => {
    await call.share('video/AV1', 'L1T1');
    await eventually(async () => {
      const { mimeType, frames } = await call.decoded();
      expect([mimeType, frames > 5]).toEqual(['video/AV1', true]);
    }, encodingMs);
  }, 120_000);

  it('brings VP9 in layers, of which one is chosen', async () => {
    const screen = (await call.share('video/VP9', 'L2T1_KEY')) as ConsumerId;
    const now = () =>
      heard
        .filter((event) => event.type === 'consumer_layers' && event.consumerId === screen)
        .at(-1);
    for (const spatial of [0, 1]) {
      await room.preferLayers(ben, screen, { spatial });
      await eventually(() => expect(now()).toMatchObject({ layers: { spatial } }), encodingMs);
      const { frames } = await call.decoded();
      await eventually(
        async () => expect((await call.decoded()).frames).toBeGreaterThan(frames + 5),
        encodingMs,
      );
    }
  }, 240_000);

  it('says how well a stream arrives', async () => {
    const good = { type: 'consumer_score', consumerId: video, score: 10 };
    await eventually(() => expect(heard).toContainEqual(expect.objectContaining(good)), encodingMs);
  }, 120_000);
});

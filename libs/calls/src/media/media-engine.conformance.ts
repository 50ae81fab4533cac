import type { BackendSignal } from './media-backend.js';
import type { MediaBounds } from './media-bounds.js';
import type { TransportOffer } from './media-engine.js';
import type { ProducerId } from './media-ids.js';
import type { RtpCapabilities, RtpParameters } from './rtp.js';
import { ada, ben, MediaScene } from './testing/media-scene.js';
import type { MediaStage } from './testing/media-stage.js';
import { dtls, opus, vp8 } from './testing/rtp-samples.js';
import { isUndecodable } from './undecodable.js';

/** What every `MediaEngine` promises of what is in a room; `media-closing`: how that ends. */
export function mediaEngineConformance(open: (bounds: MediaBounds) => Promise<MediaStage>): void {
  const bounds: MediaBounds = { transports: 2, producers: 3, consumers: 4 };
  const notFound = { code: 'not_found' };

  let stage: MediaStage;
  let scene: MediaScene;

  beforeEach(async () => {
    stage = await open(bounds);
    scene = await MediaScene.open(stage);
  });

  afterEach(() => stage.engine.close());

  describe('transport', () => {
    it('has all its candidates at once, UDP before TCP, on an end that is ICE-lite', async () => {
      const { iceParameters, iceCandidates, dtlsParameters } = await scene.room.openTransport(ada);

      expect(iceParameters).toMatchObject({ iceLite: true });
      expect(iceCandidates.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
      expect(iceCandidates[0]!.priority).toBeGreaterThan(iceCandidates[1]!.priority);
      expect(iceCandidates.every(({ address }) => address === '127.0.0.1')).toBe(true);
      expect(dtlsParameters.fingerprints.length).toBeGreaterThan(0);
    });

    it('is connected once, by parameters that are some', async () => {
      const { id } = await scene.room.openTransport(ada);
      const none = scene.room.connectTransport(ada, id, { role: 'client', fingerprints: [] });
      await expect(none).rejects.toMatchObject({ code: 'validation_failed' });

      await scene.room.connectTransport(ada, id, dtls);

      const again = scene.room.connectTransport(ada, id, dtls);
      await expect(again).rejects.toMatchObject({
        ...{ code: 'conflict', params: { field: 'transportId' } },
      });
    });

    it('has another name for ICE after its restart', async () => {
      const { id, iceParameters } = await scene.room.openTransport(ada);
      const { usernameFragment } = await scene.room.restartIce(ada, id);
      expect(usernameFragment).not.toBe(iceParameters.usernameFragment);
      const { usernameFragment: next } = await scene.room.restartIce(ada, id);
      expect(next).not.toBe(usernameFragment);
    });

    it('tells how it does', async () => {
      const offers: TransportOffer[] = [];
      for (let n = 0; n < 2; n++) offers.push(await scene.room.openTransport(ada));

      const stats = await scene.room.stats(ada);

      expect(stats.map(({ transportId }) => transportId)).toEqual(offers.map(({ id }) => id));
      expect(stats[0]).toMatchObject({ bytesReceived: 0, bytesSent: 0, sendBitrate: 0 });
      expect(stats[0]!.protocol).toBeUndefined();
      expect(await scene.room.stats(ben)).toEqual([]);
    });
  });

  describe('producer', () => {
    it('passes on what every browser has', () => {
      const names = scene.room.rtpCapabilities.codecs?.map(({ mimeType }) =>
        mimeType.toLowerCase(),
      );
      for (const name of ['audio/opus', 'video/vp8', 'video/vp9', 'video/h264', 'video/av1'])
        expect(names).toContain(name);
    });

    it('is refused with a codec that nobody passes on, or of the other kind', async () => {
      const { id } = await scene.room.openTransport(ada);
      const refused = { code: 'validation_failed' };
      const strange = vp8();
      const codecs = [{ ...strange.codecs[0]!, mimeType: 'video/theora' }];

      await expect(scene.produce(ada, id, { ...strange, codecs })).rejects.toMatchObject(refused);
      await expect(scene.produce(ada, id, opus())).rejects.toMatchObject(refused);
      for (const shapeless of [undefined, 5, [], [null], [{}], [{ mimeType: 5 }]]) {
        const parameters = { codecs: shapeless } as unknown as RtpParameters;
        await expect(scene.produce(ada, id, parameters)).rejects.toMatchObject(refused);
      }
      expect(await stage.content()).toMatchObject({ producers: 0 });
    });

    it('pauses for all who consume it, and goes on', async () => {
      const { producerId, consumerId } = await scene.watching();

      await scene.room.pauseProducer(ada, producerId);
      await scene.room.pauseProducer(ada, producerId);
      await scene.room.resumeProducer(ada, producerId);

      expect(scene.heard).toEqual([
        { type: 'consumer_paused', peerId: ben, consumerId },
        { type: 'consumer_resumed', peerId: ben, consumerId },
      ]);
    });
  });

  describe('consumer', () => {
    it('is refused before there is a producer', async () => {
      const { id } = await scene.room.openTransport(ben);
      await expect(scene.consume(ben, id, 'nothing' as ProducerId)).rejects.toMatchObject(notFound);
      expect(await stage.content()).toMatchObject({ consumers: 0 });
    });

    it('says whose it is, and what it shows', async () => {
      const { consumer, producerId } = await scene.watching();
      expect(consumer).toMatchObject({
        ...{ producerId, producerPeerId: ada, source: 'camera', kind: 'video' },
        ...{ isProducerPaused: false, hasLayers: true },
      });
      expect(consumer.rtpParameters.codecs[0]!.mimeType).toBe('video/VP8');
    });

    it('is one for each producer, however often it is asked for, also at once', async () => {
      const { theirs, mine, producerId, consumer } = await scene.watching();
      expect(await scene.consume(ben, theirs.id, producerId)).toEqual(consumer);
      const voice = await scene.speak(ada, mine.id);
      const asked = [1, 2, 3].map(() => scene.consume(ben, theirs.id, voice));
      const ids = (await Promise.all(asked)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(1);
      expect(await stage.content()).toMatchObject({ consumers: 2 });

      const other = await scene.room.openTransport(ben);
      await expect(scene.consume(ben, other.id, voice)).rejects.toMatchObject({
        ...{ code: 'conflict', params: { field: 'transportId' } },
      });
      scene.room.closeConsumer(ben, ids[0]!);
      expect((await scene.consume(ben, other.id, voice)).id).not.toBe(ids[0]);
    });

    it('says that its producer is paused', async () => {
      const { theirs, producerId } = await scene.watching();
      await scene.room.pauseProducer(ada, producerId);
      const { isProducerPaused } = await scene.consume(ben, theirs.id, producerId);
      expect(isProducerPaused).toBe(true);
    });

    it('has no layers where the producer has one stream', async () => {
      const { mine, theirs } = await scene.watching();
      const producerId = await scene.speak(ada, mine.id);
      expect(await scene.consume(ben, theirs.id, producerId)).toMatchObject({ hasLayers: false });
    });

    it('starts paused, and goes on and pauses when it is told to', async () => {
      const { consumerId } = await scene.watching();
      const isPaused = async () => (await stage.consumer(consumerId)).isPaused;

      expect(await isPaused()).toBe(true);
      await scene.room.resumeConsumer(ben, consumerId);
      expect(await isPaused()).toBe(false);
      await scene.room.pauseConsumer(ben, consumerId);
      expect(await isPaused()).toBe(true);
    });

    it('prefers layers, and has a priority', async () => {
      const { consumerId } = await scene.watching();

      await scene.room.preferLayers(ben, consumerId, { spatial: 1, temporal: 2 });
      await scene.room.prioritize(ben, consumerId, 200);

      expect(await stage.consumer(consumerId)).toMatchObject({ spatial: 1, priority: 200 });
      for (const wrong of [
        scene.room.preferLayers(ben, consumerId, { spatial: -1 }),
        scene.room.preferLayers(ben, consumerId, { spatial: 0, temporal: 0.5 }),
        scene.room.prioritize(ben, consumerId, 0),
        scene.room.prioritize(ben, consumerId, 256),
      ])
        await expect(wrong).rejects.toMatchObject({ code: 'validation_failed' });
    });

    it('is refused where the device has none of the codecs', async () => {
      const { theirs, mine } = await scene.watching();
      const producerId = await scene.speak(ada, mine.id);
      const refusalOf = async (rtpCapabilities: RtpCapabilities) => {
        const wish = { transportId: theirs.id, producerId, rtpCapabilities };
        return scene.room.consume(ben, wish).catch((error: unknown) => error);
      };
      const none = await refusalOf({ codecs: [] });
      const nonsense = await refusalOf({ codecs: 'all' as never });
      for (const refusal of [none, nonsense])
        expect(refusal).toMatchObject({ code: 'validation_failed' });
      expect([none, nonsense].map(isUndecodable)).toEqual([true, false]);
    });
  });

  describe('what the worker says', () => {
    it('reaches the listener with whose it is', async () => {
      const { mine, producerId, consumerId } = await scene.watching();
      const speaker = await scene.speak(ada, mine.id);
      const signals: BackendSignal[] = [
        { type: 'producer_scores', producerId, scores: [{ rid: 'r0', score: 9 }] },
        { type: 'consumer_score', consumerId, score: 8, producerScore: 9 },
        { type: 'consumer_layers', consumerId, layers: { spatial: 2, temporal: 1 } },
        { type: 'consumer_layers', consumerId, layers: undefined },
        { type: 'dominant_speaker', producerId: speaker },
        { type: 'transport_state', transportId: mine.id, state: 'failed' },
      ];

      for (const signal of signals) stage.signal(signal);

      const owners = [ada, ben, ben, ben, ada, ada];
      expect(scene.heard).toEqual(signals.map((signal, n) => ({ ...signal, peerId: owners[n] })));
    });

    it('is not heard of what has closed', async () => {
      const { mine, consumerId } = await scene.watching();
      scene.room.closePeer(ada);
      scene.heard.length = 0;

      stage.signal({ type: 'consumer_score', consumerId, score: 1, producerScore: 1 });
      stage.signal({ type: 'transport_state', transportId: mine.id, state: 'disconnected' });

      expect(scene.heard).toEqual([]);
    });
  });
}

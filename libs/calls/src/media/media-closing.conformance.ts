import { eventually } from '@app/platform/testing';
import type { MediaBounds } from './media-bounds.js';
import type { ConsumerId, PeerId, ProducerId, TransportId } from './media-ids.js';
import { ada, ben, MediaScene } from './testing/media-scene.js';
import type { MediaStage } from './testing/media-stage.js';
import { dtls, vp8 } from './testing/rtp-samples.js';

/** What every `MediaEngine` promises of what ends, by whom ever, and of what it refuses. */
export function mediaClosingConformance(open: (bounds: MediaBounds) => Promise<MediaStage>): void {
  const bounds: MediaBounds = { transports: 2, producers: 3, consumers: 4 };
  const notFound = { code: 'not_found' };
  const gone = { code: 'gone' };
  const tooMany = (path: string) => ({
    ...{ code: 'validation_failed', params: { issues: [{ path, message: anyWords }] } },
  });

  let stage: MediaStage;
  let scene: MediaScene;

  beforeEach(async () => {
    stage = await open(bounds);
    scene = await MediaScene.open(stage);
  });

  afterEach(() => stage.engine.close());

  describe('what closes', () => {
    it('takes with a transport its producers and their consumers', async () => {
      const { mine, producerId, consumerId } = await scene.watching();
      scene.room.closeTransport(ada, mine.id);

      expect(scene.heard).toEqual([
        { type: 'consumer_closed', peerId: ben, consumerId },
        { type: 'producer_closed', peerId: ada, producerId },
      ]);
      await expect(scene.room.resumeConsumer(ben, consumerId)).rejects.toMatchObject(notFound);
      expect(await stage.content()).toEqual({ transports: 1, producers: 0, consumers: 0 });
    });

    it('takes with a transport its consumers', async () => {
      const { theirs, consumerId } = await scene.watching();
      scene.room.closeTransport(ben, theirs.id);

      expect(scene.heard).toEqual([{ type: 'consumer_closed', peerId: ben, consumerId }]);
      expect(await stage.content()).toEqual({ transports: 1, producers: 1, consumers: 0 });
    });

    it('takes with a producer its consumers', async () => {
      const { theirs, producerId, consumerId } = await scene.watching();
      scene.room.closeProducer(ada, producerId);

      expect(scene.heard).toEqual([{ type: 'consumer_closed', peerId: ben, consumerId }]);
      await expect(scene.consume(ben, theirs.id, producerId)).rejects.toMatchObject(notFound);
      expect(await stage.content()).toEqual({ transports: 2, producers: 0, consumers: 0 });
    });

    it('takes with a consumer nothing', async () => {
      const { consumerId } = await scene.watching();
      scene.room.closeConsumer(ben, consumerId);

      expect(scene.heard).toEqual([]);
      expect(await stage.content()).toEqual({ transports: 2, producers: 1, consumers: 0 });
    });

    it('takes with a peer all that it has', async () => {
      const { theirs } = await scene.watching();
      const producerId = await scene.speak(ben, theirs.id);
      scene.room.closePeer(ben);
      scene.room.closePeer(ben);

      expect(scene.heard.map(({ type }) => type)).toEqual(['consumer_closed', 'producer_closed']);
      expect(scene.heard.at(-1)).toEqual({ type: 'producer_closed', peerId: ben, producerId });
      expect(await stage.content()).toEqual({ transports: 1, producers: 1, consumers: 0 });
    });

    it('takes with the room everything, once', async () => {
      const { mine } = await scene.watching();
      scene.room.close();
      scene.room.close();

      expect(scene.heard).toEqual([{ type: 'closed', reason: 'closed' }]);
      await expect(scene.produce(ada, mine.id)).rejects.toMatchObject(gone);
      await expect(scene.room.openTransport(ada)).rejects.toMatchObject(gone);
      expect(() => scene.room.closePeer(ada)).toThrow(expect.objectContaining(gone) as Error);
      expect(stage.engine.loads()[0]!.rooms).toBe(0);
    });

    it('leaves nothing to what is asked for and closed at the same time', async () => {
      const { mine, theirs } = await scene.watching();
      const voice = await scene.speak(ada, mine.id);
      const consuming = scene.consume(ben, theirs.id, voice);
      // It is at work now, and not only in line.
      await Promise.resolve();
      const producing = scene.produce(ada, mine.id, vp8('7'));
      const settled = Promise.allSettled([producing, consuming]);
      scene.room.closeTransport(ada, mine.id);

      expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      await eventually(async () =>
        expect(await stage.content()).toEqual({ transports: 1, producers: 0, consumers: 0 }),
      );
    });
  });

  describe('what is not there', () => {
    it.each([
      ['transport', (id: string) => scene.room.restartIce(ada, id as TransportId)],
      ['transport', (id: string) => scene.room.connectTransport(ada, id as TransportId, dtls)],
      ['transport', (id: string) => scene.produce(ada, id as TransportId)],
      ['producer', (id: string) => scene.room.pauseProducer(ada, id as ProducerId)],
      ['producer', (id: string) => scene.room.resumeProducer(ada, id as ProducerId)],
      ['consumer', (id: string) => scene.room.resumeConsumer(ada, id as ConsumerId)],
      ['consumer', (id: string) => scene.room.preferLayers(ada, id as ConsumerId, { spatial: 0 })],
      ['consumer', (id: string) => scene.room.prioritize(ada, id as ConsumerId, 1)],
    ] as const)('is not found: a %s, or that of another', async (kind, ask) => {
      const { theirs, consumerId } = await scene.watching();
      const ids = { transport: theirs.id, consumer: consumerId } as const;
      const others = kind === 'producer' ? await scene.speak(ben, theirs.id) : ids[kind];

      await expect(ask('nothing')).rejects.toMatchObject(notFound);
      await expect(ask(others)).rejects.toMatchObject(notFound);
    });

    it('is not closed', async () => {
      const { theirs, producerId, consumerId } = await scene.watching();
      const missing = expect.objectContaining(notFound) as Error;
      expect(() => scene.room.closeTransport(ada, theirs.id)).toThrow(missing);
      expect(() => scene.room.closeProducer(ben, producerId)).toThrow(missing);
      expect(() => scene.room.closeConsumer(ada, consumerId)).toThrow(missing);
      expect(await stage.content()).toEqual({ transports: 2, producers: 1, consumers: 1 });
    });
  });

  describe('bounds', () => {
    it('hold for the transports of a peer, also for those asked for at once', async () => {
      const asked = [0, 1, 2].map(() => scene.room.openTransport(ada));
      const results = await Promise.allSettled(asked);
      const [id] = results.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []));

      expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      await expect(scene.room.openTransport(ada)).rejects.toMatchObject(tooMany('transports'));
      await scene.room.openTransport(ben);
      scene.room.closeTransport(ada, id!);
      await scene.room.openTransport(ada);
    });

    it('hold for the producers of a peer, and not for those that were refused', async () => {
      const { id } = await scene.room.openTransport(ada);
      await expect(scene.produce(ada, id, { codecs: [] })).rejects.toBeDefined();
      const ids = [];
      for (const mid of ['1', '2', '3']) ids.push(await scene.produce(ada, id, vp8(mid)));

      await expect(scene.produce(ada, id, vp8('4'))).rejects.toMatchObject(tooMany('producers'));
      scene.room.closeProducer(ada, ids[0]!);
      await scene.produce(ada, id, vp8('4'));
    });

    it('hold for the consumers of a peer', async () => {
      const { mine, theirs, producerId } = await scene.watching();
      const others = [
        await scene.speak(ada, mine.id),
        await scene.produce(ada, mine.id, vp8('4')),
        await scene.speak(ben, theirs.id),
      ];
      for (const other of others) await scene.consume(ben, theirs.id, other);

      const next = await scene.produce(ben, theirs.id, vp8('5'));
      await expect(scene.consume(ben, theirs.id, next)).rejects.toMatchObject(tooMany('consumers'));
      scene.room.closeProducer(ada, producerId);
      await scene.consume(ben, theirs.id, next);
    });
  });

  describe('a worker that dies', () => {
    it('ends its rooms as restarted, and another carries the next', async () => {
      const { mine } = await scene.watching();
      stage.kill();

      await eventually(() =>
        expect(scene.heard).toEqual([{ type: 'closed', reason: 'restarted' }]),
      );
      await expect(scene.produce(ada, mine.id)).rejects.toMatchObject(gone);
      await eventually(() => expect(stage.engine.loads()).toHaveLength(stage.workers));

      const next = await MediaScene.open(stage);
      await next.watching();
      expect(await stage.content()).toEqual({ transports: 2, producers: 1, consumers: 1 });
      expect(scene.heard).toHaveLength(1);
      expect(next.heard).toEqual([]);
    });
  });

  describe('a worker that is busy', () => {
    it('takes in nobody, and goes on for who is in', async () => {
      const { mine } = await scene.watching();
      await stage.overload();
      const refused = { code: 'service_unavailable', params: { service: 'media_capacity' } };

      await expect(stage.engine.openRoom(() => undefined)).rejects.toMatchObject(refused);
      await expect(scene.room.openTransport('cyd' as PeerId)).rejects.toMatchObject(refused);

      await scene.speak(ada, mine.id);
      await scene.room.openTransport(ada);
    });
  });

  it('opens no room once it is closed', async () => {
    await stage.engine.close();
    await stage.engine.close();

    expect(scene.heard).toEqual([{ type: 'closed', reason: 'closed' }]);
    expect(stage.engine.loads()).toEqual([]);
    await expect(stage.engine.openRoom(() => undefined)).rejects.toMatchObject({
      ...{ code: 'service_unavailable', params: { service: 'media' } },
    });
  });
}

const anyWords = expect.any(String) as string;

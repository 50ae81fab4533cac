import { eventually } from '@app/platform/testing';
import type { TransportOffer } from '../media-engine.js';
import type { PeerId, ProducerId } from '../media-ids.js';
import { DtlsIdentity } from '../testing/ends/dtls-end.js';
import { MediaEnd } from '../testing/ends/media-end.js';
import { payloadOf, RtpStream } from '../testing/ends/rtp-stream.js';
import { ada, ben, MediaScene } from '../testing/media-scene.js';
import { opus, vp8 } from '../testing/rtp-samples.js';
import { ChromiumCall } from './testing/chromium-call.js';
import { MediasoupStage } from './testing/mediasoup-stage.js';

/** Until some pictures are encoded and decoded by the processor alone, which others use, too. */
const encodingMs = 60_000;

describe('A room on two workers', () => {
  const identity = new DtlsIdentity();
  const eve = 'eve' as PeerId;
  const [{ ssrc }] = opus().encodings as [{ ssrc: number }];
  let stage: MediasoupStage;
  let scene: MediaScene;
  let ends: MediaEnd[];

  beforeEach(async () => {
    // Whoever comes goes to the other worker than who came before.
    stage = new MediasoupStage({ workers: 2, spreadAt: 0 });
    scene = await MediaScene.open(stage);
    ends = [];
  });

  afterEach(async () => {
    for (const end of ends) end.close();
    await stage.engine.close();
    stage.watch.close();
  });

  afterAll(() => identity.close());

  const portOf = ({ iceCandidates }: TransportOffer) => iceCandidates[0]!.port;
  const open = async (peer: PeerId, offer: TransportOffer): Promise<MediaEnd> => {
    const connect = (dtls: DtlsIdentity['parameters']) =>
      scene.room.connectTransport(peer, offer.id, dtls);
    const end = await MediaEnd.open(offer, identity, connect);
    ends.push(end);
    return end;
  };
  /** Ada speaks on the one, and Ben is about to hear her on the other. */
  const apart = async () => {
    const mine = await scene.room.openTransport(ada);
    const theirs = await scene.room.openTransport(ben);
    expect(portOf(mine)).not.toBe(portOf(theirs));
    const [from, to] = await Promise.all([open(ada, mine), open(ben, theirs)]);
    const producerId = await scene.speak(ada, mine.id);
    const { id: consumerId } = await scene.consume(ben, theirs.id, producerId);
    const words: string[] = [];
    to.heard = (packet) => words.push(payloadOf(packet).toString());
    const stream = new RtpStream({ ssrc, payloadType: 111, ticks: 960 });
    const say = (word: string) => from.send(stream.next(Buffer.from(word)));
    return { mine, theirs, producerId, consumerId, words, stream, say };
  };
  /** Until it comes: what is said while the two workers are told is not kept. */
  const arrives = (words: readonly string[], say: (word: string) => void, word: string) =>
    eventually(() => {
      say(word);
      expect(words.at(-1)).toBe(word);
    });

  it('brings what one sends to who is on the other', async () => {
    const { words, say, consumerId } = await apart();
    await scene.room.resumeConsumer(ben, consumerId);
    for (const word of ['one', 'two', 'three']) say(word);
    await eventually(() => expect(words).toEqual(['one', 'two', 'three']));
  });

  it('pauses and goes on there, too', async () => {
    const { words, say, stream, producerId, consumerId } = await apart();
    await scene.room.resumeConsumer(ben, consumerId);
    await arrives(words, say, 'before');
    await scene.room.pauseProducer(ada, producerId);
    const piped = () => stage.watch.consumers.get(consumerId)!.producerPaused;
    await eventually(() => expect(piped()).toBe(true));
    say('meanwhile');
    // Packets and orders come by different ways.
    await eventually(async () => {
      const [stats] = await stage.watch.producers.get(producerId)!.getStats();
      expect(stats!.packetCount).toBe(stream.sent);
    });
    await scene.room.resumeProducer(ada, producerId);
    await eventually(() => expect(piped()).toBe(false));
    await arrives(words, say, 'after');
    expect(words).not.toContain('meanwhile');
    const changes = ['consumer_paused', 'consumer_resumed'];
    expect(scene.heard.filter(({ type }) => changes.includes(type))).toMatchObject([
      { type: 'consumer_paused', peerId: ben, consumerId },
      { type: 'consumer_resumed', peerId: ben, consumerId },
    ]);
  });

  it('passes a stream from worker to worker once, whoever gets it there', async () => {
    const { producerId } = await apart();
    const sent = await Promise.all(
      ['one', 'two', 'three', 'four'].map(async (name) => {
        const offer = await scene.room.openTransport(name as PeerId);
        await scene.consume(name as PeerId, offer.id, producerId);
        return portOf(offer);
      }),
    );
    expect(new Set(sent).size).toBe(2);
    expect([...stage.watch.pipes]).toEqual([[producerId, 1]]);
    expect(await stage.content()).toEqual({ transports: 6, producers: 1, consumers: 5 });
  });

  it('passes nothing that nobody wants there', async () => {
    const mine = await scene.room.openTransport(ada);
    await scene.produce(ada, mine.id, vp8());
    await scene.room.openTransport(ben);
    expect([...stage.watch.pipes]).toEqual([]);
  });

  it('ends there what its sender ends, and leaves no pipe of it', async () => {
    const { theirs, producerId } = await apart();
    scene.room.closeProducer(ada, producerId);
    const routers = stage.watch.openRouters;
    await eventually(async () => {
      const dumps = await Promise.all(routers.map((router) => router.dump()));
      expect(dumps.flatMap((dump) => dump.mapProducerIdConsumerIds)).toEqual([]);
    });
    await expect(scene.consume(ben, theirs.id, producerId)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('compares all who speak, wherever they are', async () => {
    const speakers: ProducerId[] = [];
    for (const peer of [ada, ben]) {
      const { id } = await scene.room.openTransport(peer);
      speakers.push(await scene.speak(peer, id));
    }
    const dumps = await Promise.all(stage.watch.openRouters.map((router) => router.dump()));
    const watched = dumps
      .map(({ mapProducerIdObserverIds }) =>
        mapProducerIdObserverIds.filter(({ values }) => values.length > 0).map(({ key }) => key),
      )
      .filter((keys) => keys.length > 0);
    expect(watched.map((keys) => keys.sort())).toEqual([speakers.sort()]);
  });

  it.each([0, 1])('is opened anew as a whole when worker %i of it dies', async (index) => {
    await scene.watching();
    const [killed, left] = [index, 1 - index].map((each) => stage.engine.loads()[each]!.pid!);
    process.kill(killed!, 'SIGKILL');
    await eventually(() => expect(scene.heard).toEqual([{ type: 'closed', reason: 'restarted' }]));
    expect(stage.watch.openRouters).toEqual([]);
    const rest = stage.engine.loads().find(({ pid }) => pid === left);
    expect(rest).toMatchObject({ rooms: 0 });
  });

  it('stays on one worker as long as that has room, and has one port there', async () => {
    const calm = new MediasoupStage({ workers: 2 });
    const { room } = await MediaScene.open(calm);
    const ports = new Set<number>();
    for (const peer of [ada, ben, eve]) ports.add(portOf(await room.openTransport(peer)));
    expect([ports.size, calm.engine.loads().length]).toEqual([1, 1]);
    await calm.engine.close();
    calm.watch.close();
  });

  it('takes in whoever comes on another worker when its own is busy', async () => {
    const calm = new MediasoupStage({ workers: 2 });
    const { room } = await MediaScene.open(calm);
    const first = portOf(await room.openTransport(ada));
    await calm.overload();
    expect(portOf(await room.openTransport(ben))).not.toBe(first);
    expect(calm.engine.loads()).toHaveLength(2);
    await calm.engine.close();
    calm.watch.close();
  });

  it('brings a browser sound, and pictures in the layers that it prefers', async () => {
    const call = await ChromiumCall.start(scene.room);
    const { video } = await call.begin();
    await eventually(async () => {
      const { audioPackets, videoFrames } = await call.arrived();
      expect(Math.min(audioPackets, videoFrames)).toBeGreaterThan(10);
    }, encodingMs);
    const now = () =>
      scene.heard.filter((event) => event.type === 'consumer_layers').at(-1)?.layers;
    await scene.room.preferLayers(ben, video as never, { spatial: 0, temporal: 0 });
    await eventually(() => expect(now()).toEqual({ spatial: 0, temporal: 0 }), encodingMs);
    // Both go that way: the one to be heard, the other to be seen.
    expect([...stage.watch.pipes.values()]).toEqual([1, 1]);
    await call.close();
  }, 240_000);
});

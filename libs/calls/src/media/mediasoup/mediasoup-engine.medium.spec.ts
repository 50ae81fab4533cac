import { eventually, freePort } from '@app/platform/testing';
import { mediaClosingConformance } from '../media-closing.conformance.js';
import { mediaEngineConformance } from '../media-engine.conformance.js';
import type { MediaBounds } from '../media-bounds.js';
import type { MediaEvent } from '../media-event.js';
import type { PeerId } from '../media-ids.js';
import { opus, vp8, vp8Simulcast } from '../testing/rtp-samples.js';
import type { MediasoupOptions } from './mediasoup-engine.js';
import { MediasoupStage } from './testing/mediasoup-stage.js';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    // ESRCH: which is the answer.
    return false;
  }
};

describe('MediasoupEngine', () => {
  const ada = 'ada' as PeerId;
  const stages: MediasoupStage[] = [];
  const begin = (options: Partial<MediasoupOptions> = {}) => {
    const stage = new MediasoupStage(options);
    stages.push(stage);
    return stage;
  };

  afterEach(async () => {
    for (const { engine, watch } of stages.splice(0)) {
      await engine.close();
      watch.close();
    }
  });

  const on = (bounds: MediaBounds) => Promise.resolve(begin({ bounds }));
  describe('while it runs', () => mediaEngineConformance(on));
  describe('when something ends', () => mediaClosingConformance(on));

  // Nobody is with anybody on the same worker.
  const apart = (bounds: MediaBounds) =>
    Promise.resolve(begin({ bounds, workers: 2, spreadAt: 0 }));
  describe('while a room is on two workers', () => mediaEngineConformance(apart));
  describe('when something ends on two workers', () => mediaClosingConformance(apart));

  const open = ({ engine }: MediasoupStage, heard: MediaEvent[] = []) =>
    engine.openRoom((event) => heard.push(event));
  const pids = ({ engine }: MediasoupStage) => engine.loads().map(({ pid }) => pid!);

  it('starts no process before there is a room, and leaves none behind', async () => {
    const stage = begin({ workers: 2 });
    expect(pids(stage)).toEqual([]);
    await Promise.all([open(stage), open(stage)]);
    const running = pids(stage);
    expect(new Set(running).size).toBe(2);
    expect(running.every(isAlive)).toBe(true);

    await stage.engine.close();

    expect(running.some(isAlive)).toBe(false);
  });

  it('tells receivers no name that a sender has chosen', async () => {
    const room = await open(begin());
    const bob = 'bob' as PeerId;
    const [send, receive] = [await room.openTransport(ada), await room.openTransport(bob)];
    const rtpParameters = { ...opus(), rtcp: { cname: 'chosen' } };
    const voice = { source: 'microphone', isPaused: false, rtpParameters } as const;
    const producerId = await room.produce(ada, { ...voice, transportId: send.id });
    const { rtpCapabilities } = room;
    const wish = { transportId: receive.id, producerId, rtpCapabilities };
    const offer = await room.consume(bob, wish);
    expect(offer.rtpParameters.rtcp?.cname).toBe(send.id);
  });

  it('leaves no process behind that was about to start', async () => {
    const stage = begin();
    const opened = Promise.allSettled([open(stage)]);
    await stage.engine.close();
    await opened;
    expect(stage.watch.workers).toHaveLength(1);
    expect(stage.watch.workers.map(({ pid }) => pid).some(isAlive)).toBe(false);
  });

  it('lets nothing of its own listen to the signals of this process', async () => {
    const before = process.listeners('SIGTERM');
    await open(begin());
    expect(process.listeners('SIGTERM')).toEqual(before);
  });

  it('spreads rooms, and ends only those of the worker that dies', async () => {
    const stage = begin({ workers: 2 });
    const heard: MediaEvent[][] = [[], []];
    for (const events of heard) await open(stage, events);
    const [first, second] = pids(stage);

    process.kill(first!, 'SIGKILL');

    await eventually(() => expect(heard[0]).toEqual([{ type: 'closed', reason: 'restarted' }]));
    expect(heard[1]).toEqual([]);
    await eventually(() => expect(pids(stage)).toHaveLength(2));
    expect(pids(stage)).toContain(second);
    expect(pids(stage)).not.toContain(first);
  });

  it('does not replace a worker again and again', async () => {
    const stage = begin();
    await open(stage);
    const [first] = pids(stage);
    process.kill(first!, 'SIGKILL');
    const next = await eventually(() => {
      const [pid] = pids(stage).filter((each) => each !== first);
      if (pid === undefined) throw new Error('There is no other one yet');
      return pid;
    });

    process.kill(next, 'SIGKILL');

    await eventually(() => expect(pids(stage)).toEqual([]));
    // A worker of another engine has started meanwhile: one of this one would have, too.
    await open(begin());
    expect(stage.watch.workers).toHaveLength(3);
    await open(stage);
    expect(stage.watch.workers).toHaveLength(4);
  });

  it.each([
    ['a program that is none', { file: '/bin/false' }],
    ['an address of another', { listen: { address: '192.0.2.1', announced: undefined, port: 0 } }],
  ])('refuses a room in words with %s', async (_, options) => {
    const stage = begin(options);
    const refused = { code: 'service_unavailable', params: { service: 'media' } };
    await expect(open(stage)).rejects.toMatchObject(refused);
    await expect(open(stage)).rejects.toMatchObject(refused);
    expect(pids(stage)).toEqual([]);
  });

  it('listens where it is told to, and announces what it is told to', async () => {
    const port = await freePort();
    const listen = { address: '127.0.0.1', announced: 'calls.example', port };
    const room = await open(begin({ listen }));

    const { iceCandidates } = await room.openTransport(ada);

    expect(iceCandidates.map((each) => [each.protocol, each.address, each.port])).toEqual([
      ['udp', 'calls.example', port],
      ['tcp', 'calls.example', port],
    ]);
  });

  it('has one port for all transports of a worker', async () => {
    const stage = begin();
    const ports = [];
    for (const name of ['one', 'two']) {
      const { iceCandidates } = await (await open(stage)).openTransport(name as PeerId);
      ports.push(iceCandidates.map(({ port }) => port));
    }
    expect(ports[0]).toEqual(ports[1]);
  });

  it('asks how much goes through only where there are layers', async () => {
    const room = await open(begin());
    const { id: transportId } = await room.openTransport(ada);
    const feedback = async (rtpParameters: typeof opus, isSound = false) => {
      const source = isSound ? 'microphone' : 'camera';
      const wish = {
        transportId,
        source,
        rtpParameters: rtpParameters(),
        isPaused: false,
      } as const;
      const producerId = await room.produce(ada, wish);
      const { rtpCapabilities } = room;
      const offer = await room.consume(ada, { transportId, producerId, rtpCapabilities });
      return offer.rtpParameters.codecs[0]!.rtcpFeedback?.map(({ type }) => type);
    };

    expect(await feedback(vp8Simulcast)).toContain('transport-cc');
    const single = await feedback(vp8);
    expect(single).toContain('nack');
    for (const types of [single, await feedback(opus, true)])
      for (const type of ['transport-cc', 'goog-remb']) expect(types).not.toContain(type);
  });

  it('listens to who speaks, and not to the sound of a screen', async () => {
    const stage = begin();
    const room = await open(stage);
    const { id: transportId } = await room.openTransport(ada);
    const common = { transportId, isPaused: false };
    const speaker = await room.produce(ada, {
      ...{ ...common, source: 'microphone', rtpParameters: opus('0') },
    });
    await room.produce(ada, { ...common, source: 'screen_audio', rtpParameters: opus('1') });

    const { mapProducerIdObserverIds } = await stage.watch.router.dump();

    const watched = mapProducerIdObserverIds.filter(({ values }) => values.length > 0);
    expect(watched.map(({ key }) => key)).toEqual([speaker]);
  });
});

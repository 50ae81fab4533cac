import { deviceRoom, Problem, type Call, type SfuDtls, type SfuParameters } from '@app/contracts';
import { Elsewhere } from '@app/platform';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { leaseMs } from '../call/call-rules.js';
import { dtls, opus, vp8Simulcast } from '../media/testing/rtp-samples.js';
import { caller, CallsBench, chatOf, type Caller } from '../testing/calls-bench.js';

type Process = Awaited<ReturnType<CallsBench['process']>>;

describe('CallRooms', () => {
  const [ada, bob, carol] = [caller('ada'), caller('bob'), caller('carol')];
  const chatId = chatOf('ada', 'bob', 'carol');
  let bench: CallsBench;
  let uri: string;
  let one: Process;
  let call: Call;

  beforeEach(async () => {
    bench = new CallsBench();
    uri = freshDatabaseUri();
    one = await bench.process(uri);
    call = await one.service.start(ada.actor, { chatId, media: 'audio', deviceId: ada.deviceId });
    await one.service.accept(bob.actor, on(bob));
  });

  afterEach(() => bench.close());

  const on = ({ deviceId }: Caller) => ({ callId: call.id, deviceId });
  const join = (who: Caller, where = one) => where.sfu.join(who.actor, on(who));
  const produce = async (who: Caller, transportId: string, where = one) => {
    const rtpParameters = opus() as unknown as SfuParameters;
    const wish = { transportId, rtpParameters, source: 'microphone', isPaused: false } as const;
    return (await where.sfu.produce(who.actor, { ...on(who), ...wish })).producerId;
  };
  const codeOf = async (asked: Promise<unknown>) => {
    try {
      await asked;
    } catch (error) {
      // Why it is refused is what is asked for.
      if (error instanceof Problem) return (error as Problem).code;
      throw error;
    }
    return undefined;
  };
  const heardBy = ({ actor, deviceId }: Caller) =>
    bench.ear.said
      .filter(({ room, event }) => {
        return room === deviceRoom(actor.sessionId, deviceId) && event.startsWith('sfu_');
      })
      .map(({ event }) => event);
  /** Everybody in it is there so much later, as `where` hears; these look after their rooms. */
  const passing = async (ms: number, people: readonly Caller[], where = one, looking = [where]) => {
    for (let left = ms; left > 0; left -= 2000) {
      bench.time.advance(Math.min(left, 2000));
      for (const who of people) await where.service.pulse(who.actor, on(who));
      for (const process of looking) await process.rooms.look();
    }
  };
  const cutOff = ({ replicas }: Process) => bench.replicas.lost.add(replicas.own);

  it('bring what one sends to another', async () => {
    const here = await join(ada);
    expect(here.producers).toEqual([]);
    expect(here.send.id).not.toBe(here.receive.id);
    const dtlsParameters = dtls as unknown as SfuDtls;
    const way = { ...on(ada), transportId: here.send.id, dtlsParameters };
    await one.sfu.connect(ada.actor, way);
    expect(await codeOf(one.sfu.connect(ada.actor, way))).toBe('conflict');
    const producerId = await produce(ada, here.send.id);
    const there = await join(bob);
    expect(there.producers).toEqual([
      { userId: ada.actor.userId, producerId, source: 'microphone', isPaused: false },
    ]);
    const { rtpCapabilities } = there;
    const wish = { ...on(bob), transportId: there.receive.id, rtpCapabilities };
    const producerIds = [producerId, 'no-longer-there'];
    const { consumers } = await one.sfu.consume(bob.actor, { ...wish, producerIds });
    expect(consumers).toEqual([
      expect.objectContaining({ userId: ada.actor.userId, producerId, kind: 'audio' }),
    ]);
    await one.sfu.resumeConsumer(bob.actor, {
      ...{ ...on(bob), consumerId: consumers[0]!.consumerId },
    });
    await one.sfu.pauseProducer(ada.actor, { ...on(ada), producerId });
    await one.sfu.closeProducer(ada.actor, { ...on(ada), producerId });
    expect(heardBy(bob)).toEqual(['sfu_producer', 'sfu_consumer_closed', 'sfu_producer_closed']);
    expect(heardBy(ada)).toEqual([]);
  });

  it('begin and pause many at once, each as large as it is wanted', async () => {
    const { send } = await join(ada);
    const producerIds = [await produce(ada, send.id), await produce(ada, send.id)];
    const { rtpCapabilities, receive } = await join(bob);
    const wish = { ...on(bob), transportId: receive.id, rtpCapabilities };
    const { consumers } = await one.sfu.consume(bob.actor, { ...wish, producerIds });
    const [seen, unseen] = consumers.map(({ consumerId }) => consumerId);
    const want = (consumers: [consumerId: string, spatial: number | null][]) =>
      one.sfu.fit(bob.actor, {
        ...on(bob),
        consumers: consumers.map(([consumerId, spatial]) => ({ consumerId, spatial })),
      });
    const come = () =>
      [...one.engine.backends[0]!.consumers.values()].map(({ consumer: { isPaused, layers } }) =>
        isPaused ? null : layers?.spatial,
      );
    expect(come()).toEqual([null, null]);
    await want([
      [seen!, 0],
      [unseen!, 1],
    ]);
    expect(come()).toEqual([0, 1]);
    // Of one twice the last counts, and one that has gone keeps no other from it.
    await want([
      ['gone', 0],
      [seen!, 0],
      ['gone', null],
      [seen!, 2],
      [unseen!, null],
    ]);
    expect(come()).toEqual([2, null]);
    expect(await codeOf(one.sfu.fit(carol.actor, { ...on(carol), consumers: [] }))).toBe(
      'forbidden',
    );
  });

  it('leave out what a device cannot decode, and bring it all the rest', async () => {
    const { send } = await join(ada);
    const voice = await produce(ada, send.id);
    const rtpParameters = vp8Simulcast() as unknown as SfuParameters;
    const camera = { source: 'camera', isPaused: false, transportId: send.id } as const;
    const { producerId } = await one.sfu.produce(ada.actor, {
      ...{ ...on(ada), ...camera, rtpParameters },
    });
    const { rtpCapabilities, receive } = await join(bob);
    const { codecs } = rtpCapabilities as { codecs: { kind: string }[] };
    const deaf = { codecs: codecs.filter(({ kind }) => kind === 'audio') };
    const wish = { ...on(bob), transportId: receive.id, rtpCapabilities: deaf };
    const { consumers } = await one.sfu.consume(bob.actor, {
      ...{ ...wish, producerIds: [producerId, voice] },
    });
    expect(consumers.map((consumer) => consumer.producerId)).toEqual([voice]);
  });

  it('say how large they are, and how often one was lost', async () => {
    expect(one.rooms.sizes).toEqual([]);
    const here = await join(ada);
    const producerId = await produce(ada, here.send.id);
    const { rtpCapabilities, receive } = await join(bob);
    const wish = { ...on(bob), transportId: receive.id, rtpCapabilities };
    await one.sfu.consume(bob.actor, { ...wish, producerIds: [producerId] });
    expect(one.rooms.sizes).toEqual([{ peers: 2, producers: 1, consumers: 1 }]);
    await one.service.end(ada.actor, on(ada));
    expect(one.rooms.sizes).toEqual([{ peers: 1, producers: 0, consumers: 0 }]);
    one.engine.kill();
    expect([one.rooms.sizes, one.rooms.restarts]).toEqual([[], 1]);
  });

  it('tell who is in of what is sent, and of who speaks', async () => {
    const here = await join(ada);
    await join(bob);
    const rtpParameters = vp8Simulcast() as unknown as SfuParameters;
    const wish = { source: 'camera', isPaused: false, transportId: here.send.id } as const;
    await one.sfu.produce(ada.actor, { ...on(ada), ...wish, rtpParameters });
    const producerId = (await produce(ada, here.send.id)) as never;
    one.engine.signal({ type: 'dominant_speaker', producerId });
    expect(heardBy(bob)).toEqual(['sfu_producer', 'sfu_producer', 'sfu_speaker']);
  });

  it('are for nobody but a device in the call', async () => {
    const { send } = await join(ada);
    const tablet = { ...ada, ...{ deviceId: caller('ada', 'tablet').deviceId } };
    for (const who of [carol, tablet]) {
      expect(await codeOf(join(who))).toBe('forbidden');
      expect(await codeOf(produce(who, send.id))).toBe('forbidden');
    }
    expect(await codeOf(produce(bob, send.id))).toBe('gone');
    await join(bob);
    expect(await codeOf(produce(bob, send.id))).toBe('not_found');
    expect(await codeOf(one.sfu.join(ada.actor, { ...on(ada), callId: 'none' as never }))).toBe(
      'not_found',
    );
    expect(one.engine.backends[0]!.producers.size).toBe(0);
  });

  it('are not for a call of two', async () => {
    const [dan, eve] = [caller('dan'), caller('eve')];
    const wish = { chatId: chatOf('dan', 'eve'), media: 'audio', deviceId: dan.deviceId } as const;
    call = await one.service.start(dan.actor, wish);
    await one.service.accept(eve.actor, on(eve));
    expect(await codeOf(join(dan))).toBe('forbidden');
  });

  it('close what a device has when it leaves, and when it joins anew', async () => {
    const here = await join(ada);
    await produce(ada, here.send.id);
    await join(bob);
    await join(ada);
    expect(heardBy(bob)).toEqual(['sfu_producer_closed']);
    expect(one.engine.backends[0]!.transports.size).toBe(4);
    await one.service.end(ada.actor, on(ada));
    expect(one.engine.backends[0]!.transports.size).toBe(2);
    expect(await codeOf(join(ada))).toBe('forbidden');
  });

  it('close with the call', async () => {
    await join(ada);
    for (const who of [ada, bob]) await one.service.end(who.actor, on(who));
    bench.time.advance(20_000);
    expect(await codeOf(join(ada))).toBe('call_ended');
    await one.clock.look();
    expect(one.engine.backends).toEqual([]);
  });

  it('hear within a second of what another process did', async () => {
    await join(ada);
    await join(bob);
    const other = await bench.process(uri);
    await other.service.end(bob.actor, on(bob));
    expect(one.engine.backends[0]!.transports.size).toBe(4);
    await one.rooms.look();
    expect(one.engine.backends[0]!.transports.size).toBe(2);
  });

  it('put out who is lost, and who is no member of the chat any more', async () => {
    await one.service.accept(carol.actor, on(carol));
    for (const who of [ada, bob, carol]) await join(who);
    await passing(leaseMs, [ada, bob]);
    await one.clock.look();
    expect(one.engine.backends[0]!.transports.size).toBe(4);
    bench.gone.add(bob.actor.userId);
    await bench.facts.publish('chat.changed', { chatId, userIds: [bob.actor.userId] });
    await bench.facts.close();
    expect(one.engine.backends[0]!.transports.size).toBe(2);
    expect(await codeOf(one.service.accept(bob.actor, on(bob)))).toBe('not_member');
  });

  it('say that everybody has to join anew when what carried the media died', async () => {
    await join(ada);
    const { send } = await join(bob);
    one.engine.kill();
    expect([heardBy(ada), heardBy(bob)]).toEqual([['sfu_restarted'], ['sfu_restarted']]);
    expect(await codeOf(produce(bob, send.id))).toBe('gone');
    expect((await join(bob)).producers).toEqual([]);
  });

  it('stay with a process as long as it is there, and then go to the next', async () => {
    await join(ada);
    await join(bob);
    const other = await bench.process(uri);
    const there = new Elsewhere(one.replicas.own);
    // What is asked of the other one, also that they are there, it leaves to the first.
    await passing(20_000, [ada, bob], other, [one, other]);
    await expect(join(bob, other)).rejects.toEqual(there);
    await expect(produce(bob, 'a way', other)).rejects.toEqual(there);
    expect([heardBy(ada), heardBy(bob)]).toEqual([[], []]);
    // It has died: nobody looks there any more.
    cutOff(one);
    expect(await codeOf(join(bob, other))).toBe('service_unavailable');
    await passing(8000, [ada, bob], other);
    await eventually(() =>
      expect([heardBy(ada), heardBy(bob)]).toEqual([['sfu_restarted'], ['sfu_restarted']]),
    );
    const { send } = await join(ada, other);
    await produce(ada, send.id, other);
    expect((await join(bob, other)).producers).toHaveLength(1);
    await one.rooms.look();
    expect(one.engine.backends).toEqual([]);
    await expect(join(bob)).rejects.toEqual(new Elsewhere(other.replicas.own));
  });

  it('go to the next process where theirs cannot be asked any more', async () => {
    await join(ada);
    const other = await bench.process(uri);
    cutOff(one);
    await passing(8000, [ada, bob], other, [one, other]);
    await eventually(() => expect(heardBy(ada)).toEqual(['sfu_restarted']));
    const { send } = await join(ada, other);
    await produce(ada, send.id, other);
  });

  it('are asked for where they are when a call of two moves to one', async () => {
    const [dan, eve] = [caller('dan'), caller('eve')];
    const wish = { chatId: chatOf('dan', 'eve'), media: 'audio', deviceId: dan.deviceId } as const;
    call = await one.service.start(dan.actor, wish);
    await one.service.accept(eve.actor, on(eve));
    await one.rooms.prepare(dan.actor, on(dan));
    const other = await bench.process(uri);
    await other.rooms.prepare(eve.actor, on(eve));
    expect([one, other].map(({ rooms }) => rooms.sizes.length)).toEqual([1, 0]);
  });

  it('go at once to the next process when theirs drains', async () => {
    await one.service.accept(carol.actor, on(carol));
    await join(ada);
    const { send } = await join(bob);
    await produce(bob, send.id);
    const other = await bench.process(uri);
    await one.rooms.onApplicationShutdown();
    expect(one.engine.backends).toEqual([]);
    // Whoever is in the call, and has no place in its room, has lost nothing.
    expect(heardBy(carol)).toEqual([]);
    const [atAda, atBob] = [heardBy(ada), heardBy(bob)];
    expect([atAda.at(-1), atBob.at(-1)]).toEqual(['sfu_restarted', 'sfu_restarted']);
    const place = await join(bob, other);
    await produce(bob, place.send.id, other);
    expect((await join(ada, other)).producers).toHaveLength(1);
    // They are not told a second time that they have to join.
    await passing(8000, [ada, bob, carol], other);
    expect(heardBy(ada)).toEqual(atAda);
    expect(heardBy(bob)).toEqual(atBob);
  });

  it('are left alone when a process drains that has them no longer', async () => {
    await join(ada);
    const other = await bench.process(uri);
    await passing(8000, [ada, bob], other);
    await eventually(() => expect(heardBy(ada)).toEqual(['sfu_restarted']));
    const { send } = await join(ada, other);
    await one.rooms.onApplicationShutdown();
    await produce(ada, send.id, other);
    expect(heardBy(ada)).toEqual(['sfu_restarted']);
  });
});

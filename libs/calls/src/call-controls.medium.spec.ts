import {
  deviceRoom,
  Problem,
  type Call,
  type SfuParameters,
  type SfuProducer,
  type SfuSource,
} from '@app/contracts';
import { freshDatabaseUri } from '@app/platform/testing';
import { awayMs } from './call/call-rules.js';
import { opus, vp8 } from './media/testing/rtp-samples.js';
import { caller, CallsBench, chatOf, type Caller } from './testing/calls-bench.js';

type Process = Awaited<ReturnType<CallsBench['process']>>;

describe('CallControls, in two processes over one database', () => {
  const [ada, bob, carol, dan] = [caller('ada'), caller('bob'), caller('carol'), caller('dan')];
  const everybody = [ada, bob, carol, dan];
  const chatId = chatOf(...everybody.map(({ actor }) => actor.userId));
  let bench: CallsBench;
  /** Has the room. */
  let one: Process;
  let other: Process;
  let call: Call;

  /** Begun by Ada; Bob and Carol have come, and Dan is a member of the chat. */
  beforeEach(async () => {
    bench = new CallsBench();
    const uri = freshDatabaseUri();
    one = await bench.process(uri);
    other = await bench.process(uri);
    call = await one.service.start(ada.actor, { chatId, media: 'audio', deviceId: ada.deviceId });
    for (const who of [bob, carol]) await one.service.accept(who.actor, on(who));
  });

  afterEach(() => bench.close());

  const on = ({ deviceId }: Caller) => ({ callId: call.id, deviceId });
  const id = ({ actor }: Caller) => actor.userId;
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
  /** In the room, with a microphone, the sound of a screen, and the screen. */
  const speaking = async (who: Caller) => {
    const { send } = await one.sfu.join(who.actor, on(who));
    const sources = ['microphone', 'screen_audio', 'screen'] as const;
    return Promise.all(sources.map((source) => sending(who, send.id, source)));
  };
  const sending = async (who: Caller, transportId: string, source: SfuSource) => {
    const isPicture = source === 'screen';
    const rtpParameters = (isPicture ? vp8() : opus()) as unknown as SfuParameters;
    const wish = { ...on(who), transportId, rtpParameters, source, isPaused: false };
    return (await one.sfu.produce(who.actor, wish)).producerId;
  };
  const isHeard = (producerId: string | undefined) =>
    one.engine.backends[0]!.producers.get(producerId as never)?.isPaused === false;
  const mute = (by: Caller, whom?: Caller, where = one) =>
    where.controls.mute(by.actor, { ...on(by), ...(whom && { userId: id(whom) }) });
  const remove = (by: Caller, whom: Caller, where = one) =>
    where.controls.remove(by.actor, { ...on(by), userId: id(whom) });
  const lock = (by: Caller, isLocked = true) =>
    one.controls.lock(by.actor, { ...on(by), isLocked });
  const accept = (who: Caller) => codeOf(one.service.accept(who.actor, on(who)));

  it.each([
    ['where the room is', () => one],
    ['where it is not', () => other],
  ])('pause all sound of who is muted, and nothing else: %s', async (_, where) => {
    const [voice, sound, screen] = await speaking(bob);
    const [hers] = await speaking(carol);
    const all = [voice, sound, screen, hers];
    await mute(ada, bob, where());
    await one.rooms.look();
    expect(all.map(isHeard)).toEqual([false, false, true, true]);
    expect(bench.ear.said).toContainEqual({
      room: deviceRoom(carol.actor.sessionId, carol.deviceId),
      event: 'sfu_producer',
      payload: expect.objectContaining({ producerId: voice, isPaused: true }) as SfuProducer,
    });
    await where().controls.unmute(bob.actor, on(bob));
    await one.rooms.look();
    expect(all.map(isHeard)).toEqual([true, true, true, true]);
  });

  it('keep who is muted silent, whatever their client does, until it says that it wants more', async () => {
    const [voice, sound] = await speaking(bob);
    await mute(ada);
    for (const producerId of [voice!, sound!]) {
      await one.sfu.pauseProducer(bob.actor, { ...on(bob), producerId });
      await one.sfu.resumeProducer(bob.actor, { ...on(bob), producerId });
      expect(isHeard(producerId)).toBe(false);
    }
    const [again, byAnotherName] = await speaking(bob);
    const { parties } = await one.service.show(bob.actor, {
      ...{ ...on(bob), media: { audio: true, video: false, screen: false } },
    });
    expect([again, byAnotherName].map(isHeard)).toEqual([false, false]);
    expect(parties.find(({ userId }) => userId === id(bob))).toMatchObject({
      ...{ muted: { by: id(ada) }, media: { audio: false } },
    });
    await one.controls.unmute(bob.actor, on(bob));
    expect([again, byAnotherName].map(isHeard)).toEqual([true, true]);
  });

  it('let who has muted themselves be silent when the host lets them', async () => {
    const [voice] = await speaking(bob);
    const producer = { ...on(bob), producerId: voice! };
    await one.sfu.pauseProducer(bob.actor, producer);
    await mute(ada, bob);
    await one.controls.unmute(bob.actor, on(bob));
    expect(isHeard(voice)).toBe(false);
    await one.sfu.resumeProducer(bob.actor, producer);
    expect(isHeard(voice)).toBe(true);
    await speaking(ada);
    const theirs = one.sfu.pauseProducer(ada.actor, { ...producer, ...on(ada) });
    expect(await codeOf(theirs)).toBe('not_found');
    expect(isHeard(voice)).toBe(true);
  });

  it.each([
    ['where the room is', () => one],
    ['where it is not', () => other],
  ])('put out who is removed, of the room and for good: %s', async (_, where) => {
    await speaking(bob);
    await speaking(carol);
    await remove(ada, bob, where());
    await one.rooms.look();
    expect(one.engine.backends[0]!.transports.size).toBe(2);
    expect(await codeOf(one.sfu.join(bob.actor, on(bob)))).toBe('forbidden');
    expect(await accept(bob)).toBe('call_removed');
    const begin = { chatId, media: 'audio', deviceId: bob.deviceId } as const;
    expect(await codeOf(one.service.start(bob.actor, begin))).toBe('call_removed');
    // Whose claim on their time has gone with it.
    const another = chatOf('bob', 'eve', 'fay');
    const { id: callId } = await other.service.start(bob.actor, { ...begin, chatId: another });
    expect(callId).not.toBe(call.id);
  });

  it('take in hosts of the chat when it is locked, by whichever way, and nobody else', async () => {
    await lock(ada);
    expect(await accept(dan)).toBe('call_locked');
    const begin = { chatId, media: 'audio', deviceId: dan.deviceId } as const;
    expect(await codeOf(one.service.start(dan.actor, begin))).toBe('call_locked');
    bench.roles.set(id(dan), 'admin');
    expect(await accept(dan)).toBeUndefined();
    await one.service.end(dan.actor, on(dan));
    expect((await one.service.start(dan.actor, begin)).id).toBe(call.id);
    bench.roles.delete(id(dan));
    expect(await codeOf(lock(dan, false))).toBe('forbidden');
    await lock(ada, false);
    await one.service.end(dan.actor, on(dan));
    expect(await accept(dan)).toBeUndefined();
  });

  it('let nobody come and go, or lock and open it, without end', async () => {
    const comeAndGo = async () => {
      await one.service.end(dan.actor, on(dan));
      return accept(dan);
    };
    expect(await accept(dan)).toBeUndefined();
    for (let times = 0; times < 10; times++) expect(await comeAndGo()).toBeUndefined();
    expect(await comeAndGo()).toBe('rate_limited');
    const begin = { chatId, media: 'audio', deviceId: dan.deviceId } as const;
    expect(await codeOf(one.service.start(dan.actor, begin))).toBe('rate_limited');
    for (let times = 0; times < 10; times++) await lock(ada, times % 2 === 0);
    expect(await codeOf(lock(ada))).toBe('rate_limited');
    // Others are as free as before, and so is whoever has lost the line.
    await one.service.end(bob.actor, on(bob));
    expect(await accept(bob)).toBeUndefined();
    bench.time.advance(11_000);
    expect(await accept(dan)).toBeUndefined();
  });

  it('let who has lost the line come back, however often they came and went before', async () => {
    for (let times = 0; times < 10; times++) {
      await one.service.end(carol.actor, on(carol));
      expect(await accept(carol)).toBeUndefined();
    }
    await one.service.away(carol.actor, on(carol));
    bench.time.advance(awayMs);
    await one.clock.look();
    const { parties } = await one.service.pulse(ada.actor, { ...on(ada), isConnected: true });
    expect(parties.find(({ userId }) => userId === id(carol))?.state).toBe('left');
    expect(await accept(carol)).toBeUndefined();
    await one.service.end(carol.actor, on(carol));
    expect(await accept(carol)).toBe('rate_limited');
  });

  it('are for hosts: who has begun it, admins of the chat, moderators of the workspace', async () => {
    const what = [
      (by: Caller) => mute(by),
      (by: Caller) => lock(by),
      (by: Caller) => remove(by, carol),
      (by: Caller) => one.controls.hand(by.actor, { ...on(by), userId: id(ada), isRaised: false }),
    ];
    const refusals = async (by: Caller) => {
      const codes: unknown[] = [];
      for (const each of what) codes.push(await codeOf(each(by)));
      return codes;
    };
    const none = what.map(() => undefined);
    const all = what.map(() => 'forbidden');
    expect(await refusals(bob)).toEqual(all);
    expect(await refusals(dan)).toEqual(all);
    bench.roles.set(id(dan), 'admin');
    expect(await refusals(dan)).toEqual(all);
    const moderator: Caller = { ...bob, actor: { ...bob.actor, role: 'moderator' } };
    // Their token says so, and they are none any more.
    expect(await refusals(moderator)).toEqual(all);
    bench.people.roles.set(id(bob), 'moderator');
    expect(await refusals(moderator)).toEqual(none);
    bench.roles.set(id(bob), 'admin');
    expect(await refusals(bob)).toEqual(none);
    expect(await refusals(ada)).toEqual(none);
  });

  it('spare the owner of the chat, but for another one', async () => {
    bench.roles.set(id(carol), 'owner');
    expect(await codeOf(remove(ada, carol))).toBe('forbidden');
    bench.roles.set(id(ada), 'owner');
    expect(await codeOf(remove(ada, carol))).toBeUndefined();
    expect(await codeOf(remove(ada, bob))).toBeUndefined();
    expect(await codeOf(remove(ada, dan))).toBeUndefined();
    expect(await codeOf(remove(ada, caller('eve')))).toBe('not_found');
  });

  it('are nothing in a call of two, nor in one that is not there', async () => {
    const [eve, fay] = [caller('eve'), caller('fay')];
    const begin = { chatId: chatOf('eve', 'fay'), media: 'audio', deviceId: eve.deviceId } as const;
    call = await one.service.start(eve.actor, begin);
    await one.service.accept(fay.actor, on(fay));
    const hand = (by: Caller) => one.controls.hand(by.actor, { ...on(by), isRaised: true });
    const all = (by: Caller) =>
      Promise.all(
        [mute(by), remove(by, fay), lock(by), hand(by), one.controls.unmute(by.actor, on(by))].map(
          codeOf,
        ),
      );
    expect(await all(eve)).toEqual(Array.from({ length: 5 }, () => 'forbidden'));
    call = { ...call, id: 'none' as never };
    expect(await all(eve)).toEqual(Array.from({ length: 5 }, () => 'not_found'));
  });
});

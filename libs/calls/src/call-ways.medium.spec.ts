import { Problem, userRoom, type Call } from '@app/contracts';
import { freshDatabaseUri } from '@app/platform/testing';
import { noMedia } from './media/media-bounds.js';
import { caller, CallsBench, chatOf, type Caller } from './testing/calls-bench.js';

type Process = Awaited<ReturnType<CallsBench['process']>>;

describe('CallWays', () => {
  const [ada, bob, carol] = [caller('ada'), caller('bob'), caller('carol')];
  const chatId = chatOf('ada', 'bob');
  let bench: CallsBench;
  let one: Process;
  let call: Call;

  beforeEach(async () => {
    bench = new CallsBench();
    one = await bench.process(freshDatabaseUri());
    call = await one.service.start(ada.actor, { chatId, media: 'audio', deviceId: ada.deviceId });
    await one.service.accept(bob.actor, on(bob));
    bench.ear.said.splice(0);
  });

  afterEach(() => bench.close());

  const idOf = ({ actor }: Caller) => actor.userId;
  const on = ({ deviceId }: Caller) => ({ callId: call.id, deviceId });
  const now = async () => (await one.service.list(ada.actor, { limit: 1 })).items[0]!;
  const reroute = (who: Caller) => one.service.reroute(who.actor, on(who));
  const invite = (who: Caller, whom: Caller) =>
    one.service.invite(who.actor, { ...on(who), userId: whom.actor.userId });
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

  it('lead nowhere where there is no room: the call is what it was, and nobody is called', async () => {
    jest.spyOn(one.engine, 'openRoom').mockRejectedValue(noMedia());
    expect(await codeOf(reroute(ada))).toBe('service_unavailable');
    expect(await codeOf(invite(bob, carol))).toBe('service_unavailable');
    expect(await now()).toMatchObject({ kind: 'direct', via: 'peer', state: 'connecting' });
    expect(bench.ear.said).toEqual([]);
    expect(await codeOf(one.service.accept(carol.actor, on(carol)))).toBe('forbidden');
  });

  it('open no room for who is not in it', async () => {
    const opened = jest.spyOn(one.engine, 'openRoom');
    const tablet = caller('bob', 'tablet');
    for (const who of [carol, tablet])
      expect([await codeOf(reroute(who)), await codeOf(invite(who, carol))]).toEqual([
        'forbidden',
        'forbidden',
      ]);
    expect(opened).not.toHaveBeenCalled();
  });

  it('open no room for one more while it rings for the other one', async () => {
    await one.service.end(ada.actor, on(ada));
    call = await one.service.start(ada.actor, { chatId, media: 'audio', deviceId: ada.deviceId });
    const opened = jest.spyOn(one.engine, 'openRoom');
    expect(await codeOf(invite(ada, carol))).toBe('conflict');
    expect(opened).not.toHaveBeenCalled();
    await one.service.accept(bob.actor, on(bob));
    expect(await codeOf(invite(ada, carol))).toBeUndefined();
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('let a guest find the call as long as it runs, and not afterwards', async () => {
    const live = async () => (await one.service.live(carol.actor)).items.map(({ id }) => id);
    await invite(ada, carol);
    await one.service.decline(carol.actor, on(carol));
    expect(await live()).toEqual([call.id]);
    await one.service.accept(carol.actor, on(carol));
    for (const who of [ada, bob, carol]) await one.service.end(who.actor, on(who));
    bench.time.pass(20_000);
    expect(await live()).toEqual([]);
    await one.clock.look();
    expect((await now()).state).toBe('ended');
    expect(await live()).toEqual([]);
    expect(await codeOf(one.service.accept(carol.actor, on(carol)))).toBe('call_ended');
  });

  it('tell a guest whom a host has put out why they may not come back', async () => {
    await invite(ada, carol);
    await one.service.accept(carol.actor, on(carol));
    await one.controls.remove(ada.actor, { ...on(ada), userId: carol.actor.userId });
    expect(await codeOf(one.service.accept(carol.actor, on(carol)))).toBe('call_removed');
    const eve = caller('eve');
    expect(await codeOf(one.service.accept(eve.actor, on(eve)))).toBe('not_member');
    await invite(ada, carol);
    expect(await codeOf(one.service.accept(carol.actor, on(carol)))).toBeUndefined();
  });

  it.each(['carol ada', 'ada carol'])('are closed to a guest by a block: %s', async (block) => {
    const accept = () => codeOf(one.service.accept(carol.actor, on(carol)));
    bench.people.blocks.add(block);
    expect(await codeOf(invite(ada, carol))).toBe('blocked');
    bench.people.blocks.clear();
    await invite(ada, carol);
    await one.service.decline(carol.actor, on(carol));
    bench.people.blocks.add(block);
    expect(await accept()).toBe('blocked');
    // Another one's invitation is another one.
    await invite(bob, carol);
    expect(await accept()).toBeUndefined();
    // Who has left comes by the last of them.
    await one.service.end(carol.actor, on(carol));
    expect(await accept()).toBeUndefined();
    bench.people.blocks.add('bob carol');
    // Nobody is put out, nor told so who comes again.
    expect(await accept()).toBeUndefined();
    await one.service.end(carol.actor, on(carol));
    expect(await accept()).toBe('blocked');
  });

  it('tell who is in another call who wanted them, by what takes the place of nothing', async () => {
    const dan = caller('dan');
    const theirs = chatOf('carol', 'dan');
    const wish = { chatId: theirs, media: 'audio', deviceId: carol.deviceId } as const;
    const { id: callId } = await one.service.start(carol.actor, wish);
    await one.service.accept(dan.actor, { callId, deviceId: dan.deviceId });
    expect(await codeOf(invite(ada, carol))).toBe('call_busy');
    const { payload } = bench.ear.said.findLast(({ event }) => event === 'call_busy')!;
    const { call: told } = payload as { call: Call };
    expect(told).toMatchObject({ id: call.id, version: 0 });
    expect(told.parties.map(({ userId }) => userId)).toEqual([ada, carol].map(idOf));
  });

  it('count no invitation that is refused', async () => {
    const counted = jest.spyOn(bench.limiter, 'consume');
    bench.people.blocks.add('carol ada');
    expect(await codeOf(invite(ada, carol))).toBe('blocked');
    bench.people.blocks.clear();
    await invite(ada, carol);
    counted.mockClear();
    await invite(ada, carol);
    await one.controls.lock(ada.actor, { ...on(ada), isLocked: true });
    expect(await codeOf(invite(bob, caller('dan')))).toBe('call_locked');
    await one.controls.remove(ada.actor, { ...on(ada), userId: carol.actor.userId });
    expect(await codeOf(invite(bob, carol))).toBe('forbidden');
    // The lock is, and nothing else.
    expect(counted.mock.calls.map(([key]) => key)).toEqual([`calls:ada:in:${call.id}`]);
  });

  it('count who is invited as whom one calls', async () => {
    await invite(ada, carol);
    const rung = () =>
      bench.ear.said.filter(
        ({ room, event }) => room === userRoom(carol.actor.userId) && event === 'call_incoming',
      ).length;
    // Who is called already is not called again.
    await invite(bob, carol);
    expect(rung()).toBe(1);
    const ringAgain = async () => {
      await one.service.decline(carol.actor, on(carol));
      return codeOf(invite(ada, carol));
    };
    const codes: unknown[] = [];
    while (!codes.includes('rate_limited')) codes.push(await ringAgain());
    expect(rung()).toBe(250);
  });
});

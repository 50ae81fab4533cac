import { userRoom, type Call, type Fact } from '@app/contracts';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { ringingMs } from './call/call-rules.js';
import { caller, CallsBench, chatOf } from './testing/calls-bench.js';

describe('For whom a call rings', () => {
  let bench: CallsBench;
  let here: Awaited<ReturnType<CallsBench['process']>>;
  let told: Fact<'call.ringing'>[];
  const [ada, bob, eve] = [caller('ada'), caller('bob'), caller('eve')];

  beforeEach(async () => {
    bench = new CallsBench();
    here = await bench.process(freshDatabaseUri());
    told = [];
    bench.facts.subscribe({
      module: 'test',
      name: 'call.ringing',
      handle: (fact) => void told.push(fact),
    });
  });

  afterEach(() => bench.close());

  const start = (...names: readonly string[]): Promise<Call> =>
    here.service.start(ada.actor, {
      chatId: chatOf(...names),
      media: 'audio',
      deviceId: ada.deviceId,
    });

  /** Whom it rings for, and for whom no more, in order. */
  const changesAre = (expected: readonly (readonly [string[], string[]])[]) =>
    eventually(() =>
      expect(told.map(({ userIds, silentIds }) => [userIds, silentIds])).toEqual(expected),
    );

  it('is told when it begins, and when somebody answers', async () => {
    const call = await start('ada', 'bob');
    await here.service.accept(bob.actor, { callId: call.id, deviceId: bob.deviceId });
    await changesAre([
      [['bob'], []],
      [[], ['bob']],
    ]);
    expect(told[0]).toMatchObject({ callId: call.id, chatId: call.chatId, callerId: 'ada' });
    expect(told[1]!.version).toBeGreaterThan(told[0]!.version);
  });

  it('is told of each in a group, and nothing where nothing of it changes', async () => {
    const call = await start('ada', 'bob', 'eve');
    const of = ({ deviceId }: typeof bob) => ({ callId: call.id, deviceId });
    await here.service.ring(bob.actor, of(bob));
    await here.service.decline(bob.actor, of(bob));
    await here.service.accept(eve.actor, of(eve));
    await changesAre([
      [['bob', 'eve'], []],
      [[], ['bob']],
      [[], ['eve']],
    ]);
  });

  it('is nobody in a group with whom there is a block, who may come all the same', async () => {
    bench.people.blocks.add('bob ada');
    const call = await start('ada', 'bob', 'eve');
    await changesAre([[['eve'], []]]);
    const rung = bench.ear.said.filter(({ event }) => event === 'call_incoming');
    expect(rung.map(({ room }) => room)).toEqual([userRoom(eve.actor.userId)]);
    const own = { callId: call.id, deviceId: bob.deviceId };
    const { parties } = await here.service.accept(bob.actor, own);
    expect(parties.find(({ userId }) => userId === bob.actor.userId)?.state).toBe('joined');
  });

  it('is told when nobody answers', async () => {
    await start('ada', 'bob');
    bench.time.pass(ringingMs);
    await here.clock.look();
    await changesAre([
      [['bob'], []],
      [[], ['bob']],
    ]);
  });
});

import { CallId, userRoom, type Call } from '@app/contracts';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { leaseMs, ringingMs } from './call/call-rules.js';
import { CallEntriesRepository } from './call-entries.repository.js';
import { CallsRepository } from './calls.repository.js';
import { caller, CallsBench, chatOf, stateOf, type Caller } from './testing/calls-bench.js';

type Process = Awaited<ReturnType<CallsBench['process']>>;

describe('Calls, in two processes over one database', () => {
  let bench: CallsBench;
  let one: Process;
  let other: Process;
  const [ada, bob, carol] = [caller('ada'), caller('bob'), caller('carol')];

  beforeEach(async () => {
    const uri = freshDatabaseUri();
    bench = new CallsBench();
    one = await bench.process(uri);
    other = await bench.process(uri);
  });

  afterEach(() => bench.close());

  const start = ({ service }: Process, from: Caller, to: Caller): Promise<Call> => {
    const [first, second] = [from.actor.userId, to.actor.userId].sort();
    const chatId = chatOf(first!, second!);
    return service.start(from.actor, { chatId, media: 'audio', deviceId: from.deviceId });
  };
  const device = ({ id: callId }: Call, { deviceId }: Caller) => ({ callId, deviceId });
  const accept = ({ service }: Process, call: Call, who: Caller) =>
    service.accept(who.actor, device(call, who));
  const pulse = ({ service }: Process, call: Call, who: Caller, isConnected = false) =>
    service.pulse(who.actor, { ...device(call, who), isConnected });
  const last = async ({ actor }: Caller): Promise<Call> =>
    (await one.service.list(actor, { limit: 1 })).items[0]!;

  it('is missed after 45 s, by whichever process looks, and told once', async () => {
    const call = await start(one, ada, bob);
    for (let ms = 5000; ms < ringingMs; ms += 5000) {
      bench.time.pass(5000);
      await pulse(one, call, ada);
    }
    bench.time.pass(4999);
    await other.clock.look();
    expect(stateOf(await last(ada))).toBe('ringing');
    bench.time.pass(1);
    await Promise.all([one.clock.look(), other.clock.look()]);
    expect(stateOf(await last(ada))).toBe('missed');
    const missed = { room: userRoom(bob.actor.userId), event: 'call_missed' };
    expect(bench.ear.said.filter((said) => said.event === 'call_missed')).toHaveLength(2);
    expect(bench.ear.said).toContainEqual(expect.objectContaining(missed));
    expect(bench.log.told).toMatchObject([{ callId: call.id, reason: 'missed' }]);
  });

  it('is answered by one device, whichever processes they ask', async () => {
    for (let round = 0; round < 10; round++) {
      const [phone, laptop] = [caller('bob', `phone-${round}`), caller('bob', `laptop-${round}`)];
      const call = await start(one, ada, bob);
      const answers = await Promise.allSettled([
        accept(one, call, phone),
        accept(other, call, laptop),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await one.service.end(ada.actor, device(call, ada));
    }
  });

  it('is one call when both begin at once', async () => {
    for (let round = 0; round < 10; round++) {
      const [first, second] = await Promise.all([start(one, ada, bob), start(other, bob, ada)]);
      expect(first.id).toBe(second.id);
      const now = await last(ada);
      expect([now.id, stateOf(now)]).toEqual([first.id, 'connecting']);
      await one.service.end(now.callerId === 'ada' ? ada.actor : bob.actor, {
        callId: now.id,
        deviceId: now.callerId === 'ada' ? ada.deviceId : bob.deviceId,
      });
    }
  });

  it('lets nobody into two, whoever is faster', async () => {
    for (let round = 0; round < 10; round++) {
      const [first, second] = await Promise.all([start(one, ada, bob), start(other, carol, bob)]);
      const answers = await Promise.allSettled([
        accept(one, first, bob),
        accept(other, second, bob),
      ]);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await one.service.end(ada.actor, device(first, ada));
      await one.service.end(carol.actor, device(second, carol));
    }
  });

  it('counts what rings, and neither what is refused nor who comes into what runs', async () => {
    const counted = jest.spyOn(bench.limiter, 'consume');
    bench.people.blocks.add('ada bob');
    await expect(start(one, ada, bob)).rejects.toMatchObject({ code: 'blocked' });
    bench.people.blocks.clear();
    expect(counted).not.toHaveBeenCalled();
    const call = await start(one, ada, bob);
    const ofPairAndCaller = 2;
    expect(counted).toHaveBeenCalledTimes(ofPairAndCaller);
    await expect(start(one, ada, carol)).rejects.toMatchObject({ code: 'call_busy' });
    // Again, and from the other end: it is the same call.
    for (const [from, to] of [[ada, bob] as const, [bob, ada] as const])
      expect((await start(one, from, to)).id).toBe(call.id);
    expect(counted).toHaveBeenCalledTimes(ofPairAndCaller);
    // Who is in another call hears that they were wanted.
    expect(stateOf(await start(other, carol, bob))).toBe('busy');
    expect(counted).toHaveBeenCalledTimes(2 * ofPairAndCaller);
  });

  it('rings when it is asked for again, where nobody was told of it before', async () => {
    const rung = () => bench.ear.said.filter(({ event }) => event === 'call_incoming');
    const failing = jest.spyOn(CallEntriesRepository.prototype, 'add');
    failing.mockRejectedValueOnce(new Error('away'));
    await expect(start(one, ada, bob)).rejects.toThrow('away');
    expect(rung()).toEqual([]);
    const call = await start(other, ada, bob);
    expect(rung()).toMatchObject([{ room: userRoom(bob.actor.userId), payload: { call } }]);
    expect((await last(bob)).id).toBe(call.id);
    // A device has said that it rings: it need not be told again.
    await one.service.ring(bob.actor, device(call, bob));
    await start(one, ada, bob);
    expect(rung()).toHaveLength(1);
    failing.mockRestore();
  });

  it('leaves nothing behind when its process dies', async () => {
    const call = await start(one, ada, bob);
    await accept(one, call, bob);
    await pulse(one, call, ada, true);
    // Nobody renews anything any more.
    bench.time.pass(leaseMs);
    expect(stateOf(await start(other, carol, bob))).toBe('ringing');
    await other.clock.look();
    const { items } = await other.service.list(ada.actor, { limit: 1 });
    expect(items.map(stateOf)).toEqual(['completed']);
    expect(stateOf(await start(other, ada, bob))).toBe('ringing');
  });

  describe('of a process that stood still', () => {
    /** Lets the clock of the first process look for so long, and what it began come to an end. */
    const look = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 1000) {
        bench.time.advance(1000);
        await Promise.all(looks.mock.results.map(({ value }) => value as Promise<void>));
      }
    };
    const active = async () => {
      const call = await start(one, ada, bob);
      await accept(one, call, bob);
      return pulse(one, call, ada, true);
    };

    let looks: jest.SpiedFunction<Process['clock']['look']>;

    beforeEach(() => {
      looks = jest.spyOn(one.clock, 'look');
      one.clock.onModuleInit();
    });

    afterEach(() => one.clock.onApplicationShutdown());

    it('puts nobody out who says meanwhile that they are there', async () => {
      await look(20_000);
      const call = await active();
      bench.time.pass(60_000);
      await look(4000);
      await pulse(one, call, ada, true);
      await pulse(one, call, bob, true);
      await look(10_000);
      expect(stateOf(await pulse(one, call, ada, true))).toBe('active');
      await look(leaseMs + 4000);
      await expect(active()).resolves.toMatchObject({ state: 'active' });
    });

    it('keeps no other call waiting while a chat is slow to hear of an end', async () => {
      const [dan, eve] = [caller('dan'), caller('eve')];
      const due = jest.spyOn(one.calls, 'due');
      const { promise, resolve } = Promise.withResolvers<unknown>();
      bench.log.gate = promise;
      /** Lets the clock look for so long, in which these callers say that they are there. */
      const ring = async (ms: number, ...ringing: readonly (readonly [Call, Caller])[]) => {
        for (let passed = 0; passed < ms; passed += 2000) {
          bench.time.advance(2000);
          await Promise.all(due.mock.results.map(({ value }) => value as Promise<unknown>));
          for (const [call, who] of ringing) await pulse(one, call, who);
        }
      };
      const mustBeMissed = (times: number) =>
        eventually(() => {
          const said = bench.ear.said.filter(({ event }) => event === 'call_missed');
          expect(said).toHaveLength(times);
        });
      const first = await start(one, ada, bob);
      await ring(30_000, [first, ada]);
      const second = await start(one, dan, eve);
      await ring(14_000, [first, ada], [second, dan]);
      await ring(4000, [second, dan]);
      await mustBeMissed(2);
      await ring(26_000, [second, dan]);
      await ring(4000);
      await mustBeMissed(4);
      expect(bench.log.told).toEqual([]);
      resolve(null);
    });

    it('waits as well for what it begins with, and for a database that stood still', async () => {
      const call = await active();
      bench.time.pass(leaseMs);
      await look(4000);
      expect(stateOf(await pulse(one, call, ada, true))).toBe('active');
      await pulse(one, call, bob, true);
      await look(10_000);
      const due = jest.spyOn(CallsRepository.prototype, 'due').mockImplementationOnce(() => {
        bench.time.pass(leaseMs);
        return Promise.resolve([call.id]);
      });
      await look(4000);
      due.mockRestore();
      expect(stateOf(await pulse(one, call, ada, true))).toBe('active');
    });
  });

  it('is looked for rarely where nobody has called for long, and often where somebody has', async () => {
    const looks = async (ms: number) => {
      const looked: number[] = [];
      const due = jest.spyOn(CallsRepository.prototype, 'due').mockImplementation((nowMs) => {
        looked.push(nowMs);
        return Promise.resolve([]);
      });
      one.clock.onModuleInit();
      for (let passed = 0; passed < ms; passed += 1000) {
        bench.time.advance(1000);
        // What one look leaves to be done is done before the next.
        await new Promise(setImmediate);
      }
      await one.clock.onApplicationShutdown();
      due.mockRestore();
      return looked.length;
    };
    expect(await looks(60_000)).toBe(2);
    await start(one, ada, bob);
    expect(await looks(60_000)).toBeGreaterThan(25);
  });

  it('tells the chat later, and once, when its log is away at the end', async () => {
    bench.log.isAway = true;
    const call = await start(one, ada, bob);
    await one.service.decline(bob.actor, device(call, bob));
    bench.time.pass(5000);
    await one.clock.look();
    expect(bench.log.told).toEqual([]);
    bench.log.isAway = false;
    await Promise.all([one.clock.look(), other.clock.look()]);
    bench.time.pass(60_000);
    await one.clock.look();
    expect(bench.log.told).toMatchObject([{ callId: call.id, reason: 'declined', seconds: 0 }]);
    expect(bench.ear.said.filter(({ event }) => event === 'call_ended')).toHaveLength(2);
  });

  it('is missed in time while the log of chats is away for more calls than a look takes', async () => {
    bench.log.isAway = true;
    const declined = await start(one, ada, bob);
    await one.service.decline(bob.actor, device(declined, bob));
    const untold = (await one.calls.find(declined.id))!;
    const ids = Array.from({ length: 100 }, (_, at) => CallId.parse(`untold-${at}`));
    await Promise.all(ids.map((id) => one.calls.insert({ ...untold, id })));
    const call = await start(one, carol, ada);
    for (let ms = 0; ms < ringingMs; ms += leaseMs) {
      await pulse(one, call, carol);
      bench.time.pass(leaseMs);
    }
    await one.clock.look();
    const missed = bench.ear.said.filter(({ event }) => event === 'call_missed');
    expect(missed).toMatchObject([{ payload: { callId: call.id } }, {}]);
  });
});

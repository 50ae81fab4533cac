import { type Call, Problem, type SfuParameters } from '@app/contracts';
import { freshDatabaseUri } from '@app/platform/testing';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallsRepository } from './calls.repository.js';
import { FakeRoom } from './media/fake/fake-room.js';
import { FakeTransport } from './media/fake/fake-transport.js';
import { opus } from './media/testing/rtp-samples.js';
import { caller, CallsBench, chatOf, stateOf, type Caller } from './testing/calls-bench.js';

type Process = Awaited<ReturnType<CallsBench['process']>>;
type Methods = Record<string, (...args: unknown[]) => Promise<unknown>>;

/** Steps of the event loop after which the second thing is done; by then the first one is over. */
const moments = Array.from({ length: 25 }, (_, steps) => steps);

describe('Calls, where two things happen at once', () => {
  const [ada, bob, carol] = [caller('ada'), caller('bob'), caller('carol')];
  let bench: CallsBench;
  let one: Process;
  let other: Process;
  let call: Call;

  beforeEach(async () => {
    const uri = freshDatabaseUri();
    bench = new CallsBench();
    one = await bench.process(uri);
    other = await bench.process(uri);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await bench.close();
  });

  /** As far from here as a process is that carries media: what is asked of it takes some steps. */
  const keepDistance = () => {
    const take = <T>(made: Promise<T>) => later(3, () => made);
    for (const [on, name] of [
      [FakeTransport.prototype, 'produce'],
      [FakeRoom.prototype, 'openTransport'],
    ] as const) {
      const native = Reflect.get(on, name) as (...about: unknown[]) => Promise<never>;
      jest.spyOn(on as FakeTransport & FakeRoom, name).mockImplementation(function (
        this: unknown,
        ...about: unknown[]
      ) {
        return take(native.apply(this, about));
      });
    }
  };

  const on = ({ deviceId }: Caller) => ({ callId: call.id, deviceId });
  const start = async (who: Caller, ...names: string[]) => {
    const wish = { chatId: chatOf(...names), media: 'audio', deviceId: who.deviceId } as const;
    call = await one.service.start(who.actor, wish);
    return call;
  };
  const group = async () => {
    await start(ada, 'ada', 'bob', 'carol');
    await one.service.accept(bob.actor, on(bob));
  };
  const later = async <T>(steps: number, run: () => Promise<T>): Promise<T> => {
    for (let left = steps; left > 0; left--) await new Promise(setImmediate);
    return run();
  };
  /** What each is refused with; undefined: it is not. */
  const codesOf = async (...asked: Promise<unknown>[]) =>
    (await Promise.allSettled(asked)).map((answer) => {
      if (answer.status === 'fulfilled') return undefined;
      if (answer.reason instanceof Problem) return (answer.reason as Problem).code;
      throw answer.reason;
    });
  const speak = async (who: Caller, transportId: string) => {
    const rtpParameters = opus() as unknown as SfuParameters;
    const wish = { source: 'microphone', isPaused: false, transportId, rtpParameters } as const;
    return one.sfu.produce(who.actor, { ...on(who), ...wish });
  };
  const heard = async (who: Caller) => (await one.sfu.producers(who.actor, on(who))).producers;

  it('end a call that is cancelled while it is answered, and leave both free', async () => {
    for (const steps of moments.slice(0, 12)) {
      await start(ada, 'ada', 'bob');
      const [accepted] = await codesOf(
        other.service.accept(bob.actor, on(bob)),
        later(steps, () => one.service.end(ada.actor, on(ada))),
      );
      expect([undefined, 'call_ended']).toContain(accepted);
      const [last] = (await one.service.list(bob.actor, { limit: 1 })).items;
      expect(stateOf(last!)).toBe('cancelled');
      // Neither is held by it.
      for (const who of [bob, ada]) {
        await start(who, 'ada', 'bob');
        expect(stateOf(call)).toBe('ringing');
        await one.service.end(who.actor, on(who));
      }
    }
  });

  it('let one of two tabs in, however often each says so, and the other one end nothing', async () => {
    for (const kind of ['direct', 'group'] as const) {
      await start(ada, 'ada', 'bob', ...(kind === 'group' ? ['carol'] : []));
      const tabs = [caller('bob', `${kind}-1`), caller('bob', `${kind}-2`)];
      const codes = await codesOf(
        ...[...tabs, ...tabs].map((tab, at) =>
          [one, other][at % 2]!.service.accept(tab.actor, on(tab)),
        ),
      );
      const [first, second] = [codes.slice(0, 2), codes.slice(2)];
      expect(second).toEqual(first);
      expect(first.toSorted()).toEqual(['conflict', undefined]);
      const loser = tabs[first.indexOf('conflict')]!;
      const after = await codesOf(
        one.service.end(loser.actor, on(loser)),
        one.service.pulse(loser.actor, { ...on(loser), isConnected: true }),
        one.service.show(loser.actor, {
          ...{ ...on(loser), media: { audio: true, video: true, screen: true } },
        }),
      );
      expect(after.slice(1)).toEqual(['forbidden', 'forbidden']);
      const { items } = await one.service.list(ada.actor, { limit: 1 });
      expect(items[0]!.parties.map(({ state }) => state).slice(0, 2)).toEqual(['joined', 'joined']);
      await one.service.end(ada.actor, on(ada));
      const winner = tabs[first.indexOf(undefined)]!;
      if (kind === 'group') await one.service.end(winner.actor, on(winner));
    }
  });

  it('leave nothing in the room of who leaves while they come into it', async () => {
    keepDistance();
    for (const steps of moments) {
      await group();
      await one.sfu.join(ada.actor, on(ada));
      await codesOf(
        one.sfu.join(bob.actor, on(bob)),
        later(steps, () => one.service.end(bob.actor, on(bob))),
      );
      await one.rooms.look();
      expect(one.rooms.sizes).toEqual([expect.objectContaining({ peers: 1 })]);
      await one.service.end(ada.actor, on(ada));
      bench.time.advance(20_000);
      await one.clock.look();
      expect(one.rooms.sizes).toEqual([]);
    }
  });

  it('leave no room behind where the call ends while the first one comes', async () => {
    keepDistance();
    for (const steps of moments) {
      await group();
      await one.service.end(bob.actor, on(bob));
      await codesOf(
        one.sfu.join(ada.actor, on(ada)),
        later(steps, async () => {
          await one.service.end(ada.actor, on(ada));
          bench.time.advance(20_000);
          await one.clock.look();
        }),
      );
      await one.rooms.look();
      expect([one.rooms.sizes, one.engine.backends]).toEqual([[], []]);
    }
  });

  it('keep no ghost of what is sent by who is put out at that moment, or comes anew', async () => {
    keepDistance();
    for (const steps of moments) {
      await group();
      await one.sfu.join(ada.actor, on(ada));
      const { send } = await one.sfu.join(bob.actor, on(bob));
      const isAnew = steps % 2 === 0;
      await codesOf(
        speak(bob, send.id),
        later<unknown>(Math.floor(steps / 2), () =>
          isAnew
            ? one.sfu.join(bob.actor, on(bob))
            : one.controls.remove(ada.actor, { ...on(ada), userId: bob.actor.userId }),
        ),
      );
      expect(await heard(ada)).toEqual([]);
      expect(one.rooms.sizes).toEqual([{ peers: isAnew ? 2 : 1, producers: 0, consumers: 0 }]);
      for (const who of isAnew ? [ada, bob] : [ada]) await one.service.end(who.actor, on(who));
      bench.time.advance(20_000);
      await one.clock.look();
    }
  });

  /** Before it is written, when all has been asked: the fact of it finds nobody. */
  const meanwhile = (at: 'claimed' | 'replaced', change: () => void) => {
    const [on, name] =
      at === 'claimed'
        ? ([CallClaimsRepository.prototype, 'take'] as const)
        : ([CallsRepository.prototype, 'replace'] as const);
    const methods = on as unknown as Methods;
    const native = methods[name]!;
    jest.spyOn(methods, name).mockImplementationOnce(function (this: unknown, ...about) {
      change();
      return native.apply(this, about);
    });
  };
  const isFree = async (who: Caller) => {
    const [code] = await codesOf(start(who, who.actor.userId, 'eve'));
    if (!code) await one.service.end(who.actor, on(who));
    return code === undefined;
  };

  it.each([
    ['begin a call', false],
    ['come into one that runs', true],
  ])('have no place for who is put out of the chat while they %s', async (_, isRunning) => {
    const names = ['ada', 'bob', 'carol'];
    if (isRunning) await start(ada, ...names);
    meanwhile('claimed', () => bench.gone.add(bob.actor.userId));
    expect(await codesOf(start(bob, ...names))).toEqual(['not_member']);
    expect(await isFree(bob)).toBe(true);
    expect(await isFree(ada)).toBe(!isRunning);
  });

  it('do not ring across a block that is made while one is begun', async () => {
    meanwhile('claimed', () => bench.people.blocks.add('bob ada'));
    expect(await codesOf(start(ada, 'ada', 'bob'))).toEqual(['blocked']);
    const [last] = (await one.service.list(bob.actor, { limit: 1 })).items;
    expect(stateOf(last!)).toBe('cancelled');
    expect(await isFree(ada)).toBe(true);
  });

  it('do not ring across a block that is made while somebody is invited', async () => {
    await start(ada, 'ada', 'bob');
    await one.service.accept(bob.actor, on(bob));
    meanwhile('replaced', () => bench.people.blocks.add('carol ada'));
    const invitation = { ...on(ada), userId: carol.actor.userId };
    expect(await codesOf(one.service.invite(ada.actor, invitation))).toEqual(['blocked']);
    const [now] = (await one.service.list(ada.actor, { limit: 1 })).items;
    expect(now!.parties.map(({ state }) => state)).toEqual(['joined', 'joined', 'left']);
  });

  it('hold who sends again and again to their bound, and keep nothing of what is closed', async () => {
    await group();
    await one.sfu.join(ada.actor, on(ada));
    const { send } = await one.sfu.join(bob.actor, on(bob));
    for (let n = 0; n < 5; n++) {
      const asked = Array.from({ length: 12 }, () => speak(bob, send.id));
      const codes = await codesOf(...asked);
      expect(codes.filter((code) => code === undefined)).toHaveLength(4);
      expect(new Set(codes)).toEqual(new Set([undefined, 'validation_failed']));
      const producers = await heard(ada);
      expect(producers).toHaveLength(4);
      for (const { producerId } of producers) {
        const closing = () => one.sfu.closeProducer(bob.actor, { ...on(bob), producerId });
        expect((await codesOf(closing(), closing())).toSorted()).toEqual(['not_found', undefined]);
      }
      expect(await heard(ada)).toEqual([]);
    }
    // Nor by what is another's.
    const mine = await one.sfu.join(ada.actor, on(ada));
    const { producerId } = await speak(ada, mine.send.id);
    const foreign = { ...on(bob), producerId };
    expect(
      await codesOf(
        one.sfu.closeProducer(bob.actor, foreign),
        one.sfu.pauseProducer(bob.actor, foreign),
        speak(bob, mine.send.id),
        one.sfu.producers(carol.actor, on(carol)),
      ),
    ).toEqual(['not_found', 'not_found', 'not_found', 'forbidden']);
  });
});

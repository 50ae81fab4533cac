import { isDeepStrictEqual } from 'node:util';
import { CallId, ChatId, DeviceId, Problem, SessionId, UserId, userRoom } from '@app/contracts';
import * as fc from 'fast-check';
import { act, deadlineOf, settle } from './call-machine.js';
import { newsOf } from './call-news.js';
import { awayMs, joinedOn, leaseMs, ringingMs, type CallAction } from './call-rules.js';
import { isJoined, partyOf, type OneCall } from './call.js';
import { connectingMs } from './direct-rules.js';
import type { News } from './news.js';

const ada = UserId.parse('ada');
const bob = UserId.parse('bob');
const eve = UserId.parse('eve');
const deviceOf = (name: string) => ({
  sessionId: SessionId.parse(`session-${name}`),
  deviceId: DeviceId.parse(name),
});
const desk = deviceOf('desk');
const phone = deviceOf('phone');
const tablet = deviceOf('tablet');
const t0 = 1_000_000;

const ringing = (): OneCall => ({
  id: CallId.parse('call'),
  kind: 'direct',
  via: 'peer',
  chatId: ChatId.parse('chat'),
  media: 'audio',
  callerId: ada,
  state: 'ringing',
  parties: [
    joinedOn({ userId: ada, state: 'invited' }, desk, t0),
    { userId: bob, state: 'invited' },
  ],
  createdMs: t0,
  early: [],
  isTold: false,
  version: 1,
});

const by = (userId: UserId, device: typeof desk) => ({ userId, device });
const accepted = () => act(ringing(), { type: 'accept', ...by(bob, phone) }, t0 + 1000);
const active = () =>
  act(accepted(), { type: 'pulse', ...by(ada, desk), isConnected: true }, t0 + 2000);
const refusal = (call: OneCall, action: CallAction, ms = t0 + 3000): string => {
  try {
    act(call, action, ms);
  } catch (error) {
    // A refusal is what is asked about.
    if (error instanceof Problem) return (error as Problem).code;
    throw error;
  }
  return 'none';
};

describe('act', () => {
  it('lets the first device answer, and no other', () => {
    expect(accepted()).toMatchObject({ state: 'connecting', answeredMs: t0 + 1000 });
    expect(refusal(accepted(), { type: 'accept', ...by(bob, tablet) })).toBe('conflict');
    expect(act(accepted(), { type: 'accept', ...by(bob, phone) }, t0 + 2000)).toEqual(accepted());
    expect(refusal(ringing(), { type: 'accept', ...by(ada, tablet) })).toBe('conflict');
  });

  it('lets nobody else do anything', () => {
    for (const type of ['accept', 'decline', 'end', 'ring', 'away', 'reroute'] as const)
      expect(refusal(active(), { type, ...by(eve, phone) })).toBe('forbidden');
    expect(refusal(active(), { type: 'end', ...by(bob, tablet) })).toBe('forbidden');
    expect(refusal(ringing(), { type: 'decline', ...by(ada, desk) })).toBe('forbidden');
  });

  it.each([
    ['cancelled', ringing, 'end', ada, desk],
    ['declined', ringing, 'decline', bob, tablet],
    ['declined', ringing, 'end', bob, phone],
    ['cancelled', accepted, 'end', bob, phone],
    ['completed', active, 'end', ada, desk],
  ] as const)('ends as %s', (reason, from, type, who, device) => {
    const over = act(from(), { type, ...by(who, device) }, t0 + 3000);
    expect(over).toMatchObject({ state: 'ended', reason, endedMs: t0 + 3000 });
    expect(act(over, { type, ...by(who, device) }, t0 + 4000)).toBe(over);
    expect(refusal(over, { type: 'accept', ...by(bob, phone) })).toBe('call_ended');
  });

  it.each([
    ['cancelled', ringing, ada],
    ['declined', ringing, bob],
    ['cancelled', accepted, bob],
    ['completed', active, ada],
  ] as const)('ends as %s for who may not be in it any more, on no device', (reason, from, who) => {
    const over = act(from(), { type: 'stop', userId: who }, t0 + 3000);
    expect(over).toMatchObject({ state: 'ended', reason, endedMs: t0 + 3000 });
    expect(act(over, { type: 'stop', userId: who }, t0 + 4000)).toBe(over);
    expect(refusal(from(), { type: 'stop', userId: eve })).toBe('forbidden');
  });

  it('keeps what was said before the answer, up to a bound', () => {
    const signal = { name: 'offer', payload: { callId: ringing().id, sdp: 'x'.repeat(39_000) } };
    const say = { type: 'signal', ...by(ada, desk), signal } as CallAction;
    const three = act(act(act(ringing(), say, t0), say, t0), say, t0);
    expect(three.early).toHaveLength(3);
    expect(refusal(three, say)).toBe('rate_limited');
    expect(act(three, { type: 'accept', ...by(bob, phone) }, t0).early).toEqual([]);
  });
});

describe('settle', () => {
  /** As if both devices were there all the time. */
  const kept = (call: OneCall): OneCall => ({
    ...call,
    parties: call.parties.map((party) =>
      isJoined(party) ? { ...party, leaseMs: Infinity } : party,
    ),
  });

  it.each([
    ['missed', () => kept(ringing()), t0 + ringingMs],
    ['cancelled', ringing, t0 + leaseMs],
    ['failed', () => kept(accepted()), t0 + 1000 + connectingMs],
    ['failed', accepted, t0 + leaseMs],
    ['completed', active, t0 + 1000 + leaseMs],
  ] as const)('ends as %s, no earlier', (reason, from, atMs) => {
    const call = from();
    expect(deadlineOf(call)).toBe(atMs);
    expect(settle(call, atMs - 1)).toBe(call);
    // However late somebody looks.
    expect(settle(call, atMs + 5000)).toMatchObject({ state: 'ended', reason, endedMs: atMs });
  });

  it('alone puts a device out: what comes late is of who is there', () => {
    const lateMs = t0 + 10 * leaseMs;
    const adaThere = act(active(), { type: 'pulse', ...by(ada, desk), isConnected: true }, lateMs);
    const both = act(
      adaThere,
      { type: 'pulse', ...by(bob, phone), isConnected: true },
      lateMs + 500,
    );
    expect(settle(both, lateMs + 500)).toBe(both);
    expect(settle(adaThere, lateMs + 500)).toMatchObject({ state: 'ended' });
  });

  it('gives a device that went some time to come back', () => {
    const gone = act(active(), { type: 'away', ...by(bob, phone) }, t0 + 4000);
    expect(deadlineOf(gone)).toBe(t0 + 4000 + awayMs);
    const back = act(gone, { type: 'pulse', ...by(bob, phone), isConnected: true }, t0 + 6000);
    expect(partyOf(back, bob)!.leaseMs).toBe(t0 + 6000 + leaseMs);
  });
});

/** Something happens, so much later than what was before. */
interface Event {
  readonly afterMs: number;
  readonly action: CallAction | undefined;
}

const people = fc.constantFrom(
  by(ada, desk),
  by(ada, phone),
  by(bob, phone),
  by(bob, tablet),
  by(eve, tablet),
);
const action: fc.Arbitrary<CallAction> = fc.oneof(
  fc
    .tuple(people, fc.constantFrom('ring', 'accept', 'decline', 'end', 'away', 'reroute'))
    .map(([who, type]) => ({ ...who, type })),
  people.map(({ userId }) => ({ type: 'stop' as const, userId })),
  fc
    .tuple(people, fc.boolean())
    .map(([who, isConnected]) => ({ ...who, type: 'pulse' as const, isConnected })),
);
const event: fc.Arbitrary<Event> = fc.record({
  afterMs: fc.oneof(fc.constantFrom(0, 1, 5000), fc.nat(50_000)),
  action: fc.option(action, { nil: undefined }),
});
const order = ['ringing', 'connecting', 'active', 'ended'];

interface Machine {
  readonly act: typeof act;
  readonly settle: typeof settle;
}

/** Plays a history; throws where a law does not hold. */
function play(history: readonly Event[], machine: Machine): void {
  const told: News[] = newsOf(undefined, ringing());
  let nowMs = t0;
  let call = ringing();
  const becomes = (after: OneCall): void => {
    told.push(...newsOf(call, after));
    law(order.indexOf(after.state) >= order.indexOf(call.state), 'it goes back');
    if (call.state === 'ended') law(isDeepStrictEqual(after, call), 'it changes after its end');
    call = after;
    holds(call, nowMs, told);
  };
  for (const { afterMs, action: next } of history) {
    nowMs += afterMs;
    becomes(next ? tried(() => machine.act(call, next, nowMs), call) : machine.settle(call, nowMs));
  }
  // Whatever has happened: when nothing happens any more, it ends by itself.
  becomes(machine.settle(call, nowMs + ringingMs + connectingMs));
  law(call.state === 'ended', 'it does not end');
  const ends = told.filter(({ event: name }) => name === 'call_ended').map(({ room }) => room);
  for (const room of [ada, bob].map(userRoom))
    law(ends.filter((each) => each === room).length === 1, 'they do not know of its end');
  law(!told.some(({ room }) => room.includes('eve')), 'a stranger knows of it');
}

/** So that a test can say by which law a bug is noticed. */
function law(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function tried(change: () => OneCall, otherwise: OneCall): OneCall {
  try {
    return change();
  } catch (error) {
    // Refused: nothing has happened.
    if (error instanceof Problem) return otherwise;
    throw error;
  }
}

function holds(call: OneCall, nowMs: number, told: readonly News[]): void {
  const joined = call.parties.filter(isJoined);
  if (call.state === 'ended') {
    law(call.reason !== undefined && call.endedMs !== undefined, 'it ends for no reason');
    law(joined.length === 0, 'somebody is in it after its end');
    law(deadlineOf(call) === undefined, 'it goes on after its end');
    const end = told.findIndex(({ event: name }) => name === 'call_ended');
    const rings = ['call_incoming', 'call_user', 'call_ringing', 'call_accepted'];
    law(!told.slice(end).some(({ event: name }) => rings.includes(name)), 'it rings after its end');
    return;
  }
  // Nobody is in a call alone, and nobody for ever.
  law(joined.length === (call.state === 'ringing' ? 1 : 2), 'one of two is alone');
  law((deadlineOf(call) ?? Infinity) <= nowMs + ringingMs, 'it goes on for too long');
}

describe('a call, whatever happens to it', () => {
  const laws = (machine: Machine, how: fc.Parameters<[Event[]]>) => () =>
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (history) => play(history, machine)),
      how,
    );

  it('ends, once, with a reason, and leaves nobody alone in it', () => {
    laws({ act, settle }, { numRuns: 3000 })();
  });

  it.each<readonly [string, string, Machine]>([
    [
      'an answer after it has ended',
      'it changes after its end',
      { settle, act: (call, ...rest) => act({ ...call, state: 'ringing' }, ...rest) },
    ],
    [
      'a second device that takes over',
      'it goes back',
      {
        settle,
        act: (call, what, ms) =>
          what.type === 'accept'
            ? { ...act(ringing(), what, t0), createdMs: ms }
            : act(call, what, ms),
      },
    ],
    ['nobody who looks at the time', 'it does not end', { act, settle: (call) => call }],
    [
      'an end without a reason',
      'it ends for no reason',
      {
        act,
        settle: (call, ms) => {
          const { reason: _, ...rest } = settle(call, ms);
          return rest;
        },
      },
    ],
    [
      'one who stays behind',
      'somebody is in it after its end',
      {
        act,
        settle: (call, ms) => {
          const over = settle(call, ms);
          return over === call ? call : { ...over, parties: call.parties };
        },
      },
    ],
    [
      'a lease that no end has',
      'it goes on for too long',
      {
        settle,
        act: (call, what, ms) => {
          const next = act(call, what, ms);
          return {
            ...next,
            parties: next.parties.map((p) => (isJoined(p) ? { ...p, leaseMs: ms + 1e9 } : p)),
            createdMs: ms + 1e9,
          };
        },
      },
    ],
  ])('would be noticed: %s', (_, words, machine) => {
    // The same histories each time: a rare one is met by chance only now and then.
    const how = { numRuns: 3000, seed: 1, includeErrorInReport: true };
    expect(laws(machine, how)).toThrow(words);
  });
});

import { chatRoom, Problem, type UserId } from '@app/contracts';
import * as fc from 'fast-check';
import { ada, bob, carol, chatId, eve, ringingFor, t0, tablet } from '../testing/a-group-call.js';
import { act, deadlineOf, settle } from './call-machine.js';
import { newsOf } from './call-news.js';
import { leaseMs, type CallAction } from './call-rules.js';
import { isJoined, type OneCall } from './call.js';
import { emptyMs } from './group-rules.js';

const people = fc.constantFrom(ada, bob, tablet, carol, eve);
const action: fc.Arbitrary<CallAction> = fc.oneof(
  fc
    .tuple(
      people,
      fc.constantFrom('ring' as const, 'accept' as const, 'decline' as const, 'end' as const),
    )
    .map(([who, type]) => ({ ...who, type })),
  people.map((who) => ({ ...who, type: 'accept' as const })),
  people.map((who) => ({ ...who, type: 'away' as const })),
  fc.tuple(people, people).map(([who, { userId }]) => ({
    ...{ ...who, type: 'invite' as const },
    invited: { userId, isGuest: userId === eve.userId },
  })),
  people.map(({ userId }) => ({ userId, type: 'stop' as const })),
  people.map((who) => ({ ...who, type: 'pulse' as const, isConnected: true })),
);
const history = fc.array(
  fc.record({
    afterMs: fc.oneof(fc.constantFrom(0, 1, 5000), fc.nat(50_000)),
    action: fc.option(action, { nil: undefined }),
  }),
  { maxLength: 30 },
);
const order = ['ringing', 'connecting', 'active', 'ended'];

interface Machine {
  readonly act: typeof act;
  readonly settle: typeof settle;
}

/** Plays a history; throws where a law does not hold. */
function play(
  events: readonly { readonly afterMs: number; readonly action: CallAction | undefined }[],
  machine: Machine,
): void {
  let call = ringingFor(bob, carol);
  let nowMs = t0;
  const told = newsOf(undefined, call);
  const becomes = (after: OneCall): void => {
    told.push(...newsOf(call, after));
    expect(order.indexOf(after.state)).toBeGreaterThanOrEqual(order.indexOf(call.state));
    if (call.state === 'ended') expect(after).toEqual(call);
    call = after;
    holds(call, nowMs);
  };
  for (const { afterMs, action: next } of events) {
    nowMs += afterMs;
    becomes(machine.settle(call, nowMs));
    const before = call;
    if (next) becomes(tried(() => machine.act(call, next, nowMs), call));
    if (next?.type === 'end') leavesOthers(before, call, next.userId);
  }
  // When nothing happens any more, it ends by itself: leases, then nobody.
  becomes(machine.settle(call, nowMs + leaseMs + emptyMs));
  expect(call.state).toBe('ended');
  const ends = told.flatMap(({ event, room }, at) =>
    event === 'call_ended' && room === chatRoom(chatId) ? [at] : [],
  );
  expect(ends).toHaveLength(1);
  const rings = ['call_incoming', 'call_user', 'call_ringing', 'call_accepted'];
  expect(told.slice(ends[0]).some(({ event }) => rings.includes(event))).toBe(false);
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

function holds(call: OneCall, nowMs: number): void {
  const joined = call.parties.filter(isJoined);
  expect(new Set(call.parties.map(({ userId }) => userId)).size).toBe(call.parties.length);
  expect(joined.every(({ device, leaseMs: lease }) => device && lease !== undefined)).toBe(true);
  if (call.state === 'ended') {
    expect([call.reason, call.endedMs]).not.toContain(undefined);
    expect(call.parties.every(({ state }) => state === 'left')).toBe(true);
    expect(deadlineOf(call)).toBeUndefined();
    return;
  }
  if (joined.length > 1) expect(call.state).toBe('active');
  if (call.state === 'ringing')
    expect(call.parties.some(({ state }) => state === 'invited')).toBe(true);
  expect(deadlineOf(call)).toBeLessThanOrEqual(nowMs + emptyMs);
}

/** Whoever leaves, the others are in it as before. */
function leavesOthers(before: OneCall, after: OneCall, userId: UserId): void {
  const others = ({ parties }: OneCall) =>
    parties.filter((party) => isJoined(party) && party.userId !== userId).map((p) => p.userId);
  expect(others(after)).toEqual(others(before));
}

describe('a group call, whatever happens to it', () => {
  const laws = (machine: Machine, numRuns: number) => () =>
    fc.assert(
      fc.property(history, (events) => play(events, machine)),
      { numRuns },
    );

  it('ends, once, with a reason, and not for others when one leaves', () => {
    laws({ act, settle }, 3000)();
  });

  it.each<readonly [string, Machine]>([
    ['nobody who looks at the time', { act, settle: (call) => call }],
    [
      'an end for all by one who leaves',
      {
        settle,
        act: (call, what, ms) => {
          const after = act(call, what, ms);
          return what.type === 'end' && after !== call
            ? { ...after, state: 'ended', reason: 'completed', endedMs: ms }
            : after;
        },
      },
    ],
    [
      'one who is in it twice',
      {
        settle,
        act: (call, what, ms) => {
          const after = act(call, what, ms);
          return what.type === 'accept'
            ? { ...after, parties: [...after.parties, ...after.parties.slice(-1)] }
            : after;
        },
      },
    ],
    [
      'who rings after the end',
      {
        act,
        settle: (call, ms) => {
          const after = settle(call, ms);
          return after.state === 'ended' ? { ...after, parties: call.parties } : after;
        },
      },
    ],
    [
      'an empty call that goes on',
      {
        act,
        settle: (call, ms) => {
          const { emptyMs: _, ...after } = settle(call, ms);
          return after;
        },
      },
    ],
  ])('would be noticed: %s', (_, machine) => {
    expect(laws(machine, 1000)).toThrow();
  });
});

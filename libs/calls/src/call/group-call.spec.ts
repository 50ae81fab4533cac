import {
  CallId,
  ChatId,
  chatRoom,
  DeviceId,
  Problem,
  SessionId,
  UserId,
  userRoom,
} from '@app/contracts';
import * as fc from 'fast-check';
import { act, deadlineOf, settle } from './call-machine.js';
import { newsOf } from './call-news.js';
import { awayMs, joinedOn, leaseMs, ringingMs, type CallAction } from './call-rules.js';
import { isJoined, partyOf, type OneCall, type Party } from './call.js';
import { begun, emptyMs, maxJoined, waitingMs } from './group-rules.js';
import type { News } from './news.js';

const t0 = 1_000_000;
const chatId = ChatId.parse('chat');
const on = (name: string, device = name) => ({
  userId: UserId.parse(name),
  device: { sessionId: SessionId.parse(device), deviceId: DeviceId.parse(device) },
});
const [ada, bob, carol, eve] = [on('ada'), on('bob'), on('carol'), on('eve')] as const;
const tablet = on('bob', 'tablet');

/** Begun by Ada; it rings for these. */
function ringingFor(...callees: readonly { readonly userId: UserId }[]): OneCall {
  const caller = joinedOn({ userId: ada.userId, state: 'invited' }, ada.device, t0);
  const invited = callees.map(({ userId }): Party => ({ userId, state: 'invited' }));
  return begun({
    ...{
      id: CallId.parse('call'),
      kind: 'group',
      via: 'room',
      chatId,
      media: 'audio',
      callerId: ada.userId,
    },
    ...{ state: 'ringing', parties: [caller, ...invited], createdMs: t0, early: [] },
    ...{ isTold: false, version: 1 },
  });
}

const joining = (call: OneCall, who: typeof ada, atMs = t0) =>
  act(call, { type: 'accept', ...who }, atMs);
const leaving = (call: OneCall, who: typeof ada, atMs = t0) =>
  act(call, { type: 'end', ...who }, atMs);
const pulsing = (call: OneCall, atMs: number) =>
  call.parties
    .filter(isJoined)
    .reduce(
      (after, { userId, device }) =>
        act(after, { type: 'pulse', userId, device: device!, isConnected: true }, atMs),
      call,
    );
/** With everybody in it there until then. */
const later = (call: OneCall, untilMs: number): OneCall => {
  const steps = Math.ceil((untilMs - t0) / 5000);
  const times = Array.from({ length: steps }, (_, step) => t0 + (step + 1) * 5000);
  return times.reduce(pulsing, call);
};
const codeOf = (what: () => unknown): string | undefined => {
  try {
    what();
  } catch (error) {
    // Why it is refused is what is asked for.
    if (error instanceof Problem) return `${error.code} ${JSON.stringify(error.params)}`;
    throw error;
  }
  return undefined;
};
const said = (news: readonly News[], event: string) =>
  news.filter((one) => one.event === event).map(({ room }) => room);

describe('a group call', () => {
  it('rings for those it is told to, and for nobody where there are none', () => {
    const call = ringingFor(bob, carol);
    expect(call.state).toBe('ringing');
    expect(said(newsOf(undefined, call), 'call_incoming')).toEqual(
      [bob, carol].map(({ userId }) => userRoom(userId)),
    );
    const quiet = ringingFor();
    expect(quiet.state).toBe('connecting');
    expect(newsOf(undefined, quiet).map(({ room, event }) => [room, event])).toEqual([
      [chatRoom(chatId), 'call_state'],
    ]);
  });

  it('is for everybody: also for who declined, was missed, has left, or was never called', () => {
    let call = act(ringingFor(bob, carol), { type: 'decline', ...carol }, t0);
    call = joining(call, bob);
    expect(call).toMatchObject({ state: 'active', startedMs: t0 });
    call = joining(call, carol);
    call = joining(leaving(call, carol), carol);
    call = joining(call, eve);
    expect(call.parties.filter(isJoined)).toHaveLength(4);
    call = later(joining(ringingFor(bob, carol), bob), t0 + ringingMs);
    expect(partyOf(call, carol.userId)).toMatchObject({ state: 'left', isMissed: true });
    expect(joining(call, carol, t0 + ringingMs).parties.filter(isJoined)).toHaveLength(3);
  });

  it('goes on for the others when one leaves, is lost, or may not be in it', () => {
    const three = joining(joining(ringingFor(bob, carol), bob), carol);
    const { userId } = carol;
    for (const after of [
      leaving(three, carol),
      leaving(three, ada),
      act(three, { type: 'stop', userId }, t0),
      settle(act(three, { type: 'away', ...carol }, t0), t0 + awayMs),
    ]) {
      expect(after.state).toBe('active');
      expect(after.parties.filter(isJoined)).toHaveLength(2);
    }
  });

  it('is over some time after the last one has left, unless somebody comes back', () => {
    const empty = leaving(leaving(joining(ringingFor(bob), bob), ada), bob, t0 + 1000);
    expect(deadlineOf(empty)).toBe(t0 + 1000 + emptyMs);
    const back = joining(empty, ada, t0 + emptyMs);
    expect(settle(back, t0 + emptyMs + 5000).state).toBe('active');
    expect(settle(empty, t0 + 1000 + emptyMs)).toMatchObject({
      ...{ state: 'ended', reason: 'completed', endedMs: t0 + 1000 + emptyMs },
    });
    expect(joining(empty, ada, t0 + 1000).parties).toHaveLength(2);
    expect(codeOf(() => joining(empty, ada, t0 + 1000 + emptyMs))).toMatch('call_ended');
  });

  it('is cancelled at once by who hangs up before anybody has come', () => {
    for (const call of [ringingFor(bob), ringingFor()])
      expect(leaving(call, ada)).toMatchObject({ state: 'ended', reason: 'cancelled' });
  });

  it('rings until it is missed, and waits for a while', () => {
    const call = later(ringingFor(bob), t0 + ringingMs);
    expect(call.state).toBe('connecting');
    const over = later(call, t0 + ringingMs + waitingMs);
    expect(over).toMatchObject({ state: 'ended', reason: 'missed' });
    expect(over.endedMs).toBe(t0 + ringingMs + waitingMs);
  });

  it('says to one who is no longer called that it rings no more', () => {
    const call = ringingFor(bob, carol);
    const declined = newsOf(call, act(call, { type: 'decline', ...carol }, t0));
    expect(said(declined, 'call_declined')).toEqual([userRoom(carol.userId)]);
    const beside = joining(call, bob);
    const missed = newsOf(beside, settle(pulsing(beside, t0 + 9000), t0 + 9000));
    expect(said(missed, 'call_missed')).toEqual([]);
    const running = later(beside, t0 + ringingMs - 5000);
    const after = settle(pulsing(running, t0 + ringingMs - 1), t0 + ringingMs);
    expect(said(newsOf(running, after), 'call_missed')).toEqual([userRoom(carol.userId)]);
    expect(said(newsOf(running, after), 'call_ended')).toEqual([]);
  });

  it('has a person on one device', () => {
    const call = joining(ringingFor(bob), bob);
    expect(joining(call, bob)).toBe(call);
    expect(codeOf(() => joining(call, tablet))).toBe('conflict {"field":"callId"}');
    expect(codeOf(() => leaving(call, tablet))).toMatch('forbidden');
    expect(joining(leaving(call, bob), tablet).state).toBe('active');
  });

  it('takes in so many, and remembers a bounded number of those who were in it', () => {
    const crowd = Array.from({ length: 3 * maxJoined }, (_, i) => on(`guest-${i}`));
    const full = crowd.slice(1, maxJoined).reduce((call, who) => joining(call, who), ringingFor());
    expect(codeOf(() => joining(full, eve))).toBe('conflict {"field":"parties"}');
    const through = crowd.reduce(
      (call, who) => leaving(joining(call, who), who),
      joining(ringingFor(), bob),
    );
    expect(through.parties).toHaveLength(100);
    for (const { userId } of [ada, bob]) expect(partyOf(through, userId)?.state).toBe('joined');
  });

  it('lets nobody who is not in it do anything but come', () => {
    const call = joining(ringingFor(bob), bob);
    const media = { audio: true, video: false, screen: false };
    for (const action of [
      { type: 'pulse', ...eve, isConnected: true },
      { type: 'show', ...eve, media },
      { type: 'end', ...eve },
      { type: 'decline', ...eve },
      { type: 'away', ...eve },
    ] as const)
      expect(codeOf(() => act(call, action, t0))).toMatch('forbidden');
  });

  it('shows what somebody sends to who is in it, and to no others of the chat', () => {
    const call = joining(ringingFor(bob, carol), bob);
    const media = { audio: true, video: true, screen: false };
    const rooms = newsOf(call, act(call, { type: 'show', ...bob, media }, t0)).map(
      ({ room }) => room,
    );
    expect(new Set(rooms)).toEqual(new Set(['device:ada:ada', 'device:bob:bob']));
  });
});

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

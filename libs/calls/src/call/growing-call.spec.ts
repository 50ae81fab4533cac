import { isDeepStrictEqual } from 'node:util';
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
import { joinedOn, leaseMs, ringingMs, type CallAction } from './call-rules.js';
import { isJoined, partyOf, toCall, type OneCall } from './call.js';
import { connectingMs } from './direct-rules.js';
import { emptyMs, maxJoined, waitingMs } from './group-rules.js';
import type { News } from './news.js';

const t0 = 1_000_000;
const chatId = ChatId.parse('chat');
const on = (name: string, device = name) => ({
  userId: UserId.parse(name),
  device: { sessionId: SessionId.parse(device), deviceId: DeviceId.parse(device) },
});
type Who = ReturnType<typeof on>;
const [ada, bob, carol, dan, eve] = [on('ada'), on('bob'), on('carol'), on('dan'), on('eve')];
const tablet = on('bob', 'tablet');
const guests: readonly Who[] = [carol, dan];

/** Ada calls Bob. */
const ringing = (): OneCall => ({
  ...{ id: CallId.parse('call'), kind: 'direct', via: 'peer', chatId, media: 'video' },
  ...{ callerId: ada.userId, state: 'ringing', createdMs: t0, early: [] },
  parties: [
    joinedOn({ userId: ada.userId, state: 'invited' }, ada.device, t0),
    { userId: bob.userId, state: 'invited' },
  ],
  ...{ isTold: false, version: 1 },
});
const accepted = () => act(ringing(), { type: 'accept', ...bob }, t0 + 1000);
const active = () => act(accepted(), { type: 'pulse', ...ada, isConnected: true }, t0 + 2000);
const rerouting = (who: Who): CallAction => ({ type: 'reroute', ...who });
const inviting = (who: Who, { userId }: Pick<Who, 'userId'>): CallAction => ({
  ...{ type: 'invite', ...who },
  invited: { userId, isGuest: userId !== ada.userId && userId !== bob.userId },
});
const invited = () => act(active(), inviting(ada, carol), t0 + 3000);
const kept = (call: OneCall): OneCall => ({
  ...call,
  parties: call.parties.map((party) => (isJoined(party) ? { ...party, leaseMs: Infinity } : party)),
});
const codeOf = (what: () => unknown): string => {
  try {
    what();
  } catch (error) {
    // Why it is refused is what is asked for.
    if (error instanceof Problem) return `${error.code} ${JSON.stringify(error.params)}`;
    throw error;
  }
  return 'none';
};
const roomsOf = (news: readonly News[], event: string) =>
  news.filter((one) => one.event === event).map(({ room }) => room);

describe('a call between two whose ends do not reach each other', () => {
  it('goes through a room from then on, and is one between two as before', () => {
    for (const call of [accepted(), active()]) {
      const after = act(call, rerouting(bob), t0 + 3000);
      expect(toCall(after)).toEqual({ ...toCall(call), via: 'room' });
      expect(act(after, rerouting(ada), t0 + 3000)).toBe(after);
      const told = newsOf(call, after);
      expect(roomsOf(told, 'call_state')).toEqual([ada, bob].map(({ userId }) => userRoom(userId)));
      expect(act(after, { type: 'end', ...bob }, t0 + 4000).state).toBe('ended');
    }
  });

  it('has the time to connect once more, and no more than that', () => {
    const after = act(kept(accepted()), rerouting(ada), t0 + 20_000);
    expect(deadlineOf(after)).toBe(t0 + 20_000 + connectingMs);
    expect(deadlineOf(act(after, rerouting(bob), t0 + 30_000))).toBe(t0 + 20_000 + connectingMs);
  });

  it('is led there by a device that is in it, and while it runs', () => {
    for (const who of [tablet, eve])
      expect(codeOf(() => act(active(), rerouting(who), t0 + 3000))).toBe('forbidden {}');
    const over = act(active(), { type: 'end', ...bob }, t0 + 3000);
    expect(codeOf(() => act(over, rerouting(ada), t0 + 3000))).toBe('call_ended {}');
  });
});

describe('a call between two to which one more is called', () => {
  it('is one of a group in which both are as before, and rings for one more', () => {
    const before = active();
    const after = invited();
    expect(after).toMatchObject({
      kind: 'group',
      via: 'room',
      state: 'active',
      startedMs: t0 + 2000,
    });
    expect(after.parties.slice(0, 2)).toEqual(before.parties);
    expect(toCall(after).parties[2]).toEqual({
      ...{ userId: carol.userId, state: 'invited', invitedBy: ada.userId },
    });
    const told = newsOf(before, after);
    expect(roomsOf(told, 'call_incoming')).toEqual([userRoom(carol.userId)]);
    expect(roomsOf(told, 'call_state')).toEqual([chatRoom(chatId), userRoom(carol.userId)]);
    const alone = act(act(after, { type: 'accept', ...carol }, t0), { type: 'end', ...bob }, t0);
    expect(alone.state).toBe('active');
  });

  it('rings for so long as it would have from the beginning', () => {
    const call = act(kept(active()), inviting(ada, carol), t0 + 100_000);
    expect(deadlineOf(call)).toBe(t0 + 100_000 + ringingMs);
    const after = settle(call, t0 + 100_000 + ringingMs);
    expect(partyOf(after, carol.userId)).toMatchObject({ state: 'left', isMissed: true });
    expect(roomsOf(newsOf(call, after), 'call_missed')).toEqual([userRoom(carol.userId)]);
    expect(after.state).toBe('active');
  });

  it('rings again for who has declined, and not for who is called or in it', () => {
    const call = invited();
    expect(act(call, inviting(bob, carol), t0 + 4000)).toBe(call);
    expect(act(call, inviting(bob, ada), t0 + 4000)).toBe(call);
    const declined = act(call, { type: 'decline', ...carol }, t0 + 4000);
    const again = act(declined, inviting(bob, carol), t0 + 5000);
    expect(roomsOf(newsOf(declined, again), 'call_incoming')).toEqual([userRoom(carol.userId)]);
    expect(partyOf(again, carol.userId)).toMatchObject({ calledMs: t0 + 5000, isGuest: true });
  });

  it('is extended by a device that is in it, to a bound, and once it was answered', () => {
    for (const who of [tablet, eve])
      expect(codeOf(() => act(active(), inviting(who, carol), t0))).toBe('forbidden {}');
    expect(codeOf(() => act(ringing(), inviting(ada, carol), t0))).toBe(
      'conflict {"field":"state"}',
    );
    const crowd = Array.from({ length: maxJoined - 2 }, (_, i) => on(`guest-${i}`));
    const full = crowd.reduce((call, who) => act(call, inviting(ada, who), t0), active());
    expect(codeOf(() => act(full, inviting(ada, carol), t0))).toBe('conflict {"field":"parties"}');
  });

  it('is waited for by who is alone in it', () => {
    const left = act(
      act(invited(), { type: 'decline', ...carol }, t0),
      { type: 'end', ...bob },
      t0,
    );
    const lonely: OneCall = { ...kept(left), state: 'connecting', aloneMs: t0 };
    const call = act(lonely, inviting(ada, dan), t0 + waitingMs - 1);
    expect(settle(call, t0 + waitingMs + ringingMs - 2).state).toBe('connecting');
  });
});

const people = fc.constantFrom(ada, bob, tablet, carol, dan, eve);
const weigh = (weight: number, arbitrary: fc.Arbitrary<CallAction>) => ({ weight, arbitrary });
/** Often one that makes it grow: otherwise most calls are over before they do. */
const action: fc.Arbitrary<CallAction> = fc.oneof(
  weigh(
    6,
    fc
      .tuple(fc.constantFrom(ada, bob, carol, dan, eve), fc.constantFrom(ada, bob, carol, dan))
      .map(([who, other]) => inviting(who, other)),
  ),
  weigh(
    3,
    fc.constantFrom(bob, carol, dan).map((who) => ({ ...who, type: 'accept' as const })),
  ),
  weigh(
    3,
    fc
      .tuple(people, fc.constantFrom('ring', 'accept', 'decline', 'end', 'away', 'reroute'))
      .map(([who, type]) => ({ ...who, type })),
  ),
  weigh(
    2,
    fc
      .tuple(people, fc.boolean())
      .map(([who, isConnected]) => ({ ...who, type: 'pulse' as const, isConnected })),
  ),
  weigh(
    1,
    people.map(({ userId }) => ({ type: 'stop' as const, userId })),
  ),
);
const history = fc.record({
  hasBegun: fc.boolean(),
  /** Their devices are there all the time. */
  areThere: fc.boolean(),
  events: fc.array(
    fc.record({
      afterMs: fc.oneof(fc.constantFrom(0, 1, 5000), fc.nat(50_000)),
      action: fc.option(action, { nil: undefined }),
    }),
    { maxLength: 25, size: 'max' },
  ),
});

interface Machine {
  readonly act: typeof act;
  readonly settle: typeof settle;
}

const ranks = [
  ({ state }: OneCall) => ['ringing', 'connecting', 'active', 'ended'].indexOf(state),
  ({ kind }: OneCall) => ['direct', 'group'].indexOf(kind),
  ({ via }: OneCall) => ['peer', 'room'].indexOf(via),
];
const changesWays = ({ type }: CallAction) => type === 'reroute' || type === 'invite';
const renewed = (call: OneCall, nowMs: number): OneCall => ({
  ...call,
  parties: call.parties.map((party) =>
    isJoined(party) ? { ...party, leaseMs: nowMs + leaseMs } : party,
  ),
});

/** Cheaper than `expect`, of which there would be a million. */
function law(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Plays a history; throws where a law does not hold. */
function play(
  { hasBegun, areThere, events }: typeof history extends fc.Arbitrary<infer H> ? H : never,
  machine: Machine,
): void {
  let call = hasBegun ? active() : ringing();
  let nowMs = t0 + 2000;
  const told = newsOf(undefined, call);
  /** Since when it rings there. */
  const rung = new Map<UserId, number>();
  const becomes = (after: OneCall): void => {
    told.push(...newsOf(call, after));
    for (const rankOf of ranks) law(rankOf(after) >= rankOf(call), 'it goes back');
    if (call.state === 'ended') law(isDeepStrictEqual(after, call), 'it changes after its end');
    call = after;
    holds(call);
    for (const { userId, state } of call.parties)
      if (state === 'invited') rung.set(userId, rung.get(userId) ?? nowMs);
      else rung.delete(userId);
    for (const sinceMs of rung.values()) law(nowMs - sinceMs < ringingMs, 'it rings for too long');
  };
  for (const { afterMs, action: next } of events) {
    nowMs += afterMs;
    if (areThere && call.state !== 'ended') call = renewed(call, nowMs);
    becomes(machine.settle(call, nowMs));
    if (!next || isTurnedAway(call, next)) continue;
    const before = call;
    becomes(tried(() => machine.act(call, next, nowMs), call));
    if (changesWays(next)) changesNobody(before, call, next);
  }
  becomes(machine.settle(call, nowMs + ringingMs + connectingMs + leaseMs + emptyMs));
  law(call.state === 'ended', 'it does not end');
  isTold(told);
}

/** Of its end: the two, and each guest who was called to it, once. Others hear nothing. */
function isTold(told: readonly News[]): void {
  const [called, over] = ['call_incoming', 'call_ended'].map((event) => roomsOf(told, event));
  for (const { userId } of guests) {
    const room = userRoom(userId);
    const ends = over!.filter((each) => each === room).length;
    law(ends === (called!.includes(room) ? 1 : 0), 'a guest does not know of the end');
  }
  const toTheChat = [userRoom(ada.userId), userRoom(bob.userId), chatRoom(chatId)];
  law(
    over!.some((room) => toTheChat.includes(room)),
    'nobody knows of the end',
  );
  law(!told.some(({ room }) => room.includes('eve')), 'a stranger knows of it');
}

/** Who is in it in no way does not come as far as the rules. */
const isTurnedAway = (call: OneCall, { type, userId }: CallAction): boolean =>
  type === 'accept' && !partyOf(call, userId);

function tried(change: () => OneCall, otherwise: OneCall): OneCall {
  try {
    return change();
  } catch (error) {
    // Refused: nothing has happened.
    if (error instanceof Problem) return otherwise;
    throw error;
  }
}

function holds(call: OneCall): void {
  const joined = call.parties.filter(isJoined).length;
  const people = new Set(call.parties.map(({ userId }) => userId));
  law(people.size === call.parties.length, 'somebody is in it twice');
  if (call.state === 'ended') {
    law(joined === 0 && deadlineOf(call) === undefined, 'it goes on after its end');
  } else if (call.kind === 'direct')
    law(joined === (call.state === 'ringing' ? 1 : 2), 'one of two is alone');
  else {
    law(call.via === 'room', 'a group has no room');
    law(joined < 2 || call.state === 'active', 'two are in it, and it is not active');
  }
}

/** Another way and one more: whoever is in it is in it as before, and says so themselves. */
function changesNobody(before: OneCall, after: OneCall, { userId }: CallAction): void {
  const joined = ({ parties }: OneCall) => parties.filter(isJoined);
  law(isDeepStrictEqual(joined(after), joined(before)), 'somebody is put out by another way');
  const isTheirs = partyOf(before, userId)?.state === 'joined';
  law(isTheirs || isDeepStrictEqual(after, before), 'it is changed by who is not in it');
}

describe('a call between two that grows, whatever happens to it', () => {
  const laws = (machine: Machine, how: fc.Parameters<[Parameters<typeof play>[0]]>) => () =>
    fc.assert(
      fc.property(history, (events) => play(events, machine)),
      how,
    );
  const acting = (change: (after: OneCall, before: OneCall, what: CallAction) => OneCall) => ({
    settle,
    act: (call: OneCall, what: CallAction, ms: number) => {
      const after = act(call, what, ms);
      return after === call ? call : change(after, call, what);
    },
  });

  it('drops nobody by it, goes back by no way, tells who was called, and ends', () => {
    laws({ act, settle }, { numRuns: 3000 })();
  });

  it.each<readonly [string, string, Machine]>([
    ['a way back', 'a group has no room', acting((after) => ({ ...after, via: 'peer' }))],
    [
      'a group from end to end',
      'a group has no room',
      acting((after, before, { type }) =>
        type === 'invite' ? { ...after, via: before.via } : after,
      ),
    ],
    [
      'a call of two again once the third has left',
      'a guest does not know of the end',
      acting((after) =>
        after.parties.filter(isJoined).length === 2 ? { ...after, kind: 'direct' } : after,
      ),
    ],
    [
      'an invitation that puts the others out',
      'somebody is put out by another way',
      acting((after, _, what) => ({
        ...after,
        parties:
          what.type === 'invite'
            ? after.parties.map((p) => (p.userId === what.userId ? p : { ...p, state: 'left' }))
            : after.parties,
      })),
    ],
    [
      'one for whom it rings without end',
      'it rings for too long',
      acting((after) => ({
        ...after,
        parties: after.parties.map((party) =>
          party.calledMs ? { ...party, calledMs: Infinity } : party,
        ),
      })),
    ],
    [
      'a guest who is forgotten when they leave',
      'a guest does not know of the end',
      acting((after) => ({
        ...after,
        parties: after.parties.map(({ isGuest, ...party }) =>
          isGuest && party.state !== 'left' ? { ...party, isGuest } : party,
        ),
      })),
    ],
    [
      'an invitation by who is not in it',
      'it is changed by who is not in it',
      {
        settle,
        act: (call, what, ms) =>
          what.type === 'invite' && partyOf(call, what.userId)
            ? tried(() => act(call, inviting(ada, what.invited), ms), call)
            : act(call, what, ms),
      },
    ],
  ])('would be noticed: %s', (_, words, machine) => {
    // The same histories each time: a rare one is met by chance only now and then.
    const how = { numRuns: 3000, seed: 1, includeErrorInReport: true };
    expect(laws(machine, how)).toThrow(words);
  });
});

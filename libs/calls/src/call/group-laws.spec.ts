import { chatRoom, Problem, type UserId } from '@app/contracts';
import * as fc from 'fast-check';
import {
  ada,
  bob,
  carol,
  chatId,
  eve,
  joining,
  pulsing,
  ringingFor,
  t0,
  tablet,
} from '../testing/a-group-call.js';
import { act, close, deadlineOf, settle } from './call-machine.js';
import { newsOf } from './call-news.js';
import { leaseMs, ringingMs, type CallAction } from './call-rules.js';
import { isJoined, partyOf, type OneCall, type Party } from './call.js';
import { emptyMs, leftAloneMs } from './group-rules.js';

const people = fc.constantFrom(ada, bob, tablet, carol, eve);
const isOfTheChat = ({ userId }: { readonly userId: UserId }) => userId === carol.userId;
const isHost = (who: { readonly userId: UserId }) => who.userId === ada.userId || isOfTheChat(who);

/** What people do to each other; Carol is a host of every call of the chat. */
const control = fc
  .tuple(people, people, fc.boolean(), fc.constantFrom('mute', 'remove', 'lock', 'hand'))
  .map(([who, { userId: whom }, isOn, type]): CallAction => {
    const by = { ...who, mayHost: isOfTheChat(who) };
    if (type === 'mute') return { ...by, type, whom: isOn ? whom : undefined };
    if (type === 'lock') return { ...by, type, isLocked: isOn };
    if (type === 'remove') return { ...by, type, whom };
    return { ...by, type: 'hand', isRaised: isOn, whom: isOn ? undefined : whom };
  });
const media = { audio: true, video: false, screen: false };
const invitation = fc.tuple(people, people).map(([who, { userId }]): CallAction => {
  const isGuest = userId === eve.userId;
  const invited = { userId, isGuest, isByHost: isOfTheChat(who) };
  return { ...who, type: 'invite', invited };
});
const rarely = fc
  .tuple(people, fc.constantFrom('ring', 'decline', 'end', 'away', 'stop', 'unmute', 'reroute'))
  .map(([who, type]): CallAction => ({ ...who, type }));
const often = fc
  .tuple(people, fc.constantFrom('accept', 'hand', 'show', 'pulse'))
  .map(([who, type]): CallAction => {
    if (type === 'accept') return { ...who, type, mayHost: isOfTheChat(who) };
    if (type === 'pulse') return { ...who, type, isConnected: true };
    if (type === 'show') return { ...who, type, media };
    return { ...who, type: 'hand', mayHost: false, isRaised: true, whom: undefined };
  });
const action = fc.oneof(
  { weight: 2, arbitrary: control },
  { weight: 2, arbitrary: often },
  { weight: 2, arbitrary: fc.oneof(rarely, rarely, invitation) },
);
const passing = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1) },
  { weight: 2, arbitrary: fc.constant(5000) },
  { weight: 1, arbitrary: fc.nat(50_000) },
);
const history = fc.array(
  fc.record({ afterMs: passing, action: fc.option(action, { nil: undefined }) }),
  { maxLength: 30, size: 'max' },
);
const called = ringingFor(bob, carol);
const beginning = fc.constantFrom(called, joining(joining(called, bob), carol));
const order = ['ringing', 'connecting', 'active', 'ended'];

type Events = readonly { readonly afterMs: number; readonly action: CallAction | undefined }[];

interface Machine {
  readonly act: typeof act;
  readonly settle: typeof settle;
}

/** Plays a history; throws where a law does not hold. */
function play(begun: OneCall, events: Events, machine: Machine): void {
  let call = begun;
  let nowMs = t0;
  const lost = new Set<UserId>();
  const told = newsOf(undefined, call);
  const becomes = (after: OneCall): void => {
    told.push(...newsOf(call, after));
    mustNot(order.indexOf(after.state) < order.indexOf(call.state), 'goes back');
    if (call.state === 'ended' && after !== call) expect(after).toEqual(call);
    call = after;
    holds(call, nowMs);
  };
  for (const { afterMs, action: next } of events) {
    nowMs += afterMs;
    const earlier = call;
    becomes(machine.settle(call, nowMs));
    for (const userId of gone(earlier, call)) lost.add(userId);
    const before = call;
    if (!next) continue;
    becomes(tried(() => machine.act(call, next, nowMs), call));
    if (next.type === 'end') leavesOthers(before, call, next.userId);
    obeysItsHosts(before, call, next, lost);
    for (const userId of gone(before, call)) lost.delete(userId);
  }
  mustNot(goesOnForOne(call, nowMs, machine), 'goes on for one who is alone');
  closes(call, nowMs);
  // When nothing happens any more, it ends by itself: leases, then nobody.
  becomes(machine.settle(call, nowMs + leaseMs + emptyMs));
  mustNot(call.state !== 'ended', 'does not end');
  const ends = told.flatMap(({ event, room }, at) =>
    event === 'call_ended' && room === chatRoom(chatId) ? [at] : [],
  );
  mustNot(ends.length !== 1, 'is not told once of its end');
  const rings = ['call_incoming', 'call_user', 'call_ringing', 'call_accepted'];
  mustNot(
    told.slice(ends[0]).some(({ event }) => rings.includes(event)),
    'rings after its end',
  );
}

/** With its chat it is over at once, for whoever is in it, and stays so. */
function closes(call: OneCall, nowMs: number): void {
  const over = close(call, nowMs);
  holds(over, nowMs);
  mustNot(over.state !== 'ended', 'goes on without its chat');
  mustNot(close(over, nowMs) !== over, 'ends twice');
}

/** Also when one who is alone in it stays there. */
function goesOnForOne(call: OneCall, nowMs: number, machine: Machine): boolean {
  if (joinedIn(call).length !== 1) return false;
  let after = call;
  for (let ms = nowMs; ms <= nowMs + ringingMs + leftAloneMs; ms += leaseMs / 3)
    after = pulsing(machine.settle(after, ms), ms);
  return after.state !== 'ended';
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
  const { parties, state } = call;
  const joined = parties.filter(isJoined);
  const out = parties.filter((party) => !isJoined(party));
  mustNot(new Set(parties.map(({ userId }) => userId)).size < parties.length, 'has one twice');
  mustNot(
    joined.some(({ device, leaseMs: lease }) => !device || lease === undefined),
    'has somebody without a device',
  );
  mustNot(
    out.some((party) => 'handMs' in party || 'muted' in party),
    'has a hand of nobody',
  );
  mustNot(
    joined.some(({ isRemoved }) => isRemoved),
    'has somebody who was put out',
  );
  mustNot(
    joined.some(({ muted, media: shown }) => muted && shown?.audio),
    'shows a voice that is not heard',
  );
  if (state === 'ended') {
    mustNot(call.reason === undefined || call.endedMs === undefined, 'ends for no reason');
    mustNot(
      parties.some((party) => party.state !== 'left'),
      'has somebody after its end',
    );
    mustNot(deadlineOf(call) !== undefined, 'goes on after its end');
    return;
  }
  mustNot(joined.length > 1 && state !== 'active', 'is not active');
  mustNot(
    state === 'ringing' && !parties.some((each) => each.state === 'invited'),
    'rings nowhere',
  );
  mustNot(!((deadlineOf(call) ?? Infinity) <= nowMs + emptyMs), 'goes on for ever');
}

/** Whoever leaves, the others are in it as before. */
function leavesOthers(before: OneCall, after: OneCall, userId: UserId): void {
  const others = ({ parties }: OneCall) =>
    parties.filter((party) => isJoined(party) && party.userId !== userId).map((p) => p.userId);
  mustNot(others(after).join() !== others(before).join(), 'ends for others');
}

const idsOf = (call: OneCall, is: (party: Party) => boolean) =>
  call.parties.filter(is).map(({ userId }) => userId);
const joinedIn = (call: OneCall) => idsOf(call, isJoined);

/** Who was in it and is not. */
const gone = (before: OneCall, after: OneCall) =>
  joinedIn(before).filter((userId) => !joinedIn(after).includes(userId));

/** `lost`: who was in it until nothing was heard of them any more. */
function obeysItsHosts(
  before: OneCall,
  after: OneCall,
  action: CallAction,
  lost: ReadonlySet<UserId>,
): void {
  const { type, userId: by } = action;
  const wasIn = joinedIn(before);
  const isIn = joinedIn(after);
  const isByHost = isHost({ userId: by }) && wasIn.includes(by);
  const isOfHost = (what: CallAction['type']) => type === what && isByHost;
  const added = (is: (party: Party) => boolean) => {
    const had = idsOf(before, is);
    return idsOf(after, is).filter((userId) => !had.includes(userId));
  };
  const isOut = ({ isRemoved }: Party) => isRemoved === true;
  const isMuted = ({ muted }: Party) => muted !== undefined;
  const back = idsOf(before, isOut).filter((userId) => !idsOf(after, isOut).includes(userId));
  const isWanted = action.type === 'invite' && isByHost && back.join() === action.invited.userId;
  mustNot(back.length > 0 && !isWanted, 'is forgotten who was put out');
  const isCalled = added(({ state }) => state === 'invited').length > 0;
  mustNot(isCalled && before.isLocked === true && !isByHost, 'rings though locked');
  mustNot(added(isOut).length > 0 && !isOfHost('remove'), 'is put out by nobody');
  const isTurned = after.state !== 'ended' && after.isLocked !== before.isLocked;
  mustNot(isTurned && !isOfHost('lock'), 'is locked or open by nobody');
  const isComer = isIn.includes(by) && !wasIn.includes(by);
  const wasCalled = partyOf(before, by)?.state === 'invited';
  const isExpected = isHost({ userId: by }) || lost.has(by) || wasCalled;
  mustNot(isComer && before.isLocked === true && !isExpected, 'takes in somebody though locked');
  const heard = idsOf(before, isMuted).filter(
    (userId) => isIn.includes(userId) && !partyOf(after, userId)?.muted,
  );
  mustNot(
    heard.some((userId) => type !== 'unmute' || by !== userId),
    'is heard again by nobody',
  );
  mustNot(added(isMuted).length > 0 && !isOfHost('mute'), 'is muted by nobody');
  const hands = added(({ handMs }) => handMs !== undefined);
  mustNot(
    hands.some((userId) => type !== 'hand' || by !== userId),
    'is a hand raised by another',
  );
  const others = gone(before, after).filter((userId) => userId !== by);
  mustNot(others.length > 0 && !isByHost, 'is put out by who is no host');
}

/** Said often: an `expect` of each would take ten times as long. */
function mustNot(isSo: boolean, what: string): void {
  if (isSo) throw new Error(`It ${what}`);
}

describe('a group call, whatever happens to it', () => {
  const laws = (machine: Machine, how: fc.Parameters<[OneCall, Events]>) => () =>
    fc.assert(
      fc.property(beginning, history, (begun, events) => play(begun, events, machine)),
      how,
    );

  const acting = (change: (after: OneCall, what: CallAction, ms: number) => OneCall) => ({
    settle,
    act: (call: OneCall, what: CallAction, ms: number) => {
      const after = act(call, what, ms);
      return after === call ? call : change(after, what, ms);
    },
  });

  it('ends once, with a reason, not for others when one leaves, and obeys its hosts', () => {
    laws({ act, settle }, { numRuns: 3000 })();
  });

  it.each<readonly [string, string, Machine]>([
    ['nobody who looks at the time', 'does not end', { act, settle: (call) => call }],
    [
      'an end for all by one who leaves',
      'has somebody after its end',
      acting((after, { type }, ms) =>
        type === 'end' ? { ...after, state: 'ended', reason: 'completed', endedMs: ms } : after,
      ),
    ],
    [
      'one who is in it twice',
      'has one twice',
      acting((after, { type }) => {
        const parties = [...after.parties, ...after.parties.slice(-1)];
        return type === 'accept' ? { ...after, parties } : after;
      }),
    ],
    [
      'who rings after the end',
      'has somebody after its end',
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
      'goes on for ever',
      {
        act,
        settle: (call, ms) => {
          const { emptyMs: _, ...after } = settle(call, ms);
          return after;
        },
      },
    ],
    [
      'one who is left alone and never put out',
      'goes on for one who is alone',
      {
        settle,
        act: (call, what, ms) => {
          const after = act(call, what, ms);
          const { aloneMs: _, ...rest } = after;
          return after.state === 'active' ? rest : after;
        },
      },
    ],
    [
      'one who comes back though they were put out',
      'is forgotten who was put out',
      {
        settle,
        act: (call, what, ms) => {
          const parties = call.parties.map(({ isRemoved: _, ...party }) => party);
          return act(what.type === 'accept' ? { ...call, parties } : call, what, ms);
        },
      },
    ],
    [
      'one who comes into a locked call',
      'takes in somebody though locked',
      {
        settle,
        act: (call, what, ms) => {
          if (what.type !== 'accept' || !call.isLocked) return act(call, what, ms);
          const { isLocked, ...open } = call;
          return { ...act(open, what, ms), isLocked };
        },
      },
    ],
    [
      'one who is called to a locked call by anybody',
      'rings though locked',
      {
        settle,
        act: (call, what, ms) => {
          if (what.type !== 'invite') return act(call, what, ms);
          return act(call, { ...what, invited: { ...what.invited, isByHost: true } }, ms);
        },
      },
    ],
    [
      'a lock for which nobody has asked',
      'is locked or open by nobody',
      acting((after, { type }) => (type === 'mute' ? { ...after, isLocked: true } : after)),
    ],
    [
      'one who is heard again without their will',
      'is heard again by nobody',
      acting((after, { type }) => {
        const parties = after.parties.map(({ muted: _, ...party }) => party);
        return type === 'lock' ? { ...after, parties } : after;
      }),
    ],
    [
      'one who is shown as heard though a host has muted them',
      'shows a voice that is not heard',
      acting((after, { type }) => {
        const parties = after.parties.map((party) => ({ ...party, media }));
        return type === 'show' ? { ...after, parties } : after;
      }),
    ],
    [
      'a hand that stays when its person goes',
      'has a hand of nobody',
      {
        settle,
        act: (call, what, ms) => {
          const after = act(call, what, ms);
          const handMs = partyOf(call, what.userId)?.handMs;
          const stays = (party: Party) =>
            party.userId === what.userId && handMs !== undefined ? { ...party, handMs } : party;
          return what.type === 'end' ? { ...after, parties: after.parties.map(stays) } : after;
        },
      },
    ],
    [
      'anybody who puts out others',
      'is muted by nobody',
      { settle, act: (call, what, ms) => act(call, { ...what, mayHost: true } as CallAction, ms) },
    ],
  ])('would be noticed: %s', (_, law, machine) => {
    // As many as it takes: the rarest of them needs some thousand. The same histories each time.
    const how = { numRuns: 50_000, seed: 1, endOnFailure: true, includeErrorInReport: true };
    expect(laws(machine, how)).toThrow(`It ${law}`);
  });
});

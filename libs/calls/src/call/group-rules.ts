import { problem, type CallReason } from '@app/contracts';
import { isJoined, isLive, isSameDevice, partyOf, type OneCall, type Party } from './call.js';
import {
  commonSteps,
  ended,
  joinedOn,
  leaseMs,
  requireDevice,
  ringingMs,
  withParty,
  type CallRules,
  type Deadline,
  type Invited,
} from './call-rules.js';
import { isHost, mustHost, mutedBy, withHand } from './group-controls.js';

/** Whom nobody has joined waits for so long once it rings nowhere, in ms. */
export const waitingMs = 60_000;

/** Whom all others have left waits for so long for somebody who comes back, in ms. */
export const leftAloneMs = 5 * 60_000;

/** A call in which nobody is goes on for so long, in ms: who has lost their way finds it again. */
export const emptyMs = 20_000;

/** People in a call at once. */
export const maxJoined = 50;

/** People of whom a call knows, with those who have left. */
const maxParties = 100;

function deadlines(call: OneCall): Deadline[] {
  const { emptyMs: empty, aloneMs: alone, startedMs } = call;
  return [
    ...call.parties.filter(isInvited).map((party) => missedAt(rungOutMs(call, party))),
    ...call.parties.filter(isJoined).map(lostAtItsLease),
    ...(empty === undefined ? [] : [overAt(empty + emptyMs)]),
    ...(alone === undefined ? [] : [startedMs === undefined ? unheardAt(alone) : leftAt(alone)]),
  ];
}

const isInvited = ({ state }: Party): boolean => state === 'invited';

const rungOutMs = ({ createdMs }: OneCall, { calledMs }: Party): number =>
  (calledMs ?? createdMs) + ringingMs;

/** It stops ringing for whom it has rung so long; who is in it goes on. */
const missedAt = (atMs: number): Deadline => ({
  atMs,
  then: (call) => {
    const missed = (party: Party): Party => ({ ...party, state: 'left', isMissed: true });
    const isLate = (party: Party) => isInvited(party) && rungOutMs(call, party) <= atMs;
    const parties = call.parties.map((party) => (isLate(party) ? missed(party) : party));
    return tended({ ...call, parties }, atMs);
  },
});

/** They may not have wanted to go. */
const lostAtItsLease = (party: Party): Deadline => ({
  atMs: party.leaseMs!,
  isOfDevice: true,
  then: (call) => tended(withParty(call, { ...goneAs(party), isLost: true }), party.leaseMs!),
});

const overAt = (atMs: number): Deadline => ({
  atMs,
  then: (call) => ended(call, call.startedMs === undefined ? 'cancelled' : 'completed', atMs),
});

/** Nobody has come. */
const unheardAt = (alone: number): Deadline => endAt(alone + waitingMs, 'missed');

/** Nobody has come back. */
const leftAt = (alone: number): Deadline => endAt(alone + leftAloneMs, 'completed');

const endAt = (atMs: number, reason: CallReason): Deadline => ({
  atMs,
  then: (call) => ended(call, reason, atMs),
});

const steps: CallRules['steps'] = {
  ...commonSteps,

  ring(call, party) {
    if (!isLive(call) || !isInvited(party) || party.isRung) return call;
    return withParty(call, { ...party, isRung: true });
  },

  accept(call, party, action, nowMs) {
    const { device } = action;
    if (!isLive(call)) throw problem('call_ended');
    if (isJoined(party) && isSameDevice(party.device, device)) return call;
    if (isJoined(party)) throw problem('conflict', { field: 'callId' });
    if (party.isRemoved) throw problem('call_removed');
    const isExpected = isInvited(party) || party.isLost === true || isHost(call, action);
    if (call.isLocked && !isExpected) throw problem('call_locked');
    if (call.parties.filter(isJoined).length >= maxJoined) throw isFull();
    const { isLost: _, ...comer } = party;
    return tended(withParty(withRoomFor(call, comer), joinedOn(comer, device, nowMs)), nowMs);
  },

  decline(call, party, _, nowMs) {
    return isLive(call) && isInvited(party) ? without(call, party, nowMs) : call;
  },

  end(call, party, { device }, nowMs) {
    if (!isLive(call)) return call;
    if (isJoined(party)) requireDevice(party, device);
    return leftBy(party, call, nowMs);
  },

  stop(call, party, _, nowMs) {
    return isLive(call) ? leftBy(party, call, nowMs) : call;
  },

  pulse(call, party, { device }, nowMs) {
    if (!isLive(call)) return call;
    if (party.isRemoved) throw problem('call_removed');
    requireDevice(party, device);
    return withParty(call, { ...party, leaseMs: nowMs + leaseMs });
  },

  invite(call, party, { device, invited }, nowMs) {
    if (!isLive(call)) throw problem('call_ended');
    requireDevice(party, device);
    return withInvited(call, party, invited, nowMs);
  },

  signal() {
    throw problem('forbidden');
  },

  show(call, party, action) {
    const media = { ...action.media, audio: action.media.audio && !party.muted };
    return commonSteps.show(call, party, { ...action, media });
  },

  mute(call, party, action, nowMs) {
    mustHost(call, party, action);
    return mutedBy(call, action, nowMs);
  },

  unmute(call, party, { device }) {
    if (!isLive(call)) throw problem('call_ended');
    requireDevice(party, device);
    const { muted, ...heard } = party;
    return muted ? withParty(call, heard) : call;
  },

  remove(call, party, action, nowMs) {
    mustHost(call, party, action);
    const { userId, isRemoved } = partyOf(call, action.whom) ?? notThere();
    if (userId === party.userId) throw problem('forbidden');
    if (isRemoved) return call;
    return tended(withParty(call, { userId, state: 'left', isRemoved: true }), nowMs);
  },

  lock(call, party, action, nowMs) {
    mustHost(call, party, action);
    if (action.isLocked === (call.isLocked ?? false)) return call;
    const { isLocked: _, ...open } = call;
    if (!action.isLocked) return open;
    const parties = call.parties.map((each) => (isInvited(each) ? goneAs(each) : each));
    return tended({ ...call, parties, isLocked: true }, nowMs);
  },

  hand(call, party, action, nowMs) {
    if (!isLive(call)) throw problem('call_ended');
    requireDevice(party, action.device);
    const { whom = party.userId, isRaised } = action;
    if (whom !== party.userId && (isRaised || !isHost(call, action))) throw problem('forbidden');
    return withHand(call, whom, isRaised ? nowMs : undefined);
  },
};

/**
 * It rings for one more. A call between two is one of a group from then on; whoever is in it stays
 * in it. What hosts have decided, only hosts undo.
 */
export function withInvited(
  call: OneCall,
  by: Party,
  { userId, isGuest, isByHost: mayHost = false }: Invited,
  nowMs: number,
): OneCall {
  const there = partyOf(call, userId);
  if (there && there.state !== 'left') return call;
  if (!isHost(call, { userId: by.userId, mayHost })) mustBeOpen(call, there);
  if (call.parties.filter(({ state }) => state !== 'left').length >= maxJoined) throw isFull();
  const party: Party = {
    ...{ userId, state: 'invited', calledMs: nowMs, invitedBy: by.userId },
    ...((isGuest || there?.isGuest) && { isGuest: true }),
  };
  // Who waits alone waits for them now.
  const { aloneMs: _, ...rest } = withParty(withRoomFor(call, party), party);
  return tended({ ...rest, kind: 'group', via: 'room', early: [] }, nowMs);
}

/** Throws `forbidden` and `call_locked` for whom only a host may invite. */
function mustBeOpen(call: OneCall, party: Party | undefined): void {
  if (party?.isRemoved) throw problem('forbidden');
  if (call.isLocked) throw problem('call_locked');
}

function notThere(): never {
  throw problem('not_found');
}

const isFull = () => problem('conflict', { field: 'parties' });

/** They have left it, and want to. Who has waited alone has nobody to come back to. */
function leftBy(party: Party, call: OneCall, nowMs: number): OneCall {
  if (party.state === 'left') return call;
  const after = without(call, party, nowMs);
  const isAbandoned = isJoined(party) && call.state !== 'active';
  return isAbandoned ? ended(after, 'cancelled', nowMs) : after;
}

function without(call: OneCall, party: Party, atMs: number): OneCall {
  return tended(withParty(call, goneAs(party)), atMs);
}

/** A guest may come back as long as there is no block between them and who has invited them. */
const goneAs = ({ userId, isGuest, invitedBy }: Party): Party => ({
  ...{ userId, state: 'left' },
  ...(isGuest && { isGuest, ...(invitedBy && { invitedBy }) }),
});

/**
 * With a place for the party: whoever has left first is forgotten, but for the caller, and for who
 * may not come back.
 */
function withRoomFor(call: OneCall, party: Party): OneCall {
  const isThere = ({ userId }: Party) => userId === party.userId;
  if (call.parties.some(isThere)) return call;
  if (call.parties.length < maxParties) return { ...call, parties: [...call.parties, party] };
  const gone = call.parties.find(
    ({ userId, state, isRemoved }) => state === 'left' && !isRemoved && userId !== call.callerId,
  );
  if (!gone) throw isFull();
  return { ...call, parties: [...call.parties.filter((each) => each !== gone), party] };
}

/** With what follows from who is in it. */
function tended({ aloneMs, emptyMs: empty, ...call }: OneCall, atMs: number): OneCall {
  const joined = call.parties.filter(isJoined).length;
  const state = stateOf(call, joined);
  const isAlone = state !== 'ringing' && joined === 1;
  return {
    ...call,
    state,
    ...(state === 'active' && { startedMs: call.startedMs ?? atMs }),
    ...(isAlone && { aloneMs: aloneMs ?? atMs }),
    ...(joined === 0 && { emptyMs: empty ?? atMs }),
  };
}

function stateOf({ state, parties }: OneCall, joined: number): OneCall['state'] {
  if (state === 'active' || joined > 1) return 'active';
  return state === 'ringing' && parties.some(isInvited) ? 'ringing' : 'connecting';
}

/** A new call, of which it is known now whether it rings anywhere. */
export const begun = (call: OneCall): OneCall => tended(call, call.createdMs);

/** A call of a chat: it goes on as long as somebody is in it, whoever comes and goes. */
export const groupRules: CallRules = {
  steps,
  deadlines,
  newcomer: (action) =>
    action.type === 'accept' ? { userId: action.userId, state: 'left' } : undefined,
};

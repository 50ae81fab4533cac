import { problem, type CallReason } from '@app/contracts';
import { isJoined, isLive, isSameDevice, type OneCall, type Party } from './call.js';
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
} from './call-rules.js';
import { withInvited } from './group-rules.js';

/** Between the answer and the first voice, in ms. */
export const connectingMs = 30_000;

/** Signals that are kept for whoever accepts, and the characters of all of them. */
const maxEarly = 60;
const maxEarlyLength = 120_000;

function deadlines(call: OneCall): Deadline[] {
  if (call.state === 'ringing')
    return [endAt(call.createdMs + ringingMs, 'missed'), ...leasesOf(call, 'cancelled')];
  if (call.state === 'connecting')
    return [endAt(call.answeredMs! + connectingMs, 'failed'), ...leasesOf(call, 'failed')];
  return leasesOf(call, 'completed');
}

const endAt = (atMs: number, reason: CallReason): Deadline => ({
  atMs,
  then: (call) => ended(call, reason, atMs),
});

const leasesOf = (call: OneCall, reason: CallReason): Deadline[] =>
  call.parties
    .filter(isJoined)
    .map((party) => ({ ...endAt(party.leaseMs!, reason), isOfDevice: true }));

const steps: CallRules['steps'] = {
  ...commonSteps,

  ring(call, party) {
    if (call.state !== 'ringing' || party.state !== 'invited' || party.isRung) return call;
    return withParty(call, { ...party, isRung: true });
  },

  accept(call, party, { device }, nowMs) {
    if (!isLive(call)) throw problem('call_ended');
    if (isSameDevice(party.device, device)) return call;
    if (party.state !== 'invited' || call.state !== 'ringing')
      throw problem('conflict', { field: 'callId' });
    const joined = withParty(call, joinedOn(party, device, nowMs));
    return { ...joined, state: 'connecting', answeredMs: nowMs, early: [] };
  },

  decline(call, party, _, nowMs) {
    if (party.userId === call.callerId) throw problem('forbidden');
    return call.state === 'ringing' ? ended(call, 'declined', nowMs) : call;
  },

  end(call, party, { device }, nowMs) {
    if (!isLive(call)) return call;
    if (call.state !== 'ringing') requireDevice(party, device);
    return endedBy(party, call, nowMs);
  },

  stop(call, party, _, nowMs) {
    return isLive(call) ? endedBy(party, call, nowMs) : call;
  },

  pulse(call, party, { device, isConnected }, nowMs) {
    if (!isLive(call)) return call;
    requireDevice(party, device);
    const there = withParty(call, { ...party, leaseMs: nowMs + leaseMs });
    if (!isConnected || call.state !== 'connecting') return there;
    return { ...there, state: 'active', startedMs: nowMs };
  },

  invite(call, party, { device, invited }, nowMs) {
    if (!isLive(call)) throw problem('call_ended');
    requireDevice(party, device);
    if (call.state === 'ringing') throw problem('conflict', { field: 'state' });
    return withInvited(call, party, invited, nowMs);
  },

  signal(call, party, { device, signal }) {
    if (!isLive(call)) throw problem('call_ended');
    requireDevice(party, device);
    if (call.state !== 'ringing') return call;
    const early = [...call.early, signal];
    if (early.length > maxEarly || JSON.stringify(early).length > maxEarlyLength)
      throw problem('rate_limited', { retryAfterMs: 1000 });
    return { ...call, early };
  },

  mute: notOfTwo,
  unmute: notOfTwo,
  remove: notOfTwo,
  lock: notOfTwo,
  hand: notOfTwo,
};

/** Two people tell each other. */
function notOfTwo(): never {
  throw problem('forbidden');
}

function endedBy({ userId }: Party, call: OneCall, nowMs: number): OneCall {
  const isCaller = userId === call.callerId;
  if (call.state === 'ringing') return ended(call, isCaller ? 'cancelled' : 'declined', nowMs);
  return ended(call, call.state === 'active' ? 'completed' : 'cancelled', nowMs);
}

/** A call between two people: it is over when one of them goes. */
export const directRules: CallRules = { steps, deadlines, newcomer: () => undefined };

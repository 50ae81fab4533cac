import { problem, type CallReason, type SentMedia, type UserId } from '@app/contracts';
import {
  isJoined,
  isLive,
  isSameDevice,
  partyOf,
  type Device,
  type OneCall,
  type Party,
  type SignalBody,
} from './call.js';

/** It rings for so long, in ms. */
export const ringingMs = 45_000;

/** Between the answer and the first voice, in ms. */
export const connectingMs = 30_000;

/** A device is there for so long after it was last heard of, in ms. */
export const leaseMs = 10_000;

/** Signals that are kept for whoever accepts, and the characters of all of them. */
const maxEarly = 60;
const maxEarlyLength = 120_000;

/** Somebody does something on a device of theirs, or `stop`s: they may not be in it any more. */
export type CallAction = DeviceAction | { readonly type: 'stop'; readonly userId: UserId };

type DeviceAction = { readonly userId: UserId; readonly device: Device } & (
  | { readonly type: 'ring' | 'accept' | 'decline' | 'end' | 'away' }
  | { readonly type: 'pulse'; readonly isConnected: boolean | undefined }
  | { readonly type: 'show'; readonly media: SentMedia }
  | { readonly type: 'signal'; readonly signal: SignalBody }
);

type Step<T extends CallAction['type']> = (
  call: OneCall,
  party: Party,
  action: Extract<CallAction, { readonly type: T }>,
  nowMs: number,
) => OneCall;

/**
 * The call after somebody did something: the same object where nothing changes. Time comes first:
 * what was due before is settled before. Throws `forbidden` for who may not, and what `CallsApi`
 * says of each method.
 */
export function act(call: OneCall, action: CallAction, nowMs: number): OneCall {
  const settled = settle(call, nowMs);
  const party = partyOf(settled, action.userId);
  if (!party) throw problem('forbidden');
  // One row for each type: that it fits is what the table's own type says.
  const step = steps[action.type] as Step<CallAction['type']>;
  return step(settled, party, action, nowMs);
}

/** The call after what time alone has brought; the same object where that is nothing. */
export function settle(call: OneCall, nowMs: number): OneCall {
  const due = deadlines(call).filter(({ atMs }) => atMs <= nowMs);
  const [first] = due.sort((a, b) => a.atMs - b.atMs);
  return first ? ended(call, first.reason, first.atMs) : call;
}

/** When `settle` changes it next, ms; undefined: never. */
export function deadlineOf(call: OneCall): number | undefined {
  const times = deadlines(call).map(({ atMs }) => atMs);
  return times.length === 0 ? undefined : Math.min(...times);
}

interface Deadline {
  readonly atMs: number;
  readonly reason: CallReason;
}

function deadlines(call: OneCall): Deadline[] {
  if (call.state === 'ringing')
    return [{ atMs: call.createdMs + ringingMs, reason: 'missed' }, ...leasesOf(call, 'cancelled')];
  if (call.state === 'connecting')
    return [
      { atMs: call.answeredMs! + connectingMs, reason: 'failed' },
      ...leasesOf(call, 'failed'),
    ];
  return isLive(call) ? leasesOf(call, 'completed') : [];
}

const leasesOf = (call: OneCall, reason: CallReason): Deadline[] =>
  call.parties.filter(isJoined).map(({ leaseMs: atMs }) => ({ atMs: atMs!, reason }));

const steps: { readonly [T in CallAction['type']]: Step<T> } = {
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

  away(call, party, { device }, nowMs) {
    if (!isLive(call) || !isSameDevice(party.device, device)) return call;
    const until = Math.min(party.leaseMs!, nowMs + leaseMs / 2);
    return until === party.leaseMs ? call : withParty(call, { ...party, leaseMs: until });
  },

  show(call, party, { device, media }) {
    if (!isLive(call)) throw problem('call_ended');
    requireDevice(party, device);
    return withParty(call, { ...party, media });
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
};

function endedBy({ userId }: Party, call: OneCall, nowMs: number): OneCall {
  const isCaller = userId === call.callerId;
  if (call.state === 'ringing') return ended(call, isCaller ? 'cancelled' : 'declined', nowMs);
  return ended(call, call.state === 'active' ? 'completed' : 'cancelled', nowMs);
}

/** Only the device that is in the call speaks for its person. */
function requireDevice(party: Party, device: Device): void {
  if (!isJoined(party) || !isSameDevice(party.device, device)) throw problem('forbidden');
}

/** In the call, on this device, from now on. */
export function joinedOn(party: Party, device: Device, nowMs: number): Party {
  return { ...party, state: 'joined', device, leaseMs: nowMs + leaseMs };
}

/** Over. Whatever is held for it is let go. */
export function ended(call: OneCall, reason: CallReason, atMs: number): OneCall {
  const parties = call.parties.map(({ leaseMs: _, ...party }) => ({
    ...party,
    state: 'left' as const,
  }));
  return { ...call, state: 'ended', reason, parties, endedMs: atMs, early: [] };
}

function withParty(call: OneCall, changed: Party): OneCall {
  const parties = call.parties.map((party) => (party.userId === changed.userId ? changed : party));
  return { ...call, parties };
}

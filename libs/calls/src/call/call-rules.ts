import { problem, type CallReason, type SentMedia, type UserId } from '@app/contracts';
import { isJoined, isLive, isSameDevice, partyOf, type Device } from './call.js';
import type { OneCall, Party, SignalBody } from './call.js';

/** It rings for so long, in ms. */
export const ringingMs = 45_000;

/**
 * A device is there for so long after it was last heard of, in ms: where all are busy, what a
 * gateway says every few seconds may be late by more than twice that.
 */
export const leaseMs = 15_000;

/** The same once its last socket has gone, in ms. */
export const awayMs = 7000;

/** Who is called to a call that runs. */
export interface Invited {
  readonly userId: UserId;
  /** They are not in its chat. */
  readonly isGuest: boolean;
  /** By a host of every call of the chat. */
  readonly isByHost?: boolean;
}

/** Somebody does something on a device of theirs, or `stop`s: they may not be in it any more. */
export type CallAction = DeviceAction | { readonly type: 'stop'; readonly userId: UserId };

type DeviceAction = { readonly userId: UserId; readonly device: Device } & (
  | { readonly type: 'ring' | 'decline' | 'end' | 'away' | 'reroute' | 'unmute' }
  | { readonly type: 'accept'; readonly mayHost?: boolean }
  | { readonly type: 'invite'; readonly invited: Invited }
  | HostAction
  | { readonly type: 'pulse'; readonly isConnected: boolean | undefined }
  | { readonly type: 'show'; readonly media: SentMedia }
  | { readonly type: 'signal'; readonly signal: SignalBody }
);

/** `mayHost`: they are a host of every call of its chat. */
type HostAction = { readonly mayHost: boolean } & (
  | { readonly type: 'mute'; readonly whom: UserId | undefined }
  | { readonly type: 'remove'; readonly whom: UserId }
  | { readonly type: 'lock'; readonly isLocked: boolean }
  | { readonly type: 'hand'; readonly whom: UserId | undefined; readonly isRaised: boolean }
);

export type Step<T extends CallAction['type']> = (
  call: OneCall,
  party: Party,
  action: Extract<CallAction, { readonly type: T }>,
  nowMs: number,
) => OneCall;

/** What time alone brings. `isOfDevice`: where a device has not been heard of for so long. */
export interface Deadline {
  readonly atMs: number;
  readonly isOfDevice?: true;
  readonly then: (call: OneCall) => OneCall;
}

/** What may happen to one kind of call. */
export interface CallRules {
  readonly steps: { readonly [T in CallAction['type']]: Step<T> };
  /** Of a call that runs, in no order. */
  readonly deadlines: (call: OneCall) => readonly Deadline[];
  /** Who acts and is no party of it yet; undefined: they may not. */
  readonly newcomer: (action: CallAction) => Party | undefined;
}

/** What any device does in a call of any kind. */
export const commonSteps = {
  away(call, party, { device }, nowMs) {
    if (!isLive(call) || !isJoined(party) || !isSameDevice(party.device, device)) return call;
    const until = Math.min(party.leaseMs!, nowMs + awayMs);
    return until === party.leaseMs ? call : withParty(call, { ...party, leaseMs: until });
  },

  reroute(call, party, { device }, nowMs) {
    if (!isLive(call)) throw problem('call_ended');
    requireDevice(party, device);
    if (call.via === 'room') return call;
    // Who has tried in vain to reach each other has the time to connect once more.
    const isConnecting = call.state === 'connecting';
    return { ...call, via: 'room', ...(isConnecting && { answeredMs: nowMs }) };
  },

  show(call, party, { device, media }) {
    if (!isLive(call)) throw problem('call_ended');
    requireDevice(party, device);
    return withParty(call, { ...party, media });
  },
} satisfies Partial<CallRules['steps']>;

/** Only the device that is in the call speaks for its person. */
export function requireDevice(party: Party, device: Device): void {
  if (!isJoined(party) || !isSameDevice(party.device, device)) throw problem('forbidden');
}

/** Throws `forbidden` for who is not in it on this device, and `call_ended`. */
export function requireJoined(
  call: OneCall,
  { userId, device }: { readonly userId: UserId; readonly device: Device },
): void {
  const party = partyOf(call, userId);
  if (!party) throw problem('forbidden');
  if (!isLive(call)) throw problem('call_ended');
  requireDevice(party, device);
}

/** In the call, on this device, from now on. */
export function joinedOn(party: Party, device: Device, nowMs: number): Party {
  return { ...party, state: 'joined', device, leaseMs: nowMs + leaseMs };
}

/** Over. Whatever is held for it is let go. */
export function ended(call: OneCall, reason: CallReason, atMs: number): OneCall {
  const parties = call.parties.map(({ leaseMs: _, handMs: __, muted: ___, ...party }) => ({
    ...party,
    state: 'left' as const,
  }));
  const { aloneMs: _, emptyMs: __, host: ___, isLocked: ____, ...rest } = call;
  return { ...rest, state: 'ended', reason, parties, endedMs: atMs, early: [] };
}

export function withParty(call: OneCall, changed: Party): OneCall {
  const parties = call.parties.map((party) => (party.userId === changed.userId ? changed : party));
  return { ...call, parties };
}

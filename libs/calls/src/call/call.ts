import type {
  Call,
  CallId,
  CallKind,
  CallMedia,
  CallReason,
  CallState,
  CallWay,
  ChatId,
  DeviceId,
  SentMedia,
  SessionId,
  Signal,
  UserId,
} from '@app/contracts';

/** Where somebody takes part. */
export interface Device {
  readonly sessionId: SessionId;
  readonly deviceId: DeviceId;
}

/** Somebody in a call. Times are ms of the server's clock. */
export interface Party {
  readonly userId: UserId;
  readonly state: 'invited' | 'joined' | 'left';
  readonly device?: Device;
  /** The device is believed to be there until then. */
  readonly leaseMs?: number;
  /** Since when it rings for them, where that is not since the beginning. */
  readonly calledMs?: number;
  readonly invitedBy?: UserId;
  /** They were invited and are in the call, but not in its chat; also when they have left. */
  readonly isGuest?: true;
  /** It has rung for them until it was too late. */
  readonly isMissed?: true;
  /** Some device has said that it shows the call. */
  readonly isRung?: true;
  readonly media?: SentMedia;
  /** Since when their hand is raised. */
  readonly handMs?: number;
  readonly muted?: { readonly by: UserId; readonly atMs: number };
  /** A host has put them out. */
  readonly isRemoved?: true;
  /** They have not left it: nothing was heard of their device any more. */
  readonly isLost?: true;
}

/** What one end has said. */
export type SignalBody = Signal['signal'];

/** The process that has the room of a call, and until when unless it says so again. */
export interface CallHost {
  readonly id: string;
  readonly untilMs: number;
}

/** A call as the server keeps it. */
export interface OneCall {
  readonly id: CallId;
  readonly kind: CallKind;
  readonly via: CallWay;
  readonly chatId: ChatId;
  readonly media: CallMedia;
  readonly callerId: UserId;
  readonly state: CallState;
  readonly reason?: CallReason;
  readonly parties: readonly Party[];
  readonly createdMs: number;
  readonly answeredMs?: number;
  readonly startedMs?: number;
  readonly endedMs?: number;
  /** Since when one is alone in a group call, once nobody whom it began with is called. */
  readonly aloneMs?: number;
  /** Since when nobody is in a group call. */
  readonly emptyMs?: number;
  readonly host?: CallHost;
  readonly isLocked?: true;
  /** What the caller has said before anybody accepted, in order. */
  readonly early: readonly SignalBody[];
  /** The chat has the message that says what became of it. */
  readonly isTold: boolean;
  /** Grows by 1 with each write. */
  readonly version: number;
}

export const isLive = (call: OneCall): boolean => call.state !== 'ended';

export const partyOf = (call: OneCall, userId: UserId): Party | undefined =>
  call.parties.find((party) => party.userId === userId);

/** Those who may come although they are not in the chat. */
export const guestsOf = ({ parties }: OneCall): UserId[] =>
  parties.filter(({ isGuest }) => isGuest).map(({ userId }) => userId);

export const isJoined = (party: Party): boolean => party.state === 'joined';

export const isSameDevice = (a: Device | undefined, b: Device): boolean =>
  a?.deviceId === b.deviceId && a.sessionId === b.sessionId;

/** As clients see it: no sessions, no leases, nothing that was said. */
export function toCall(call: OneCall): Call {
  const { id, kind, via, chatId, media, callerId, state, reason, isLocked, version } = call;
  return {
    id,
    kind,
    via,
    chatId,
    media,
    callerId,
    state,
    ...(reason && { reason }),
    parties: call.parties.map(toParty),
    createdAt: isoOf(call.createdMs),
    ...(call.startedMs !== undefined && { startedAt: isoOf(call.startedMs) }),
    ...(call.endedMs !== undefined && { endedAt: isoOf(call.endedMs) }),
    ...(isLocked && { isLocked }),
    version,
  };
}

/** What somebody may know of one who is not in its chat any more, nor a guest: no others of it. */
export function toOwnPart(call: OneCall, userId: UserId): Call {
  const { isLocked: _, ...known } = toCall(call);
  const parties = known.parties.filter((party) => party.userId === userId);
  return { ...known, parties, version: 0 };
}

function toParty(party: Party): Call['parties'][number] {
  const { userId, state, invitedBy, device, media, handMs, muted, isRemoved } = party;
  return {
    userId,
    state,
    ...(invitedBy && { invitedBy }),
    ...(device && { deviceId: device.deviceId }),
    ...(media && { media }),
    ...(handMs !== undefined && { handAt: isoOf(handMs) }),
    ...(muted && { muted: { by: muted.by, at: isoOf(muted.atMs) } }),
    ...(isRemoved && { isRemoved }),
  };
}

const isoOf = (ms: number) => new Date(ms).toISOString();

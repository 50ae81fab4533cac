import * as z from 'zod/mini';
import { byDevice, CallDevice, ofOneCall } from './call-device.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { CallId, ChatId, DeviceId, UserId } from './ids.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { CallTotals } from './stats.contract.js';
import { IsoTime } from './text.js';

/** What a call begins with; each side shows what it likes later. */
export const CallMedia = z.enum(['audio', 'video']);
export type CallMedia = z.output<typeof CallMedia>;

/** `direct`: between two people. `group`: of a chat, or of two who have called others to it. */
export const CallKind = z.enum(['direct', 'group']);
export type CallKind = z.output<typeof CallKind>;

/** `peer`: from end to end. `room`: through the server, as those of a group always do. */
export const CallWay = z.enum(['peer', 'room']);
export type CallWay = z.output<typeof CallWay>;

/** Only forward: see `docs/subsystems/calls.md`. */
export const CallState = z.enum(['ringing', 'connecting', 'active', 'ended']);
export type CallState = z.output<typeof CallState>;

/**
 * Why a call is over. `completed`: they have talked. `missed`: nobody answered in time. `failed`:
 * it was answered, but nobody was heard.
 */
export const CallReason = z.enum([
  'completed',
  'missed',
  'declined',
  'busy',
  'cancelled',
  'failed',
]);
export type CallReason = z.output<typeof CallReason>;

/** What the chat keeps of a call. `seconds`: how long they talked. */
export const CallSummary = z.strictObject({
  callId: CallId,
  media: CallMedia,
  reason: CallReason,
  seconds: z.int().check(z.nonnegative()),
});
export type CallSummary = z.output<typeof CallSummary>;
z.globalRegistry.add(CallSummary, { id: 'CallSummary' });

/** What somebody sends at the moment. */
export const SentMedia = z.strictObject({
  audio: z.boolean(),
  video: z.boolean(),
  screen: z.boolean(),
});
export type SentMedia = z.output<typeof SentMedia>;

/** `invited`: it rings there. `joined`: on this one device. `left`: no longer, or never. */
export const CallParty = z.strictObject({
  userId: UserId,
  state: z.enum(['invited', 'joined', 'left']),
  /** Who has called them to it while it ran; absent: the caller has. */
  invitedBy: z.optional(UserId),
  deviceId: z.optional(DeviceId),
  media: z.optional(SentMedia),
  /** Since when they want to say something: the first one first. */
  handAt: z.optional(IsoTime),
  /** A host has muted them: nobody hears them until they say that they want it. */
  muted: z.optional(z.strictObject({ by: UserId, at: IsoTime })),
  /** A host has put them out, and they may not come back. */
  isRemoved: z.optional(z.literal(true)),
});
export type CallParty = z.output<typeof CallParty>;

/**
 * `version`: of two states of a call the higher one is newer; 0: what somebody may know of a call
 * that is not theirs, which takes the place of no other. `via`: how its media go; from `peer`
 * to `room` it may change, and not back. Of a group call `parties` are those who were called and
 * those who have come, and `connecting` is somebody who waits alone.
 */
export const Call = z.strictObject({
  id: CallId,
  kind: CallKind,
  via: CallWay,
  chatId: ChatId,
  media: CallMedia,
  callerId: UserId,
  state: CallState,
  reason: z.optional(CallReason),
  parties: z.array(CallParty),
  createdAt: IsoTime,
  /** When they could hear each other. */
  startedAt: z.optional(IsoTime),
  endedAt: z.optional(IsoTime),
  /** Who is not in it does not come in any more. */
  isLocked: z.optional(z.literal(true)),
  version: z.int().check(z.nonnegative()),
});
export type Call = z.output<typeof Call>;
z.globalRegistry.add(Call, { id: 'Call' });

/** The calls that run in the chats of a person, mine or not. */
export const LiveCalls = z.strictObject({ items: z.array(Call) });
export type LiveCalls = z.output<typeof LiveCalls>;
z.globalRegistry.add(LiveCalls, { id: 'LiveCalls' });

export const CallPage = pageOf(Call);
export type CallPage = z.output<typeof CallPage>;
z.globalRegistry.add(CallPage, { id: 'CallPage' });

/** As `RTCIceServer`. */
export const IceServer = z.strictObject({
  urls: z.array(z.string()),
  username: z.optional(z.string()),
  credential: z.optional(z.string()),
});
export type IceServer = z.output<typeof IceServer>;
z.globalRegistry.add(IceServer, { id: 'IceServer' });

/** `GET /api/calls/ice-servers`; a connection that begins after `expiresAt` asks for others. */
export const IceServers = z.strictObject({
  iceServers: z.array(IceServer),
  expiresAt: IsoTime,
});
export type IceServers = z.output<typeof IceServers>;
z.globalRegistry.add(IceServers, { id: 'IceServers' });

/** In a chat, or with somebody; the chat with them is made when there is none. */
const startCallOn = <T extends z.ZodMiniType>(deviceId: T) =>
  z.union([
    z.strictObject({ chatId: ChatId, media: CallMedia, deviceId }),
    z.strictObject({ userId: UserId, media: CallMedia, deviceId }),
  ]);

export const StartCall = startCallOn(DeviceId);
/** On a device that may name itself. */
export const StartCallInput = startCallOn(z.optional(DeviceId));
export type StartCall = z.output<typeof StartCall>;

/** `isConnected`: media flow, as far as this device can tell. */
export const CallPulse = byDevice({ isConnected: z.optional(z.boolean()) });
export type CallPulse = z.output<typeof CallPulse>;

/** `userId`: who is called to it. */
export const InviteToCall = byDevice({ userId: UserId });
export type InviteToCall = z.output<typeof InviteToCall>;

export const ShowMedia = byDevice({ media: SentMedia });
export type ShowMedia = z.output<typeof ShowMedia>;

/** Longer than any that a browser makes. */
const Sdp = z.string().check(z.maxLength(40_000));

/** As `RTCIceCandidateInit`; null when there are no more. */
const Candidate = z.nullable(
  z.strictObject({
    candidate: z.string().check(z.maxLength(2000)),
    sdpMid: z.optional(z.nullable(z.string().check(z.maxLength(100)))),
    sdpMLineIndex: z.optional(z.nullable(z.int().check(z.nonnegative(), z.maximum(1000)))),
    usernameFragment: z.optional(z.nullable(z.string().check(z.maxLength(256)))),
  }),
);

/** What the two ends of a peer connection say to each other. */
export const signals = {
  offer: z.strictObject({ callId: CallId, sdp: Sdp }),
  answer: z.strictObject({ callId: CallId, sdp: Sdp }),
  ice_candidate: z.strictObject({ callId: CallId, candidate: Candidate }),
} as const;

/** One of `signals`, from a device in the call that it is about. */
export const Signal = byDevice({
  signal: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('offer'), payload: signals.offer }),
    z.strictObject({ name: z.literal('answer'), payload: signals.answer }),
    z.strictObject({ name: z.literal('ice_candidate'), payload: signals.ice_candidate }),
  ]),
});
export type Signal = z.output<typeof Signal>;

export const callsContract = defineApi({
  start: rpc('calls.start', StartCall, Call),
  list: rpc('calls.list', PageQuery, CallPage),
  live: rpc('calls.live', Done, LiveCalls),
  ring: rpc('calls.ring', CallDevice, Call, ofOneCall),
  accept: rpc('calls.accept', CallDevice, Call, ofOneCall),
  decline: rpc('calls.decline', CallDevice, Call, ofOneCall),
  end: rpc('calls.end', CallDevice, Call, ofOneCall),
  pulse: rpc('calls.pulse', CallPulse, Call, ofOneCall),
  away: rpc('calls.away', CallDevice, Call, ofOneCall),
  show: rpc('calls.show', ShowMedia, Call, ofOneCall),
  reroute: rpc('calls.reroute', CallDevice, Call, ofOneCall),
  invite: rpc('calls.invite', InviteToCall, Call, ofOneCall),
  signal: rpc('calls.signal', Signal, Done, ofOneCall),
  totals: rpc('calls.totals', Done, CallTotals),
});

/**
 * Calls and their state, which the server alone decides. Each method answers the call as it is
 * then, and says what changed to the devices that it concerns. All but `start`, `list`, `live` and
 * `totals` throw `not_found` for an unknown call and `forbidden` for who is not in it. Who is not
 * in the chat of a group call any more, nor a guest of the call, is answered with none of its
 * parties but themselves, and with `version` 0.
 *
 * - `start`: rings. Throws `not_member`, `blocked`, `forbidden` as sending a message does,
 *   `rate_limited` when it is too often, to anybody or to this person, and `call_busy` while the
 *   actor is in another call. Again from the same device: the same call. A callee who is in a call
 *   ends it as `busy`. Both at once: the first of the two calls goes on, accepted by the second
 *   caller.
 * - `list`: mine, the newest first. `live`: those of my chats that run, to join them.
 * - `ring`: a device of the callee shows it.
 * - `accept`: the first one wins; throws `muted`, `conflict {field: 'callId'}` for the others,
 *   `call_ended` when there is nothing to accept, `call_busy` while the actor is in another call.
 * - `decline`, `end`: also from devices that are not in it, as long as it rings there. Idempotent.
 * - `pulse`: the device is there, until 15 s later. `away`: it may not be.
 * - `signal`: to the other device; throws `call_ended`. What comes before somebody has accepted is
 *   kept, and said to them then.
 * - `totals`: for modules; on no edge.
 *
 * In a chat of more people a call is of `kind` `group`, and `SfuApi` brings its media:
 *
 * - `start`: rings where up to 16 others are members, and not across a block; else nobody. Joins
 *   the call that runs there.
 * - `accept`: by every member and whoever was invited, as long as it runs, also again; throws
 *   `not_member`, `blocked` where there is a block with who has invited them, `call_busy`,
 *   `rate_limited` for who leaves and comes back again and again, and `conflict {field: 'parties'}`
 *   where 50 are in it. On one device of a person at a time. What
 *   hosts have done about it: see `CallControlsApi`.
 * - `decline`, `end`: for the actor alone. It is over 20 s after the last one has left, and 5 min
 *   after the last but one; at once when its caller, whom nobody has joined yet, ends it.
 * - `signal`: `forbidden`.
 *
 * Two ways on which a call that runs changes, by a device that is in it. Both throw `call_ended`,
 * and `service_unavailable` with `service`: `media` or `media_capacity` where there is no room to
 * be had.
 *
 * - `reroute`: its media go through the server from now on. For a call between two whose ends do
 *   not reach each other; it stays one between two. Idempotent.
 * - `invite`: rings for one more, whether they are in the chat or not; the call is of `kind`
 *   `group` from now on. They may see and join this call, and nothing else of the chat. Idempotent
 *   as long as it rings, or they are in it. Throws `not_found` and `blocked` as `start` does,
 *   `rate_limited`, `call_busy` where they are in another call, of which they hear, and `conflict`
 *   with `field`: `parties` where 50 are in it or are called, `state` while a call between two
 *   still rings. Of others than hosts it is `call_locked` where a host has locked it, and
 *   `forbidden` of whom one has removed.
 */
export abstract class CallsApi extends apiClass(callsContract) {}

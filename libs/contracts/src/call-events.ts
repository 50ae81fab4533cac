import * as z from 'zod/mini';
import { callControlInputs } from './call-controls.contract.js';
import { bySocket } from './call-device.js';
import { Call, CallPulse, SentMedia, signals, StartCallInput } from './calls.contract.js';
import { CallId, DeviceId, UserId } from './ids.js';
import { sfuClientEvents, sfuServerEvents } from './sfu.contract.js';

/** A call, and what became of it. */
const CallNews = z.strictObject({ callId: CallId, call: Call });

/**
 * What the server says about calls: to all devices of a person, unless said otherwise. Of a group
 * call that goes on, `call_declined` and `call_missed` are for who is no longer called.
 */
export const callServerEvents = {
  /** Somebody calls. The same as `call_user`, for clients that know only that. */
  call_incoming: CallNews,
  call_user: CallNews,
  /** To the caller: it rings on a device of the callee. */
  call_ringing: CallNews,
  /** To the caller's device. */
  call_accepted: CallNews,
  /** To the callee: stop ringing, unless this is you. */
  call_answered_elsewhere: z.strictObject({ callId: CallId, deviceId: DeviceId, call: Call }),
  call_declined: CallNews,
  call_cancelled: CallNews,
  /** To the caller, and to the callee, who may call back; of an invitation to the latter alone. */
  call_busy: CallNews,
  call_missed: CallNews,
  /** Follows each of the four before, too. Of a group call: to all members of the chat. */
  call_ended: CallNews,
  /**
   * Any change of the call: replace what you have, unless its `version` is higher. Of a group call:
   * to all members of the chat. Where nothing changes but what somebody shows, who is muted or
   * whose hand is raised, only who is in it hears it at once; the others have it with the next
   * change.
   */
  call_state: CallNews,
  call_media_state: z.strictObject({ callId: CallId, userId: UserId, media: SentMedia }),

  // From the other device of a peer connection, to this one, in the order in which it spoke.
  ...signals,

  ...sfuServerEvents,
} as const satisfies Record<string, z.ZodMiniType>;

const Ack = z.strictObject({ ok: z.literal(true), callId: CallId, call: Call });

const SignalAck = z.strictObject({ ok: z.literal(true) });

const CallDeviceInput = bySocket({});

/** What a client says about calls: see `CallsApi`. */
export const callClientEvents = {
  call_user: { input: StartCallInput, ack: Ack },
  call_ringing: { input: CallDeviceInput, ack: Ack },
  call_accepted: { input: CallDeviceInput, ack: Ack },
  call_declined: { input: CallDeviceInput, ack: Ack },
  end_call: { input: CallDeviceInput, ack: Ack },
  /** Also how a new socket goes on for a device. */
  call_heartbeat: { input: bySocket({ isConnected: CallPulse.shape.isConnected }), ack: Ack },
  call_media_state: { input: bySocket({ media: SentMedia }), ack: Ack },
  /** The ends do not reach each other: by the server from now on. */
  call_reroute: { input: CallDeviceInput, ack: Ack },
  /** Calls one more person to a call that runs. */
  call_invite: { input: bySocket({ userId: UserId }), ack: Ack },
  offer: {
    input: bySocket(signals.offer.shape),
    ack: SignalAck,
  },
  answer: {
    input: bySocket(signals.answer.shape),
    ack: SignalAck,
  },
  ice_candidate: {
    input: bySocket(signals.ice_candidate.shape),
    ack: SignalAck,
  },
  // What people do to each other in a group call: see `CallControlsApi`.
  call_mute: { input: callControlInputs.call_mute, ack: Ack },
  /** After a host has muted me: otherwise `call_media_state` says enough. */
  call_unmute: { input: callControlInputs.call_unmute, ack: Ack },
  call_remove: { input: callControlInputs.call_remove, ack: Ack },
  call_lock: { input: callControlInputs.call_lock, ack: Ack },
  call_hand: { input: callControlInputs.call_hand, ack: Ack },
  ...sfuClientEvents,
} as const satisfies Record<string, { input: z.ZodMiniType; ack: z.ZodMiniType }>;

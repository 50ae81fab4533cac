import * as z from 'zod/mini';
import { byDevice, bySocket, ofOneCall } from './call-device.js';
import { Call } from './calls.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { UserId } from './ids.js';
import { may, mayInWorkspace, type PostPlace } from './permissions.js';
import type { WorkspaceRole } from './roles.js';

/** Whether somebody is a host of every call of a chat, by what they are there and elsewhere. */
export const mayHostCalls = (
  { kind, role }: Pick<PostPlace, 'kind' | 'role'>,
  workspaceRole: WorkspaceRole,
): boolean =>
  kind !== 'direct' &&
  (may('hostCalls', kind, role) || mayInWorkspace('moderateMessages', workspaceRole));

/** What each says beside the call and the device. */
const said = {
  /** Without `userId`: everybody else who is in it. */
  mute: { userId: z.optional(UserId) },
  unmute: {},
  remove: { userId: UserId },
  lock: { isLocked: z.boolean() },
  /** Without `userId`: one's own. */
  hand: { isRaised: z.boolean(), userId: z.optional(UserId) },
} as const satisfies Record<string, Record<string, z.ZodMiniType>>;

export const callControlsContract = defineApi({
  mute: rpc('calls.mute', byDevice(said.mute), Call, ofOneCall),
  unmute: rpc('calls.unmute', byDevice(said.unmute), Call, ofOneCall),
  remove: rpc('calls.remove', byDevice(said.remove), Call, ofOneCall),
  lock: rpc('calls.lock', byDevice(said.lock), Call, ofOneCall),
  hand: rpc('calls.hand', byDevice(said.hand), Call, ofOneCall),
});

/**
 * What people do to each other in a group call. Hosts of it are whoever has begun it, the owner and
 * the admins of its chat, and moderators of the workspace; while they are in it. Each method
 * answers the call as it is then, is idempotent, and throws `not_found` for an unknown call,
 * `call_ended`, and `forbidden` for a device that is not in it, for who is no host, and in a call
 * of two.
 *
 * - `mute`: no sound of theirs is passed on until they `unmute` themselves, which no host can
 *   do for them. Who is not in it (any more) is let be.
 * - `unmute`: for the device's own person.
 * - `remove`: out at once, and not back: `accept` is `call_removed`, and so is a `pulse`. Also of
 *   who is called, or has left. Throws `not_found` for who was neither, `forbidden` for oneself,
 *   and for the owner of the chat.
 * - `lock`: it rings nowhere any more, and `accept` is `call_locked` but for hosts, for who is
 *   invited after it, and for who has only lost their line. Throws `rate_limited`.
 * - `hand`: of whoever is in it, for themselves; a host may lower those of others. Leaving lowers
 *   it.
 */
export abstract class CallControlsApi extends apiClass(callControlsContract) {}

/** The input of each event of a client; a device that names none is its socket. */
export const callControlInputs = {
  call_mute: bySocket(said.mute),
  call_unmute: bySocket(said.unmute),
  call_remove: bySocket(said.remove),
  call_lock: bySocket(said.lock),
  call_hand: bySocket(said.hand),
} as const;

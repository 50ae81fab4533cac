import type { CallId, CallKind, CallWay, UserId } from '@app/contracts';
import { Schema } from 'mongoose';
import { deadlineOf } from './call/call-machine.js';
import { guestsOf, isLive, type OneCall } from './call/call.js';

export interface CallDocument extends Omit<OneCall, 'id' | 'kind' | 'via'> {
  _id: CallId;
  kind?: CallKind;
  via?: CallWay;
  /** As long as it runs: by them it is found. Absent: there are none. */
  guestIds?: UserId[];
  /** When time changes it next, or the message about it is still to be sent; ms. Absent: never. */
  dueMs?: number;
}

const required = true;

export const callSchema = new Schema<CallDocument>({
  _id: { type: String, required },
  /** Absent in calls of the time when there was one kind. */
  kind: { type: String },
  /** Absent in calls of the time when it followed from the kind. */
  via: { type: String },
  chatId: { type: String, required },
  media: { type: String, required },
  callerId: { type: String, required },
  state: { type: String, required },
  reason: { type: String },
  parties: { type: Schema.Types.Mixed, required },
  createdMs: { type: Number, required },
  answeredMs: { type: Number },
  startedMs: { type: Number },
  endedMs: { type: Number },
  aloneMs: { type: Number },
  emptyMs: { type: Number },
  host: { type: Schema.Types.Mixed },
  isLocked: { type: Boolean },
  early: { type: Schema.Types.Mixed, required },
  isTold: { type: Boolean, required },
  version: { type: Number, required },
  dueMs: { type: Number },
  // Mongoose would write an empty list into calls without any.
  guestIds: { type: [String], default: undefined },
})
  .index({ dueMs: 1 }, { sparse: true, name: 'call_due' })
  .index({ guestIds: 1 }, { sparse: true, name: 'call_guests' });

/** How long a message about an end may take before somebody else sends it, ms. */
const tellingMs = 5000;

export function toDocument(call: OneCall): CallDocument {
  const { id, ...rest } = call;
  const dueMs = dueOf(call);
  const guestIds = isLive(call) ? guestsOf(call) : [];
  return {
    ...{ _id: id, ...rest },
    ...(dueMs !== undefined && { dueMs }),
    ...(guestIds.length > 0 && { guestIds }),
  };
}

export function toOneCall(document: CallDocument): OneCall {
  const { _id, kind = 'direct', dueMs: _, guestIds: __, ...call } = document;
  return { id: _id, kind, ...call, via: call.via ?? (kind === 'group' ? 'room' : 'peer') };
}

function dueOf(call: OneCall): number | undefined {
  if (isLive(call)) return deadlineOf(call);
  return call.isTold ? undefined : call.endedMs! + tellingMs;
}

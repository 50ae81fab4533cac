import type { CallId, CallKind } from '@app/contracts';
import { Schema } from 'mongoose';
import { deadlineOf } from './call/call-machine.js';
import { isLive, type OneCall } from './call/call.js';

export interface CallDocument extends Omit<OneCall, 'id' | 'kind'> {
  _id: CallId;
  kind?: CallKind;
  /** When time changes it next, or the message about it is still to be sent; ms. Absent: never. */
  dueMs?: number;
}

const required = true;

export const callSchema = new Schema<CallDocument>({
  _id: { type: String, required },
  /** Absent in calls of the time when there was one kind. */
  kind: { type: String },
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
  early: { type: Schema.Types.Mixed, required },
  isTold: { type: Boolean, required },
  version: { type: Number, required },
  dueMs: { type: Number },
}).index({ dueMs: 1 }, { sparse: true, name: 'call_due' });

/** How long a message about an end may take before somebody else sends it, ms. */
const tellingMs = 5000;

export function toDocument(call: OneCall): CallDocument {
  const { id, ...rest } = call;
  const dueMs = dueOf(call);
  return { _id: id, ...rest, ...(dueMs !== undefined && { dueMs }) };
}

export function toOneCall({ _id, kind = 'direct', dueMs: _, ...call }: CallDocument): OneCall {
  return { id: _id, kind, ...call };
}

function dueOf(call: OneCall): number | undefined {
  if (isLive(call)) return deadlineOf(call);
  return call.isTold ? undefined : call.endedMs! + tellingMs;
}

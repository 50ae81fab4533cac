import type {
  CallSummary,
  ChatId,
  ClientMsgId,
  MessageFile,
  MessageId,
  MessageKind,
  Reaction,
  SystemEvent,
  UserId,
} from '@app/contracts';
import { Schema, type UpdateQuery } from 'mongoose';
import { fileKeysOf } from './file-keys.js';
import { pinKeyOf } from './pin-key.js';
import {
  HISTORY_KEPT,
  isSign,
  OPS_KEPT,
  type Change,
  type FormerSlotText,
  type OpId,
  type Pin,
  type Slot,
} from './slot.js';

/** A slot as stored. `revs` is a number until the first change: a quarter cheaper to index. */
export interface SlotDocument {
  _id: MessageId;
  chatId: ChatId;
  seq: number;
  revs: number | number[];
  senderId: UserId;
  clientMsgId: ClientMsgId;
  kind: MessageKind;
  text: string;
  system?: SystemEvent;
  call?: CallSummary;
  replyTo?: MessageId;
  files?: readonly MessageFile[];
  /** As `fileKeysOf` says; where there are files. */
  fileKeys?: readonly string[];
  digest: number;
  version: number;
  createdAt: Date;
  editedAt?: Date;
  deletedAt?: Date;
  deletedBy?: UserId;
  reactions?: readonly Reaction[];
  pin?: Pin;
  /** As `pinKeyOf` says; where there is a pin. */
  pinKey?: string;
  signs?: number;
  ops?: OpId[];
  history?: FormerSlotText[];
}

/**
 * Collection `messages`. No validator: it would cost 6 % of an insert, and all that is inserted was
 * parsed at the edge. The names of the indexes are how a refusal is told (`E11000 … chat_seq`).
 */
export const slotSchema = new Schema<SlotDocument>(
  {
    _id: { type: String, required: true },
    chatId: { type: String, required: true },
    seq: { type: Number, required: true },
    revs: { type: Schema.Types.Mixed, required: true },
    senderId: { type: String, required: true },
    clientMsgId: { type: String, required: true },
    kind: { type: String, required: true },
    text: { type: String },
    system: { type: Schema.Types.Mixed },
    call: { type: Schema.Types.Mixed },
    replyTo: { type: String },
    files: { type: [Schema.Types.Mixed], default: undefined },
    fileKeys: { type: [String], default: undefined },
    digest: { type: Number, required: true },
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    editedAt: { type: Date },
    deletedAt: { type: Date },
    deletedBy: { type: String },
    reactions: { type: [Schema.Types.Mixed], default: undefined },
    pin: { type: Schema.Types.Mixed },
    pinKey: { type: String },
    signs: { type: Number },
    ops: { type: [String], default: undefined },
    history: { type: [{ _id: false, rev: Number, text: String, at: Date }], default: undefined },
  },
  { versionKey: false },
)
  .index({ chatId: 1, seq: 1 }, { unique: true, name: 'chat_seq' })
  .index({ chatId: 1, revs: 1 }, { unique: true, name: 'chat_rev' })
  // Sparse: a message without files, as nearly all are, costs an insert nothing that is measurable.
  .index({ fileKeys: 1 }, { sparse: true, name: 'file_keys' })
  .index({ pinKey: 1 }, { sparse: true, name: 'pin_key' });

/** What is read of a slot: neither its history nor what it is only found by. */
export type ReadSlot = Omit<SlotDocument, 'history' | 'fileKeys' | 'pinKey'>;

export function toSlot({ _id, revs, ...rest }: ReadSlot): Slot {
  return { id: _id, ...rest, revs: typeof revs === 'number' ? [revs] : revs };
}

/** A new slot, as the driver's command takes it. What is absent must not be there as `null`. */
export function toDocument(slot: Slot): SlotDocument {
  const document: SlotDocument = {
    _id: slot.id,
    chatId: slot.chatId,
    seq: slot.seq,
    revs: slot.revs[0]!,
    senderId: slot.senderId,
    clientMsgId: slot.clientMsgId,
    kind: slot.kind,
    text: slot.text,
    digest: slot.digest,
    version: slot.version,
    createdAt: slot.createdAt,
  };
  if (slot.system !== undefined) document.system = slot.system;
  if (slot.call !== undefined) document.call = slot.call;
  if (slot.replyTo !== undefined) document.replyTo = slot.replyTo;
  if (slot.files !== undefined) document.files = slot.files;
  const fileKeys = fileKeysOf(slot);
  if (fileKeys !== undefined) document.fileKeys = fileKeys;
  return document;
}

/** The change as an update; the version guard of its filter makes `before.revs` exact. */
export function toUpdate(change: Change, rev: number): UpdateQuery<SlotDocument> {
  const { before, patch, opId } = change;
  const { former, reactions, pin, ...set } = patch;
  const ops = { $each: [opId], $slice: -OPS_KEPT };
  const history = { $each: [former], $slice: -HISTORY_KEPT };
  const isGone = former === null;
  return {
    $set: {
      ...set,
      revs: [...before.revs, rev],
      version: before.version + 1,
      ...(reactions?.length ? { reactions } : {}),
      ...(pin ? { pin, pinKey: pinKeyOf(before.chatId, before.seq) } : {}),
      ...(isSign(patch) ? { signs: (before.signs ?? 0) + 1 } : {}),
    },
    $push: former ? { history, ops } : { ops },
    $unset: {
      ...(isGone ? besidesTheText : {}),
      ...(reactions?.length === 0 ? { reactions: 1 } : {}),
      ...(pin === null ? { pin: 1, pinKey: 1 } : {}),
    },
  };
}

/** What goes with the text of a message. */
export const besidesTheText = {
  history: 1,
  system: 1,
  call: 1,
  files: 1,
  fileKeys: 1,
  reactions: 1,
  pin: 1,
  pinKey: 1,
} as const satisfies Partial<Record<keyof SlotDocument, 1>>;

import type {
  ChatId,
  ContentHash,
  FileDetails,
  FileId,
  MessageId,
  PreviewState,
  UserId,
} from '@app/contracts';
import { Schema } from 'mongoose';
import type { Derived } from './file.js';

export interface FileDocument {
  readonly _id: FileId;
  readonly uploadedBy: UserId;
  readonly chatId: ChatId;
  readonly name: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: ContentHash;
  readonly createdAt: Date;
  readonly isSent: boolean;
  readonly isGone: boolean;
  /** Absent, as the next two, in what was uploaded before there were any. */
  readonly preview?: PreviewState;
  readonly details?: FileDetails;
  readonly derived?: readonly Derived[];
}

/** `_id`: message and file, so that the same again is the same. */
export interface FileUseDocument {
  readonly _id: string;
  readonly fileId: FileId;
  readonly messageId: MessageId;
  readonly chatId: ChatId;
  readonly createdAt: Date;
  /** Whether the message was seen stored, with this file. */
  readonly isSettled: boolean;
}

const text = { type: String, required: true };
const flag = { type: Boolean, required: true };

export const fileSchema = new Schema<FileDocument>(
  {
    _id: text,
    uploadedBy: text,
    chatId: text,
    name: text,
    mime: text,
    sizeBytes: { type: Number, required: true },
    sha256: text,
    createdAt: { type: Date, required: true },
    isSent: flag,
    isGone: flag,
    preview: { type: String },
    details: { type: Schema.Types.Mixed },
    derived: { type: [Schema.Types.Mixed], default: undefined },
  },
  { versionKey: false },
)
  // Who still needs a content.
  .index({ sha256: 1, isGone: 1 }, { name: 'file_content' })
  .index({ 'derived.sha256': 1, isGone: 1 }, { name: 'file_derived' })
  // Whose preview is still to be made.
  .index(
    { createdAt: 1 },
    { name: 'file_pending', partialFilterExpression: { preview: 'pending' } },
  )
  // What was uploaded and never sent.
  .index({ isSent: 1, isGone: 1, createdAt: 1 }, { name: 'file_orphans' });

export const fileValidator = {
  $jsonSchema: {
    bsonType: 'object',
    required: ['_id', 'uploadedBy', 'chatId', 'name', 'mime', 'sizeBytes', 'sha256', 'createdAt'],
    properties: {
      _id: { bsonType: 'string' },
      name: { bsonType: 'string', minLength: 1, maxLength: 255 },
      sizeBytes: { bsonType: ['int', 'long', 'double'], minimum: 0 },
      sha256: { bsonType: 'string', pattern: '^[0-9a-f]{64}$' },
      createdAt: { bsonType: 'date' },
      isSent: { bsonType: 'bool' },
      isGone: { bsonType: 'bool' },
      preview: { enum: ['pending', 'ready', 'failed', 'none'] },
    },
  },
};

export const fileUseSchema = new Schema<FileUseDocument>(
  {
    _id: text,
    fileId: text,
    messageId: text,
    chatId: text,
    createdAt: { type: Date, required: true },
    isSettled: flag,
  },
  { versionKey: false },
)
  .index({ fileId: 1 }, { name: 'file_use_file' })
  .index({ messageId: 1 }, { name: 'file_use_message' })
  .index({ chatId: 1 }, { name: 'file_use_chat' })
  // What may be held by a message that was never stored.
  .index({ isSettled: 1, createdAt: 1 }, { name: 'file_use_open' });

import type { ChatId, FileId, UserId } from '@app/contracts';
import { Schema } from 'mongoose';

export interface UploadDocument {
  readonly _id: FileId;
  readonly uploadedBy: UserId;
  readonly chatId: ChatId;
  readonly name: string;
  readonly sizeBytes: number;
  readonly metadata: string;
  readonly touchedAt: Date;
  readonly isFinished: boolean;
  /** Whose request works on it; null when none does. */
  readonly holder: string | null;
  /** Until then, unless the holder says otherwise. */
  readonly heldUntil: Date | null;
  /** Whether another one waits for it. */
  readonly isWanted: boolean;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };

export const uploadSchema = new Schema<UploadDocument>(
  {
    _id: text,
    uploadedBy: text,
    chatId: text,
    name: { type: String, default: '' },
    sizeBytes: { type: Number, required: true },
    metadata: { type: String, default: '' },
    touchedAt: date,
    isFinished: { type: Boolean, required: true },
    holder: { type: String, default: null },
    heldUntil: { type: Date, default: null },
    isWanted: { type: Boolean, default: false },
  },
  { versionKey: false },
)
  // How much is under way, of whom.
  .index({ isFinished: 1, uploadedBy: 1 }, { name: 'upload_under_way' })
  // What nobody has asked for, for how long.
  .index({ touchedAt: 1 }, { name: 'upload_idle' });

import type { NoticeId, NoticeKind, UserId } from '@app/contracts';
import { Schema } from 'mongoose';

/** What moderators have told somebody. */
export interface NoticeDocument {
  readonly _id: NoticeId;
  readonly userId: UserId;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly until?: string;
  readonly createdAt: Date;
  readonly isSeen: boolean;
}

const text = { type: String, required: true };

export const noticeSchema = new Schema<NoticeDocument>(
  {
    _id: text,
    userId: text,
    kind: text,
    text: { type: String, default: '' },
    until: String,
    createdAt: { type: Date, required: true },
    isSeen: { type: Boolean, required: true },
  },
  { versionKey: false },
).index({ userId: 1, _id: 1 }, { name: 'notice_reader' });

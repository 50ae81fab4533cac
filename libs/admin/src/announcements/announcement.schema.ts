import type { AnnouncementId, Severity, UserId } from '@app/contracts';
import { Schema } from 'mongoose';

/** Later than anything: `endsAt` of what has no end. */
export const noEnd = new Date(8.64e15);

/** What is said to everybody. */
export interface AnnouncementDocument {
  readonly _id: AnnouncementId;
  readonly text: string;
  readonly severity: Severity;
  readonly from: Date;
  /** When it is over, whether its time is up or it was taken down. */
  readonly endsAt: Date;
  readonly isDismissible: boolean;
  readonly createdBy: UserId;
  readonly createdAt: Date;
  readonly removedAt?: Date;
}

/** That somebody has dismissed one: `<announcement>:<person>`. */
export interface DismissalDocument {
  readonly _id: string;
  readonly announcementId: AnnouncementId;
}

const text = { type: String, required: true };
const time = { type: Date, required: true };

export const announcementSchema = new Schema<AnnouncementDocument>(
  {
    _id: text,
    text,
    severity: text,
    from: time,
    endsAt: time,
    isDismissible: { type: Boolean, required: true },
    createdBy: text,
    createdAt: time,
    removedAt: Date,
  },
  { versionKey: false },
).index({ endsAt: 1 }, { name: 'announcement_end' });

export const dismissalSchema = new Schema<DismissalDocument>(
  { _id: text, announcementId: text },
  { versionKey: false },
).index({ announcementId: 1 }, { name: 'dismissal_announcement' });

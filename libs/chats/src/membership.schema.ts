import type { ChatId, ChatRole, ChatSettings, UserId } from '@app/contracts';
import { Schema } from 'mongoose';
import type { MemberState, Membership } from './chat.js';

/** A member's state as the log tells it. */
export interface StoredState {
  isMember: boolean;
  role: ChatRole;
  visibleFromSeq: number;
  joinedSeq: number;
  joinedAt: Date;
}

/** `_id`: `<chatId>:<userId>`. See `Membership` for what the fields mean. */
export interface MembershipDocument extends StoredState {
  _id: string;
  chatId: ChatId;
  userId: UserId;
  appliedRev: number;
  before: StoredState | null;
  lastReadSeq: number;
  lastDeliveredSeq: number;
  settings: ChatSettings;
  sharesByDefault: boolean;
  mentionSeqs: number[];
  /** Absent, like the next one: never. */
  hides?: number;
  hiddenSeqs?: number[];
}

// Members of a chat are a range of `_id`; chats of a person need an index of their own.
export const membershipSchema = new Schema<MembershipDocument>({
  _id: { type: String, required: true },
  chatId: { type: String, required: true },
  userId: { type: String, required: true },
  isMember: { type: Boolean, required: true },
  role: { type: String, required: true },
  visibleFromSeq: { type: Number, required: true },
  joinedSeq: { type: Number, required: true },
  joinedAt: { type: Date, required: true },
  appliedRev: { type: Number, required: true },
  before: { type: Schema.Types.Mixed, default: null },
  lastReadSeq: { type: Number, required: true },
  lastDeliveredSeq: { type: Number, required: true },
  settings: { type: Schema.Types.Mixed, required: true },
  sharesByDefault: { type: Boolean, required: true },
  mentionSeqs: { type: [Number], required: true },
  hides: { type: Number },
  hiddenSeqs: { type: [Number], default: undefined },
}).index({ userId: 1, chatId: 1 }, { name: 'membership_user' });

/** Of somebody who has wished nothing yet. */
export const defaultChatSettings: ChatSettings = {
  level: 'all',
  mutedUntil: null,
  isFavourite: false,
  receipts: 'default',
};

export const membershipIdOf = (chatId: ChatId, userId: UserId) => `${chatId}:${userId}`;

/** As the module knows it: times are texts. */
export function toMembership({ _id, before, joinedAt, ...rest }: MembershipDocument): Membership {
  return {
    hides: 0,
    hiddenSeqs: [],
    ...rest,
    joinedAt: joinedAt.toISOString(),
    before: before ? toState(before) : null,
  };
}

const toState = (stored: StoredState): MemberState => ({
  ...stored,
  joinedAt: stored.joinedAt.toISOString(),
});

/** Back again. */
export function toStored({
  isMember,
  role,
  visibleFromSeq,
  joinedSeq,
  joinedAt,
}: MemberState): StoredState {
  return { isMember, role, visibleFromSeq, joinedSeq, joinedAt: new Date(joinedAt) };
}

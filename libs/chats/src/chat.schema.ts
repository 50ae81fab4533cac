import type { ChatId, ChatKind, ChatTraits, Message, UserId } from '@app/contracts';
import { Schema } from 'mongoose';

/** A chat as stored; see `ChatRecord` for what the fields mean. */
export interface ChatDocument {
  _id: ChatId;
  kind: ChatKind;
  traits: ChatTraits;
  directUserIds: UserId[];
  memberCount: number;
  hasPartialReaders: boolean;
  headSeq: number;
  appliedRev: number;
  lastMessage: Message | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
  /** When what was left of a deleted chat was erased. */
  purgedAt: Date | null;
  /** Absent: nothing was too old yet. */
  keptFromSeq?: number;
  /** Up to there the slots before it are empty; absent: none is. */
  emptiedToSeq?: number;
  hiddenBy: UserId[];
  /** Name, topic and slug, folded: what the directory searches. */
  searchText: string;
}

// Derived from the log by one writer, and validated before it got there: the parts that are whole
// objects of the contract are stored as they are.
export const chatSchema = new Schema<ChatDocument>({
  _id: { type: String, required: true },
  kind: { type: String, required: true },
  traits: { type: Schema.Types.Mixed, required: true },
  directUserIds: { type: [String], required: true },
  memberCount: { type: Number, required: true },
  hasPartialReaders: { type: Boolean, required: true },
  headSeq: { type: Number, required: true },
  appliedRev: { type: Number, required: true },
  lastMessage: { type: Schema.Types.Mixed, default: null },
  createdAt: { type: Date, required: true },
  updatedAt: { type: Date, required: true },
  deletedAt: { type: Date, default: null },
  purgedAt: { type: Date, default: null },
  keptFromSeq: { type: Number },
  emptiedToSeq: { type: Number },
  hiddenBy: { type: [String], required: true },
  searchText: { type: String, default: '' },
})
  .index({ kind: 1, 'traits.visibility': 1, 'traits.slug': 1 } as never, {
    name: 'chat_directory',
  })
  .index({ purgedAt: 1, deletedAt: 1 }, { name: 'chat_purge' });

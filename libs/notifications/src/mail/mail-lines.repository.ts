import type { NotifyCause } from '@app/chat-state';
import type { ChatId, Message, MessageId, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** What waits to be mailed of one chat to one person. */
export interface MailLine {
  readonly messageId: MessageId;
  readonly seq: number;
  readonly cause: NotifyCause;
  /** Since when it waits. */
  readonly at: Date;
  /** Key of the job in whose hand it is: it may have been mailed. */
  readonly heldBy: string | null;
}

/** `_id`: `<messageId>:<userId>`, so that nothing is mailed twice. */
interface LineDocument extends MailLine {
  _id: string;
  /** `<userId>:<chatId>` as long as it waits. */
  waitsIn: string | null;
}

const text = { type: String, required: true };

const lineSchema = new Schema<LineDocument>({
  _id: text,
  messageId: text,
  seq: { type: Number, required: true },
  cause: text,
  waitsIn: { type: String, default: null },
  at: { type: Date, required: true },
  heldBy: { type: String, default: null },
})
  .index({ waitsIn: 1, seq: 1 }, { name: 'mail_line_waits_in' })
  // Nothing is told anew of what is older; and what waits so long waits for a job that has died.
  .index({ at: 1 }, { name: 'mail_line_end', expireAfterSeconds: 86_400 });

/** Of more in one burst a mail says only that there are more. */
export const maxLines = 20;

/** What waits to be mailed, and what was mailed not long ago: `mail_lines`. */
@Injectable()
export class MailLinesRepository {
  readonly #lines: Model<LineDocument>;

  constructor(database: Database) {
    this.#lines = database.model<LineDocument>('mail_lines', lineSchema);
  }

  /**
   * Again is harmless. Answers with the name of the burst that it is in: its first line. Undefined
   * where it was mailed.
   */
  async add(
    userId: UserId,
    { id, chatId, seq }: Message,
    cause: NotifyCause,
    at: Date,
  ): Promise<string | undefined> {
    const waitsIn = inOf(userId, chatId);
    if ((await this.#waiting(waitsIn)).length <= maxLines) {
      const line = { messageId: id, seq, cause, waitsIn, at, heldBy: null };
      const filter = { _id: nameOf({ messageId: id }, userId) };
      await this.#lines.updateOne(filter, { $setOnInsert: line }, { upsert: true });
    }
    // Asked anew: a mail may have gone out meanwhile, without this line.
    const [first] = await this.#waiting(waitsIn);
    return first?._id;
  }

  /** In order, and one more than a mail has where there are more. */
  async waiting(userId: UserId, chatId: ChatId): Promise<MailLine[]> {
    const found = await this.#waiting(inOf(userId, chatId));
    return found.map(({ messageId, seq, cause, at, heldBy }) => ({
      messageId,
      seq,
      cause,
      at,
      heldBy,
    }));
  }

  /** A job is about to mail these: whoever does it again mails the same, and nothing else. */
  async hold(userId: UserId, lines: readonly MailLine[], heldBy: string): Promise<void> {
    const names = lines.map((line) => nameOf(line, userId));
    await this.#lines.updateMany({ _id: { $in: names } }, { heldBy });
  }

  /** What a job had in its hand was not mailed, for sure: more may join it. */
  async letGo(userId: UserId, chatId: ChatId, heldBy: string): Promise<void> {
    await this.#lines.updateMany({ waitsIn: inOf(userId, chatId), heldBy }, { heldBy: null });
  }

  /** These wait no longer. */
  async settle(userId: UserId, chatId: ChatId, lines: readonly MailLine[]): Promise<void> {
    const names = lines.map((line) => nameOf(line, userId));
    const filter = { _id: { $in: names }, waitsIn: inOf(userId, chatId) };
    await this.#lines.updateMany(filter, { waitsIn: null });
  }

  #waiting(waitsIn: string): Promise<LineDocument[]> {
    return this.#lines
      .find({ waitsIn })
      .sort({ seq: 1 })
      .limit(maxLines + 1)
      .lean<LineDocument[]>();
  }
}

/** Of a line, and of the burst that it is the first of. */
export const nameOf = ({ messageId }: Pick<MailLine, 'messageId'>, userId: UserId) =>
  `${messageId}:${userId}`;

const inOf = (userId: UserId, chatId: ChatId) => `${userId}:${chatId}`;

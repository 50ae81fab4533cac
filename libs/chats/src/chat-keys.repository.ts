import type { ChatId, UserId } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** What only one chat can have: a slug, or a pair of people. */
export type ChatKey = `slug:${string}` | `direct:${string}`;

/** What keys of pairs begin with, and the first string behind all of them. */
const notes: ChatKey = 'direct:';
const behindNotes = 'direct;' as ChatKey;

/** Who holds a key. `createdBy`: on whose behalf the chat's log begins. */
export interface KeyHolder {
  readonly chatId: ChatId;
  readonly createdBy: UserId;
}

interface KeyDocument extends KeyHolder {
  _id: ChatKey;
}

const keySchema = new Schema<KeyDocument>({
  _id: { type: String, required: true },
  chatId: { type: String, required: true },
  createdBy: { type: String, required: true },
});

/**
 * Who has which slug, and which chat is that of two people: `chat_keys`. A key is taken before the
 * log says so; a process that dies in between leaves a key whose holder's retry goes on from there.
 */
@Injectable()
export class ChatKeysRepository {
  readonly #keys: Model<KeyDocument>;

  constructor(database: Database) {
    this.#keys = database.model<KeyDocument>('chat_keys', keySchema);
  }

  /** The holder of the key: `wanted`, or whoever was first. */
  async take(key: ChatKey, wanted: KeyHolder): Promise<KeyHolder> {
    if (await isFirst(this.#keys.create([{ _id: key, ...wanted }]))) return wanted;
    // Somebody has it, maybe since this moment: that is the answer.
    return (await this.find(key)) ?? this.take(key, wanted);
  }

  async find(key: ChatKey): Promise<KeyHolder | undefined> {
    const found = await this.#keys.findOne({ _id: key }).lean<KeyDocument>();
    return found ? { chatId: found.chatId, createdBy: found.createdBy } : undefined;
  }

  /** People who have notes of their own, of the first `limit` pairs: for where there are few. */
  async noteTakers(limit: number): Promise<UserId[]> {
    const _id = { $gte: notes, $lt: behindNotes };
    const found = await this.#keys.find({ _id }).limit(limit).lean<KeyDocument[]>();
    const own = found.filter((key) => !key._id.slice(notes.length).includes(':'));
    return own.map(({ createdBy }) => createdBy);
  }

  /** Nothing happens unless this chat holds it. */
  async release(key: ChatKey, chatId: ChatId): Promise<void> {
    await this.#keys.deleteOne({ _id: key, chatId });
  }
}

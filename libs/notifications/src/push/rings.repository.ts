import type { ChatId, Fact, UserId } from '@app/contracts';
import { Database, isDuplicate } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** `_id`: `<userId>:<chatId>`. A chat has one call at a time. */
interface RingDocument {
  _id: string;
  /** `<callId>:<version>`: grows with what is newer, since ids of calls do. */
  state: string;
  isRinging: boolean;
  at: Date;
}

const ringSchema = new Schema<RingDocument>({
  _id: { type: String, required: true },
  state: { type: String, required: true },
  isRinging: { type: Boolean, required: true },
  at: { type: Date, required: true },
}).index({ at: 1 }, { name: 'notification_ring_end', expireAfterSeconds: 3600 });

const idOf = (userId: UserId, chatId: ChatId) => `${userId}:${chatId}`;

/** For whom a call rings at the moment, of those with devices: `notification_rings`. */
@Injectable()
export class RingsRepository {
  readonly #rings: Model<RingDocument>;

  constructor(database: Database) {
    this.#rings = database.model<RingDocument>('notification_rings', ringSchema);
  }

  /**
   * Whether it rang before. Undefined where something newer is known, and this is none of anybody's
   * business any more. Again is harmless.
   */
  async set(
    userId: UserId,
    { callId, version, chatId }: Pick<Fact<'call.ringing'>, 'callId' | 'version' | 'chatId'>,
    isRinging: boolean,
    at: Date,
  ): Promise<boolean | undefined> {
    const state = `${callId}:${String(version).padStart(10, '0')}`;
    const filter = { _id: idOf(userId, chatId), state: { $lte: state } };
    try {
      const before = await this.#rings
        .findOneAndUpdate(filter, { $set: { state, isRinging, at } }, { upsert: true })
        .lean<RingDocument | null>();
      return before?.isRinging ?? false;
    } catch (error) {
      // An upsert that met a newer state.
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }

  async isRinging(userId: UserId, chatId: ChatId): Promise<boolean> {
    const found = await this.#rings.findById(idOf(userId, chatId)).lean<RingDocument>();
    return found?.isRinging ?? false;
  }
}

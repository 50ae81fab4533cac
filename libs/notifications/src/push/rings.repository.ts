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
  /** It has rung, and that it does no more is not in the queue yet. */
  isShown: boolean;
  at: Date;
}

const ringSchema = new Schema<RingDocument>({
  _id: { type: String, required: true },
  state: { type: String, required: true },
  isRinging: { type: Boolean, required: true },
  isShown: { type: Boolean, default: false },
  at: { type: Date, required: true },
}).index({ at: 1 }, { name: 'notification_ring_end', expireAfterSeconds: 3600 });

type Ring = Pick<Fact<'call.ringing'>, 'callId' | 'version' | 'chatId'>;

const idOf = (userId: UserId, chatId: ChatId) => `${userId}:${chatId}`;

/** Grows within a call, and from one call to the next. */
const stateOf = ({ callId, version }: Ring) => `${callId}:${String(version).padStart(10, '0')}`;

/** For whom a call rings at the moment, of those with devices: `notification_rings`. */
@Injectable()
export class RingsRepository {
  readonly #rings: Model<RingDocument>;

  constructor(database: Database) {
    this.#rings = database.model<RingDocument>('notification_rings', ringSchema);
  }

  /** False where something newer is known, and this is nobody's business any more. */
  async begin(userId: UserId, ring: Ring, at: Date): Promise<boolean> {
    return (await this.#set(userId, ring, { isRinging: true, isShown: true, at })) !== undefined;
  }

  /** Whether it has rung there and was not taken back: until `takenBack`, each time it is asked. */
  async end(userId: UserId, ring: Ring, at: Date): Promise<boolean> {
    return (await this.#set(userId, ring, { isRinging: false, at })) ?? false;
  }

  /** Unless something newer is known. */
  async takenBack(userId: UserId, ring: Ring): Promise<void> {
    const filter = { _id: idOf(userId, ring.chatId), state: stateOf(ring) };
    await this.#rings.updateOne(filter, { $set: { isShown: false } });
  }

  async isRinging(userId: UserId, chatId: ChatId): Promise<boolean> {
    const found = await this.#rings.findById(idOf(userId, chatId)).lean<RingDocument>();
    return found?.isRinging ?? false;
  }

  /** Whether it was shown before; undefined where something newer is known. */
  async #set(
    userId: UserId,
    ring: Ring,
    fields: Partial<RingDocument>,
  ): Promise<boolean | undefined> {
    const state = stateOf(ring);
    const filter = { _id: idOf(userId, ring.chatId), state: { $lte: state } };
    try {
      const before = await this.#rings
        .findOneAndUpdate(filter, { $set: { state, ...fields } }, { upsert: true })
        .lean<RingDocument | null>();
      return before?.isShown ?? false;
    } catch (error) {
      // An upsert that met a newer state.
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }
}

import type { ChatId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { Schema } from 'mongoose';

/** How far a chat's log was told of. */
export interface ChatPlace {
  readonly chatId: ChatId;
  readonly rev: number;
  /** The last slot: what comes behind it is new. */
  readonly seq: number;
}

interface PlaceDocument {
  _id: ChatId;
  rev: number;
  seq: number;
  /** When something happened there the last time. */
  at: Date;
}

const placeSchema = new Schema<PlaceDocument>({
  _id: { type: String, required: true },
  rev: { type: Number, required: true },
  seq: { type: Number, required: true },
  at: { type: Date, required: true },
}).index({ at: 1 }, { name: 'notification_place_at' });

/** Where the telling is in each log: `notification_places`. */
@Injectable()
export class ChatPlacesRepository {
  readonly #places: Model<PlaceDocument>;

  constructor(database: Database) {
    this.#places = database.model<PlaceDocument>('notification_places', placeSchema);
  }

  async find(chatId: ChatId): Promise<ChatPlace | undefined> {
    const found = await this.#places.findById(chatId).lean<PlaceDocument>();
    return found ? toPlace(found) : undefined;
  }

  /** Places only rise. */
  async raise(places: readonly ChatPlace[], at: Date): Promise<void> {
    if (places.length === 0) return;
    await this.#places.bulkWrite(
      places.map(({ chatId, rev, seq }) => ({
        updateOne: {
          filter: { _id: chatId },
          update: { $max: { rev, seq, at } },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  }

  /** Those where something happened since, the latest first; at most `limit`. */
  async since(since: Date, until: Date, limit: number): Promise<ChatPlace[]> {
    const found = await this.#places
      .find({ at: { $gte: since, $lte: until } })
      .sort({ at: -1 })
      .limit(limit)
      .lean<PlaceDocument[]>();
    return found.map(toPlace);
  }
}

const toPlace = ({ _id, rev, seq }: PlaceDocument): ChatPlace => ({ chatId: _id, rev, seq });

import { areDuplicates, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model, mongo } from 'mongoose';
import type { PlaceId } from './places.js';
import { searchPlaceSchema, type SearchPlaceDocument } from './search-place.schema.js';

/** What is stored of a place. `version` 0: nothing yet. */
export interface StoredPlace {
  readonly id: PlaceId;
  readonly version: number;
  readonly segment: Uint8Array;
}

/** Ids in one query. */
export const placesAtOnce = 500;

/** All at once: left alone, the driver takes a hundred and asks again for the rest. */
const inOneBatch = { batchSize: placesAtOnce + 1 } as const;

/** What is indexed of all chats, in places. All reads are by id. */
@Injectable()
export class SearchPlacesRepository {
  readonly #places: Model<SearchPlaceDocument>;

  constructor(database: Database) {
    this.#places = database.model('search_places', searchPlaceSchema);
  }

  /** Those that there are, in no order; at most `placesAtOnce`. */
  async find(ids: readonly PlaceId[]): Promise<StoredPlace[]> {
    if (ids.length === 0) return [];
    // Past mongoose, which would make each buffer its own.
    const found = await this.#places.collection
      .find({ _id: { $in: [...ids] } } as never, { promoteBuffers: true, ...inOneBatch })
      .toArray();
    return found.map((document) => {
      const { _id, version, segment } = document as unknown as SearchPlaceDocument;
      return { id: _id, version, segment };
    });
  }

  /**
   * Writes the next versions of some places. False where one of them has another version already;
   * others may have been written.
   */
  async replace(places: readonly StoredPlace[]): Promise<boolean> {
    if (places.length === 0) return true;
    const isNew = ({ version }: StoredPlace) => version === 1;
    try {
      const { matchedCount, insertedCount } = await this.#places.collection.bulkWrite(
        places.map((place) => (isNew(place) ? insertion(place) : update(place))),
        { ordered: false },
      );
      return matchedCount + insertedCount === places.length;
    } catch (error) {
      // Another process seals the same tail and was faster.
      if (areDuplicates(error)) return false;
      throw error;
    }
  }

  async remove(ids: readonly PlaceId[]): Promise<void> {
    await this.#places.deleteMany({ _id: { $in: [...ids] } });
  }
}

function insertion({ id, version, segment }: StoredPlace): mongo.AnyBulkWriteOperation {
  return { insertOne: { document: { _id: id as never, version, segment } } };
}

function update({ id, version, segment }: StoredPlace): mongo.AnyBulkWriteOperation {
  return {
    updateOne: {
      filter: { _id: id as never, version: version - 1 },
      update: { $set: { version, segment } },
    },
  };
}

import type { CallId, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { callSchema, toDocument, toOneCall, type CallDocument } from './call.schema.js';
import type { OneCall } from './call/call.js';

/** Calls that run, and those that are over: `calls`. */
@Injectable()
export class CallsRepository {
  readonly #calls: Model<CallDocument>;

  constructor(database: Database) {
    this.#calls = database.model<CallDocument>('calls', callSchema);
  }

  async insert(call: OneCall): Promise<void> {
    await this.#calls.create([toDocument(call)]);
  }

  async find(id: CallId): Promise<OneCall | undefined> {
    const found = await this.#calls.findById(id).lean<CallDocument>();
    return found ? toOneCall(found) : undefined;
  }

  /** Those that exist, in no order. */
  async findAll(ids: readonly CallId[]): Promise<OneCall[]> {
    const found = await this.#calls.find({ _id: { $in: [...ids] } }).lean<CallDocument[]>();
    return found.map(toOneCall);
  }

  /** False when it was written since `before` was read. */
  async replace(before: OneCall, after: OneCall): Promise<boolean> {
    const { _id, ...document } = toDocument(after);
    const { matchedCount } = await this.#calls.replaceOne(
      { _id, version: before.version },
      document,
    );
    return matchedCount === 1;
  }

  /** All there ever were: what the engine knows without reading them. */
  count(): Promise<number> {
    return this.#calls.estimatedDocumentCount();
  }

  /** One of which nobody has heard. */
  async remove(id: CallId): Promise<void> {
    await this.#calls.deleteOne({ _id: id });
  }

  /** Those that run, of a chat in which they are not; at most `limit`. */
  async withGuest(userId: UserId, limit: number): Promise<OneCall[]> {
    const found = await this.#calls.find({ guestIds: userId }).limit(limit).lean<CallDocument[]>();
    return found.map(toOneCall);
  }

  /**
   * Those for which it is time, at most `limit`; where there are more, those for which it was time
   * long ago wait: the chat cannot be told of them, and nobody is kept waiting for that.
   */
  async due(nowMs: number, limit: number): Promise<CallId[]> {
    const found = await this.#calls
      .find({ dueMs: { $gt: 0, $lte: nowMs } }, { _id: 1 })
      .sort({ dueMs: -1 })
      .limit(limit)
      .lean<Pick<CallDocument, '_id'>[]>();
    return found.map(({ _id }) => _id);
  }
}

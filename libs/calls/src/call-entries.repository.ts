import type { CallId, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** `_id`: `<userId>:<callId>`. The calls of a person are a range of it, in the order of time. */
interface EntryDocument {
  _id: string;
  callId: CallId;
}

const entrySchema = new Schema<EntryDocument>({
  _id: { type: String, required: true },
  callId: { type: String, required: true },
});

/** Who has had which calls: `call_entries`. */
@Injectable()
export class CallEntriesRepository {
  readonly #entries: Model<EntryDocument>;

  constructor(database: Database) {
    this.#entries = database.model<EntryDocument>('call_entries', entrySchema);
  }

  async add(callId: CallId, userIds: readonly UserId[]): Promise<void> {
    await this.#entries.insertMany(
      userIds.map((userId) => ({ _id: idOf(userId, callId), callId })),
    );
  }

  /** Also of one who has it already. */
  async keep(callId: CallId, userId: UserId): Promise<void> {
    const _id = idOf(userId, callId);
    await this.#entries.updateOne({ _id }, { $set: { callId } }, { upsert: true });
  }

  /** The newest first, at most `limit`; `before`: older than this one. */
  async of(userId: UserId, before: CallId | undefined, limit: number): Promise<CallId[]> {
    const behindAll = idOf(userId, before ?? '~');
    const found = await this.#entries
      .find({ _id: { $gt: idOf(userId, ''), $lt: behindAll } })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<EntryDocument[]>();
    return found.map(({ callId }) => callId);
  }
}

const idOf = (userId: UserId, callId: string) => `${userId}:${callId}`;

import type { ChatHead, ChatId, WebhookId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { laneSchema, type LaneDocument } from './lane.schema.js';

/** How far a log was delivered: all changes up to `rev`, and all slots up to `seq`. */
export interface Place {
  readonly rev: number;
  readonly seq: number;
}

/** What one webhook hears of one chat: one event after the other, by one process at a time. */
export interface Lane extends Place {
  readonly id: string;
  readonly webhookId: WebhookId;
  readonly chatId: ChatId;
  readonly attempts: number;
  /** The last tries, as far as they were refusals. */
  readonly refusals: number;
  readonly failingSince?: Date | undefined;
}

/** A lease on a lane: only its owner moves it on. */
export interface Lease {
  readonly id: string;
  readonly owner: string;
}

/** Why a lane waits, and how long. */
export interface Pause {
  readonly attempts: number;
  readonly refusals: number;
  readonly failingSince: Date;
  readonly until: Date;
}

export const laneIdOf = (webhookId: WebhookId, chatId: ChatId) => `${webhookId}:${chatId}`;

/** Of which webhook a lane is. */
export const webhookOf = (laneId: string) => laneId.slice(0, laneId.indexOf(':'));

/** `webhook_lanes`: the log is the queue, and a lane is where its reader is. */
@Injectable()
export class LanesRepository {
  readonly #lanes: Model<LaneDocument>;

  constructor(database: Database) {
    this.#lanes = database.model('webhook_lanes', laneSchema);
  }

  /** New ones begin at the ends of their logs; those that are there stay where they are. */
  async begin(webhookId: WebhookId, heads: readonly ChatHead[]): Promise<void> {
    if (heads.length === 0) return;
    await this.#lanes.bulkWrite(
      heads.map(({ chatId, headRev, headSeq }) => ({
        updateOne: {
          filter: { _id: laneIdOf(webhookId, chatId) },
          update: {
            $setOnInsert: {
              ...{ webhookId, chatId, rev: headRev, seq: headSeq },
              ...{ wantedRev: headRev, attempts: 0, refusals: 0 },
            },
          },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  }

  async remove(webhookId: WebhookId): Promise<void> {
    await this.#lanes.deleteMany({ webhookId });
  }

  async removeOf(webhookId: WebhookId, chatIds: readonly ChatId[]): Promise<void> {
    const ids = chatIds.map((chatId) => laneIdOf(webhookId, chatId));
    await this.#lanes.deleteMany({ _id: { $in: ids } });
  }

  /** All there are, at most 100 webhooks of 50 chats. */
  async all(): Promise<Lane[]> {
    return (await this.#lanes.find({}).lean<LaneDocument[]>()).map(toLane);
  }

  /** There is more. Wakes nobody who pauses, and disturbs nobody who is at it. */
  async wake(id: string, wantedRev: number, now: Date): Promise<void> {
    await this.#lanes.updateOne({ _id: id }, { $max: { wantedRev } });
    await this.#lanes.updateOne({ _id: id, dueAt: { $exists: false } }, { $set: { dueAt: now } });
  }

  /** All of it that nobody is at goes on now, also what paused. */
  async wakeAll(webhookId: WebhookId, now: Date): Promise<void> {
    await this.#lanes.updateMany(
      { webhookId, owner: { $exists: false } },
      { $set: { dueAt: now, attempts: 0, refusals: 0 }, $unset: { failingSince: 1 } },
    );
  }

  /** The longest due first. */
  async due(now: Date, limit: number): Promise<string[]> {
    const found = await this.#lanes
      .find({ dueAt: { $gte: new Date(0), $lte: now } }, { _id: 1 })
      .sort({ dueAt: 1 })
      .limit(limit)
      .lean<LaneDocument[]>();
    return found.map(({ _id }) => _id);
  }

  /** Undefined when it is not due, or somebody else's. */
  async claim({ id, owner }: Lease, now: Date, until: Date): Promise<Lane | undefined> {
    const found = await this.#lanes
      .findOneAndUpdate(
        { _id: id, dueAt: { $gte: new Date(0), $lte: now } },
        { $set: { dueAt: until, owner } },
        { returnDocument: 'after' },
      )
      .lean<LaneDocument>();
    return found ? toLane(found) : undefined;
  }

  /** Moves on, with a longer lease; false when it is no longer ours. */
  async reach(
    { id, owner }: Lease,
    { rev, seq }: Place,
    { until, wasTaken }: { readonly until: Date; readonly wasTaken: boolean },
  ): Promise<boolean> {
    const update = {
      $set: { rev, seq, attempts: 0, refusals: 0, dueAt: until },
      ...(wasTaken && { $unset: { failingSince: 1 as const } }),
    };
    return (await this.#lanes.updateOne({ _id: id, owner }, update)).matchedCount === 1;
  }

  /** Lets go of it there, unless more was heard of meanwhile: then false. */
  async rest({ id, owner }: Lease, { rev, seq }: Place): Promise<boolean> {
    const { matchedCount } = await this.#lanes.updateOne(
      { _id: id, owner, wantedRev: { $lte: rev } },
      { $set: { rev, seq, attempts: 0, refusals: 0 }, $unset: { dueAt: 1, owner: 1 } },
    );
    return matchedCount === 1;
  }

  async pause({ id, owner }: Lease, { until, ...failures }: Pause): Promise<void> {
    const $set = { ...failures, dueAt: until };
    await this.#lanes.updateOne({ _id: id, owner }, { $set, $unset: { owner: 1 } });
  }

  /** Whoever is there goes on with it from then. */
  async release({ id, owner }: Lease, from: Date): Promise<void> {
    const update = { $set: { dueAt: from }, $unset: { owner: 1 as const } };
    await this.#lanes.updateOne({ _id: id, owner }, update);
  }

  /** Until its webhook is active again. */
  async park({ id, owner }: Lease): Promise<void> {
    await this.#lanes.updateOne({ _id: id, owner }, { $unset: { dueAt: 1, owner: 1 } });
  }
}

const toLane = ({ _id, ...lane }: LaneDocument): Lane => ({
  id: _id,
  webhookId: lane.webhookId,
  chatId: lane.chatId,
  rev: lane.rev,
  seq: lane.seq,
  attempts: lane.attempts,
  refusals: lane.refusals,
  failingSince: lane.failingSince,
});

import type { ChatId, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AnyBulkWriteOperation, Model, mongo } from 'mongoose';
import { membershipIdOf, membershipSchema, type MembershipDocument } from './membership.schema.js';

/** How far somebody has come; absent where it stays. `sharesByDefault`: their present setting. */
export interface Mark {
  readonly chatId: ChatId;
  readonly userId: UserId;
  readonly lastReadSeq?: number | undefined;
  readonly lastDeliveredSeq?: number | undefined;
  readonly sharesByDefault?: boolean | undefined;
}

/** How far members have come and what calls them: what of `memberships` moves all the time. */
@Injectable()
export class MemberMarksRepository {
  readonly #memberships: Model<MembershipDocument>;

  constructor(database: Database) {
    this.#memberships = database.model<MembershipDocument>('memberships', membershipSchema);
  }

  /** Raises marks; none ever falls. */
  async raise(marks: readonly Mark[]): Promise<void> {
    if (marks.length === 0) return;
    // Past mongoose, which would look at every number again: there are many, and often.
    await this.#memberships.collection.bulkWrite(marks.map(raising), { ordered: false });
  }

  /** The slot mentions these members. */
  async addMention(chatId: ChatId, userIds: readonly UserId[], seq: number): Promise<void> {
    await this.#bulk(
      userIds.map((userId) => ({
        updateOne: {
          filter: { _id: membershipIdOf(chatId, userId), mentionSeqs: { $ne: seq } },
          update: { $push: { mentionSeqs: { $each: [seq], $slice: -1000 } } },
        },
      })),
    );
  }

  /** The slot mentions these members no longer. */
  async removeMention(chatId: ChatId, userIds: readonly UserId[], seq: number): Promise<void> {
    await this.#bulk(
      userIds.map((userId) => ({
        updateOne: {
          filter: { _id: membershipIdOf(chatId, userId) },
          update: { $pull: { mentionSeqs: seq } },
        },
      })),
    );
  }

  /** They have deleted this slot for themselves; again changes nothing. */
  async addHidden(chatId: ChatId, userId: UserId, seq: number): Promise<void> {
    await this.#memberships.updateOne(
      { _id: membershipIdOf(chatId, userId), hiddenSeqs: { $ne: seq } },
      { $inc: { hides: 1 }, $push: { hiddenSeqs: { $each: [seq], $slice: -1000 } } },
    );
  }

  /** The person's own setting has changed: it holds for what they have read already, too. */
  async setSharing(userId: UserId, sharesByDefault: boolean): Promise<void> {
    const filter = { userId, sharesByDefault: !sharesByDefault };
    await this.#memberships.updateMany(filter, { $set: { sharesByDefault } });
  }

  async #bulk(operations: AnyBulkWriteOperation<MembershipDocument>[]): Promise<void> {
    if (operations.length > 0) await this.#memberships.bulkWrite(operations, { ordered: false });
  }
}

function raising(mark: Mark): mongo.AnyBulkWriteOperation {
  const { chatId, userId, lastReadSeq = 0, lastDeliveredSeq = 0, sharesByDefault } = mark;
  const $set = sharesByDefault === undefined ? {} : { $set: { sharesByDefault } };
  const delivered = Math.max(lastReadSeq, lastDeliveredSeq);
  return {
    updateOne: {
      filter: { _id: membershipIdOf(chatId, userId) as never },
      update: { $max: { lastReadSeq, lastDeliveredSeq: delivered }, ...$set },
    },
  };
}

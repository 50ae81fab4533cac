import type { Notice, NoticeId, UserId } from '@app/contracts';
import { aboveAll, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { noticeSchema, type NoticeDocument } from './notice.schema.js';

/** What people were told by moderators, each by themselves. */
@Injectable()
export class NoticesRepository {
  readonly #notices: Model<NoticeDocument>;

  constructor(database: Database) {
    this.#notices = database.model('notices', noticeSchema);
  }

  async insert(userId: UserId, { id, createdAt, ...notice }: Notice): Promise<void> {
    const stored = { _id: id, userId, createdAt: new Date(createdAt), ...notice };
    await this.#notices.create([stored]);
  }

  /** The newest first, before `before`. */
  async list(userId: UserId, before: string | undefined, limit: number): Promise<Notice[]> {
    const _id = { $gt: '' as NoticeId, $lt: (before ?? aboveAll) as NoticeId };
    const found = await this.#notices
      .find({ userId, _id })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<NoticeDocument[]>();
    return found.map(toNotice);
  }

  /** False if there is none of this person. Idempotent. */
  async see(userId: UserId, _id: NoticeId): Promise<boolean> {
    const { matchedCount } = await this.#notices.updateOne(
      { _id, userId },
      { $set: { isSeen: true } },
    );
    return matchedCount === 1;
  }
}

function toNotice({ _id, userId: _u, createdAt, ...notice }: NoticeDocument): Notice {
  return { ...notice, id: _id, createdAt: createdAt.toISOString() };
}

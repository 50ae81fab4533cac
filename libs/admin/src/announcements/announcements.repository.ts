import type { AnnouncementId, UserId } from '@app/contracts';
import { aboveAll, Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import {
  announcementSchema,
  dismissalSchema,
  noEnd,
  type AnnouncementDocument,
  type DismissalDocument,
} from './announcement.schema.js';

export type KeptAnnouncement = Omit<AnnouncementDocument, '_id'> & { readonly id: AnnouncementId };

/** What is said to everybody, and who has dismissed which of it. */
@Injectable()
export class AnnouncementsRepository {
  readonly #announcements: Model<AnnouncementDocument>;
  readonly #dismissals: Model<DismissalDocument>;

  constructor(database: Database) {
    this.#announcements = database.model('announcements', announcementSchema);
    this.#dismissals = database.model('announcement_dismissals', dismissalSchema);
  }

  async insert({ id, ...announcement }: KeptAnnouncement): Promise<void> {
    await this.#announcements.create([{ _id: id, ...announcement }]);
  }

  async find(id: AnnouncementId): Promise<KeptAnnouncement | undefined> {
    const found = await this.#announcements.findById(id).lean<AnnouncementDocument>();
    return found ? kept(found) : undefined;
  }

  /** Those that are not over, at most `limit`; the newest first. */
  async notOver(now: Date, limit: number): Promise<KeptAnnouncement[]> {
    const found = await this.#announcements
      .find({ endsAt: { $gt: now, $lte: noEnd } })
      .limit(limit)
      .lean<AnnouncementDocument[]>();
    return found.map(kept).sort((one, two) => (one.id < two.id ? 1 : -1));
  }

  /** The newest first, before `before`. */
  async list(before: string | undefined, limit: number): Promise<KeptAnnouncement[]> {
    const _id = { $gt: '' as AnnouncementId, $lt: (before ?? aboveAll) as AnnouncementId };
    const found = await this.#announcements
      .find({ _id })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<AnnouncementDocument[]>();
    return found.map(kept);
  }

  /** False where it is over, or there is none. */
  async end(id: AnnouncementId, now: Date): Promise<boolean> {
    const { modifiedCount } = await this.#announcements.updateOne(
      { _id: id, endsAt: { $gt: now, $lte: noEnd } },
      { $set: { endsAt: now, removedAt: now } },
    );
    return modifiedCount === 1;
  }

  /** For one that nobody was told of. */
  async remove(id: AnnouncementId): Promise<void> {
    await this.#announcements.deleteOne({ _id: id });
  }

  /** Idempotent. */
  async dismiss(id: AnnouncementId, userId: UserId): Promise<void> {
    await isFirst(this.#dismissals.create([{ _id: keyOf(id, userId), announcementId: id }]));
  }

  async dismissedBy(
    userId: UserId,
    ids: readonly AnnouncementId[],
  ): Promise<ReadonlySet<AnnouncementId>> {
    const found = await this.#dismissals
      .find({ _id: { $in: ids.map((id) => keyOf(id, userId)) } })
      .lean<DismissalDocument[]>();
    return new Set(found.map(({ announcementId }) => announcementId));
  }

  /** Who has dismissed it is of no use any more. */
  async forgetDismissals(id: AnnouncementId): Promise<void> {
    await this.#dismissals.deleteMany({ announcementId: id });
  }
}

const keyOf = (id: AnnouncementId, userId: UserId) => `${id}:${userId}`;

function kept({ _id, ...rest }: AnnouncementDocument): KeptAnnouncement {
  return { id: _id, ...rest };
}

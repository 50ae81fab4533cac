import type { ChatId, FileId, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { uploadSchema, type UploadDocument } from './uploads.schema.js';

/** An upload as stored; how much of it has come the storage knows. */
export interface StoredUpload {
  readonly id: FileId;
  readonly uploadedBy: UserId;
  readonly chatId: ChatId;
  readonly name: string;
  readonly sizeBytes: number;
  readonly metadata: string;
  /** ISO 8601. */
  readonly touchedAt: string;
  /** It is a file now. */
  readonly isFinished: boolean;
}

/** What is under way. */
export interface UnderWay {
  readonly ofUser: number;
  readonly bytesOfAll: number;
}

/** Uploads in several requests, and which request works on one. */
@Injectable()
export class UploadsRepository {
  readonly #uploads: Model<UploadDocument>;

  constructor(database: Database) {
    this.#uploads = database.model('file_uploads', uploadSchema);
  }

  async insert({ id, touchedAt, ...upload }: StoredUpload): Promise<void> {
    await this.#uploads.create({ _id: id, touchedAt: new Date(touchedAt), ...upload });
  }

  async find(id: FileId): Promise<StoredUpload | undefined> {
    const document = await this.#uploads.findById(id).lean<UploadDocument>();
    return document ? toUpload(document) : undefined;
  }

  async touch(id: FileId, now: Date): Promise<void> {
    await this.#uploads.updateOne({ _id: id }, { $set: { touchedAt: now } });
  }

  async finish(id: FileId, now: Date): Promise<void> {
    await this.#uploads.updateOne({ _id: id }, { $set: { isFinished: true, touchedAt: now } });
  }

  async remove(id: FileId): Promise<void> {
    await this.#uploads.deleteOne({ _id: id });
  }

  /** All that is not finished, with this one. */
  async underWay(userId: UserId): Promise<UnderWay> {
    const [ofUser, [all]] = await Promise.all([
      this.#uploads.countDocuments({ isFinished: false, uploadedBy: userId }),
      this.#uploads.aggregate<{ bytes: number }>([
        { $match: { isFinished: false } },
        { $group: { _id: null, bytes: { $sum: '$sizeBytes' } } },
      ]),
    ]);
    return { ofUser, bytesOfAll: all?.bytes ?? 0 };
  }

  /** Nobody has asked for them since, nor works on them; at most `limit`. */
  async idleSince(before: Date, now: Date, limit: number): Promise<FileId[]> {
    const found = await this.#uploads
      .find({ touchedAt: { $lt: before }, ...freeAt(now) }, { _id: 1 })
      .limit(limit)
      .lean<Pick<UploadDocument, '_id'>[]>();
    return found.map(({ _id }) => _id);
  }

  /** False when another holder has it. */
  async take(id: FileId, holder: string, now: Date, until: Date): Promise<boolean> {
    const taken = await this.#uploads.updateOne(
      { _id: id, ...freeAt(now) },
      { $set: { holder, heldUntil: until, isWanted: false } },
    );
    return taken.matchedCount === 1;
  }

  /** Asks the holder to let go. False when there is no such upload. */
  async want(id: FileId): Promise<boolean> {
    const wanted = await this.#uploads.updateOne({ _id: id }, { $set: { isWanted: true } });
    return wanted.matchedCount === 1;
  }

  /** Prolongs it. False when it is not, or no longer, theirs; or when another one waits. */
  async holdOn(id: FileId, holder: string, until: Date): Promise<boolean> {
    const held = await this.#uploads
      .findOneAndUpdate({ _id: id, holder }, { $set: { heldUntil: until } })
      .lean<UploadDocument>();
    return held !== null && !held.isWanted;
  }

  async letGo(id: FileId, holder: string): Promise<void> {
    await this.#uploads.updateOne(
      { _id: id, holder },
      { $set: { holder: null, heldUntil: null, isWanted: false } },
    );
  }
}

const freeAt = (now: Date) => ({
  $or: [{ heldUntil: null }, { heldUntil: { $lt: now } }],
});

function toUpload({ _id, touchedAt, ...document }: UploadDocument): StoredUpload {
  const { uploadedBy, chatId, name, sizeBytes, metadata, isFinished } = document;
  const known = { uploadedBy, chatId, name, sizeBytes, metadata, isFinished };
  return { ...known, id: _id, touchedAt: touchedAt.toISOString() };
}

import type { ChatId, ContentHash, FileDetails, FileId, MessageId, UserId } from '@app/contracts';
import { areDuplicates, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import type { Derived, FileUse, StoredFile } from './file.js';
import {
  fileSchema,
  fileUseSchema,
  fileValidator,
  type FileDocument,
  type FileUseDocument,
} from './file.schema.js';

/** What came of a preview. */
export type PreviewEnd =
  | { readonly preview: 'failed' | 'none' }
  | {
      readonly preview: 'ready';
      readonly details: FileDetails;
      readonly derived: readonly Derived[];
    };

/** Uses that one read brings. */
const mostUses = 2000;

/** Uploads, and which messages hold them. */
@Injectable()
export class FilesRepository {
  readonly #files: Model<FileDocument>;
  readonly #uses: Model<FileUseDocument>;

  constructor(database: Database) {
    this.#files = database.model('files', fileSchema, { validator: fileValidator });
    this.#uses = database.model('file_uses', fileUseSchema);
  }

  async insert(file: StoredFile): Promise<void> {
    const { id, createdAt, ...rest } = file;
    await this.#files.create({ _id: id, createdAt: new Date(createdAt), ...rest });
  }

  async find(fileId: FileId): Promise<StoredFile | undefined> {
    const document = await this.#files.findById(fileId).lean<FileDocument>();
    return document ? toFile(document) : undefined;
  }

  /** Those that exist, in no order. At most 500 ids. */
  async findAll(fileIds: readonly FileId[]): Promise<StoredFile[]> {
    const found = await this.#files.find({ _id: { $in: [...fileIds] } }).lean<FileDocument[]>();
    return found.map(toFile);
  }

  /** Whether a file is there that is not gone, with this content or one made of it. */
  async isNeeded(sha256: ContentHash): Promise<boolean> {
    const isGone = false;
    const either = [
      { sha256, isGone },
      { 'derived.sha256': sha256, isGone },
    ];
    return (await this.#files.exists({ $or: either })) !== null;
  }

  /** What came of a preview. False when it is not waited for, or the file is gone. */
  async endPreview(fileId: FileId, end: PreviewEnd): Promise<boolean> {
    const waiting = { _id: fileId, isGone: false, preview: 'pending' as const };
    return (await this.#files.updateOne(waiting, { $set: end })).modifiedCount === 1;
  }

  /** Another file of the same content and type, whose preview is ready. */
  async findShown({ sha256, mime }: StoredFile): Promise<StoredFile | undefined> {
    const shown = { sha256, isGone: false, mime, preview: 'ready' as const };
    const document = await this.#files.findOne(shown).lean<FileDocument>();
    return document ? toFile(document) : undefined;
  }

  /** It is to be made once more. */
  async beginPreviewAnew(fileId: FileId): Promise<void> {
    const anew = { $set: { preview: 'pending' as const }, $unset: { details: 1, derived: 1 } };
    await this.#files.updateOne({ _id: fileId, isGone: false }, anew);
  }

  /** Of uploads from before then those that wait for a preview, the oldest first. */
  async pendingUntil(until: Date, limit: number): Promise<StoredFile[]> {
    const found = await this.#files
      .find({ preview: 'pending', isGone: false, createdAt: { $lt: until } })
      .sort({ createdAt: 1 })
      .limit(limit)
      .lean<FileDocument[]>();
    return found.map(toFile);
  }

  /** At most 500. */
  async usesOf(fileId: FileId): Promise<FileUse[]> {
    const uses = await this.#uses.find({ fileId }).limit(500).lean<FileUseDocument[]>();
    return uses.map(toUse);
  }

  /** Of at most 100 files, at most 500 of each; one read, unless one is held by very many. */
  async usesOfAll(fileIds: readonly FileId[]): Promise<FileUse[]> {
    if (fileIds.length === 1) return this.usesOf(fileIds[0]!);
    const uses = await this.#uses
      .find({ fileId: { $in: [...fileIds] } })
      .limit(mostUses)
      .lean<FileUseDocument[]>();
    if (uses.length < mostUses) return uses.map(toUse);
    // One of them may have left no room for the others.
    return (await Promise.all(fileIds.map((id) => this.usesOf(id)))).flat();
  }

  /** At most `limit`. */
  async usesIn(chatId: ChatId, limit: number): Promise<FileUse[]> {
    const uses = await this.#uses.find({ chatId }).limit(limit).lean<FileUseDocument[]>();
    return uses.map(toUse);
  }

  /** The message holds them, in one write and another for what they are then. Idempotent. */
  async use(uses: readonly FileUse[]): Promise<void> {
    const documents = uses.map(({ createdAt, ...use }) => ({
      ...{ _id: idOf(use), ...use },
      ...{ createdAt: new Date(createdAt), isSettled: false },
    }));
    try {
      await this.#uses.insertMany(documents, { ordered: false });
    } catch (error) {
      // A repeated send: it holds some of them already, and the others were taken.
      if (!areDuplicates(error)) throw error;
    }
    const fileIds = uses.map(({ fileId }) => fileId);
    const unsent = { _id: { $in: fileIds }, isSent: false };
    await this.#files.updateMany(unsent, { $set: { isSent: true } });
  }

  /** What the message held until now. Idempotent: nothing the second time. */
  async dropUses(messageId: MessageId): Promise<FileId[]> {
    const uses = await this.#uses.find({ messageId }).lean<FileUseDocument[]>();
    await this.#uses.deleteMany({ messageId });
    return uses.map(({ fileId }) => fileId);
  }

  /** One of them. Idempotent. */
  async dropUse(use: FileUse): Promise<void> {
    await this.#uses.deleteOne({ _id: idOf(use) });
  }

  /** Begun before then, and not yet seen stored; at most `limit`. */
  async openUses(until: Date, limit: number): Promise<FileUse[]> {
    const createdAt = { $gt: new Date(0), $lt: until };
    const uses = await this.#uses
      .find({ isSettled: false, createdAt })
      .limit(limit)
      .lean<FileUseDocument[]>();
    return uses.map(toUse);
  }

  async settleUses(uses: readonly FileUse[]): Promise<void> {
    await this.#uses.updateMany({ _id: { $in: uses.map(idOf) } }, { $set: { isSettled: true } });
  }

  async isUsed(fileId: FileId): Promise<boolean> {
    return (await this.#uses.exists({ fileId })) !== null;
  }

  /** The file if this call is the one that made it gone. What it was called says something, too. */
  async markGone(fileId: FileId): Promise<StoredFile | undefined> {
    const document = await this.#files
      .findOneAndUpdate({ _id: fileId, isGone: false }, { $set: { isGone: true, name: '-' } })
      .lean<FileDocument>();
    return document ? toFile(document) : undefined;
  }

  /** Bytes of all files that are not gone, by who uploaded them. */
  async bytesByUser(): Promise<Map<UserId, number>> {
    const sums = await this.#files.aggregate<{ _id: UserId; bytes: number }>([
      { $match: { isGone: false } },
      { $group: { _id: '$uploadedBy', bytes: { $sum: '$sizeBytes' } } },
    ]);
    return new Map(sums.map(({ _id, bytes }) => [_id, bytes]));
  }

  /** As if it had never been: nobody has heard of it. */
  async discard(fileId: FileId): Promise<void> {
    await this.#files.deleteOne({ _id: fileId });
  }

  /** What they have uploaded within the last days and not sent; at most 1,000. */
  async unsentOf(uploadedBy: UserId): Promise<StoredFile[]> {
    const isWaiting = { isSent: false, isGone: false, createdAt: { $gt: new Date(0) } };
    const found = await this.#files
      .find({ ...isWaiting, uploadedBy })
      .limit(1000)
      .lean<FileDocument[]>();
    return found.map(toFile);
  }

  /** Uploaded before then, and never sent; at most `limit`. */
  async orphansUntil(until: Date, limit: number): Promise<FileId[]> {
    const found = await this.#files
      .find(
        { isSent: false, isGone: false, createdAt: { $gt: new Date(0), $lt: until } },
        { _id: 1 },
      )
      .limit(limit)
      .lean<Pick<FileDocument, '_id'>[]>();
    return found.map(({ _id }) => _id);
  }
}

const idOf = ({ messageId, fileId }: Pick<FileUse, 'messageId' | 'fileId'>) =>
  `${messageId}:${fileId}`;

function toUse({ fileId, messageId, chatId, createdAt }: FileUseDocument): FileUse {
  return { fileId, messageId, chatId, createdAt: createdAt.toISOString() };
}

function toFile({ _id, createdAt, ...document }: FileDocument): StoredFile {
  const { preview = 'none', derived = [] } = document;
  return { ...document, id: _id, createdAt: createdAt.toISOString(), preview, derived };
}

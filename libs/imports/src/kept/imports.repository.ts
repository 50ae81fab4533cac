import type { ChatId, FileId, ImportId, UserId } from '@app/contracts';
import type { Import } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';
import type { ImportedChat, ImportEnd, OrderedImport, Reached } from './kept-import.js';
import { noCounts } from './tally.js';

interface ImportDocument extends Reached {
  readonly _id: ImportId;
  readonly source: Import['source'];
  readonly isTrial: boolean;
  readonly fileId: FileId;
  readonly fileName: string;
  readonly createdBy: UserId;
  readonly createdAt: Date;
  readonly state: Import['state'];
  readonly endedAt?: Date;
  readonly refusal?: Import['refusal'];
}

/** Which one is under way: there is one at a time. */
interface ClaimDocument {
  readonly _id: typeof theOne;
  readonly importId: ImportId;
}

type ChatDocument = Omit<ImportedChat, 'id'> & { readonly _id: ChatId };

const theOne = 'import';

const text = { type: String, required: true };
const date = { type: Date, required: true };
const mixed = { type: Schema.Types.Mixed, required: true };

const importSchema = new Schema<ImportDocument>(
  {
    _id: text,
    source: text,
    isTrial: { type: Boolean, required: true },
    fileId: text,
    fileName: text,
    createdBy: text,
    createdAt: date,
    state: text,
    endedAt: Date,
    refusal: { type: Schema.Types.Mixed },
    progress: { type: Schema.Types.Mixed },
    counts: mixed,
    notes: mixed,
  },
  { versionKey: false },
);

const claimSchema = new Schema<ClaimDocument>({ _id: text, importId: text }, { versionKey: false });

const chatSchema = new Schema<ChatDocument>(
  {
    _id: text,
    importId: text,
    done: { type: Number, required: true },
    isWhole: { type: Boolean, required: true },
    counts: mixed,
    notes: mixed,
  },
  { versionKey: false },
);

/** More than are kept. */
const most = 1000;

/**
 * Imports, which one of them is under way (a claim is made by an insert and let go of by a delete),
 * and the chats that they have begun.
 */
@Injectable()
export class ImportsRepository {
  readonly #imports: Model<ImportDocument>;
  readonly #claims: Model<ClaimDocument>;
  readonly #chats: Model<ChatDocument>;

  constructor(database: Database) {
    this.#imports = database.model('imports', importSchema);
    this.#claims = database.model('import_claims', claimSchema);
    this.#chats = database.model('imported_chats', chatSchema);
  }

  /** False when another one is pending. */
  async insert({ id, createdAt, ...rest }: OrderedImport): Promise<boolean> {
    const reached = { counts: noCounts, notes: [] };
    const dated = { createdAt: new Date(createdAt) };
    // Before the claim: one without a record is anybody's to take away.
    await this.#imports.create({ _id: id, ...rest, ...reached, ...dated, state: 'pending' });
    const isMine = await isFirst(this.#claims.create({ _id: theOne, importId: id }));
    if (!isMine) await this.remove(id);
    return isMine;
  }

  async pending(): Promise<OrderedImport | undefined> {
    const claim = await this.#claims.findById(theOne).lean<ClaimDocument>();
    if (!claim) return undefined;
    const found = await this.#imports.findById(claim.importId).lean<ImportDocument>();
    return found?.state === 'pending' ? toOrdered(found) : undefined;
  }

  /** Of one that is over: whoever has ended it died over this. */
  async tidyClaim(): Promise<void> {
    const claim = await this.#claims.findById(theOne).lean<ClaimDocument>();
    if (!claim) return;
    const isOpen = await this.#imports.exists({ _id: claim.importId, state: 'pending' });
    if (!isOpen) await this.#unclaim(claim.importId);
  }

  /** The newest first. */
  async all(): Promise<Import[]> {
    const claim = await this.#claims.findById(theOne).lean<ClaimDocument>();
    const found = await this.#imports.find().limit(most).lean<ImportDocument[]>();
    return found
      .map((one) => toImport(one, claim?.importId))
      .sort((one, other) => other.id.localeCompare(one.id));
  }

  async find(id: ImportId): Promise<Import | undefined> {
    const claim = await this.#claims.findById(theOne).lean<ClaimDocument>();
    const found = await this.#imports.findById(id).lean<ImportDocument>();
    return found ? toImport(found, claim?.importId) : undefined;
  }

  /** False when it is over: somebody has stopped it. */
  async reach(id: ImportId, reached: Reached): Promise<boolean> {
    const $set = { ...reached };
    const { matchedCount } = await this.#imports.updateOne({ _id: id, state: 'pending' }, { $set });
    return matchedCount === 1;
  }

  /** False when it was over already. */
  async end(id: ImportId, { endedAt, ...end }: ImportEnd): Promise<boolean> {
    const $set = { ...end, endedAt: new Date(endedAt) };
    const { matchedCount } = await this.#imports.updateOne({ _id: id, state: 'pending' }, { $set });
    await this.#unclaim(id);
    return matchedCount === 1;
  }

  /** Idempotent. */
  async remove(id: ImportId): Promise<void> {
    await this.#imports.deleteOne({ _id: id });
  }

  async chat(id: ChatId): Promise<ImportedChat | undefined> {
    const found = await this.#chats.findById(id).lean<ChatDocument>();
    if (!found) return undefined;
    const { _id, ...rest } = found;
    return { id: _id, ...rest };
  }

  async keepChat({ id, ...rest }: ImportedChat): Promise<void> {
    await this.#chats.updateOne({ _id: id }, { $set: rest }, { upsert: true });
  }

  async #unclaim(importId: ImportId): Promise<void> {
    await this.#claims.deleteOne({ _id: theOne, importId });
  }
}

const toOrdered = ({ _id, createdAt, ...rest }: ImportDocument): OrderedImport => ({
  id: _id,
  source: rest.source,
  isTrial: rest.isTrial,
  fileId: rest.fileId,
  fileName: rest.fileName,
  createdBy: rest.createdBy,
  createdAt: createdAt.toISOString(),
});

/** One that nobody has claimed came out of a backup: it is over. */
function toImport(found: ImportDocument, claimed: ImportId | undefined): Import {
  const { endedAt, refusal, progress, counts, notes } = found;
  const isLeft = found.state === 'pending' && found._id !== claimed;
  return {
    ...toOrdered(found),
    state: isLeft ? 'stopped' : found.state,
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(progress && { progress }),
    counts,
    notes: [...notes],
    ...(refusal && { refusal }),
  };
}

import type { ChatId, FileKind, MessageId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import { mongo, type Model } from 'mongoose';
import { fileKeysMigration } from './file-keys.migration.js';
import { fileKeyRange } from './file-keys.js';
import { findHead } from './head-search.js';
import { pinKeyRange } from './pin-key.js';
import type { Change, FormerSlotText, Head, Slot } from './slot.js';
import {
  besidesTheText,
  slotSchema,
  toDocument,
  toSlot,
  toUpdate,
  type SlotDocument,
} from './slot.schema.js';
import type {
  ChangeOutcome,
  InsertOutcome,
  Settled,
  SettleRequest,
  SlotStore,
} from './slot-store.js';

/** What of a slot takes room. */
export type SaidSlot = Pick<SlotDocument, 'text' | 'files'>;

const DUPLICATE_KEY = 11000;
/** DocumentValidationFailure, BSONObjectTooLarge, BadValue, InvalidBSON: the document's fault. */
const POISON = new Set([121, 10334, 2, 22]);

/** Stored means: on a majority, journalled. */
const DURABLE = { w: 'majority', j: true } as const;

/** What a reader of slots never needs, and what may be much. */
const WITHOUT_HISTORY = { history: 0, fileKeys: 0, pinKey: 0 } as const;

/**
 * The log of all chats in one MongoDB collection. It has no `drop` and no `delete`: slots stay for
 * ever, even when they are emptied (`forget`). All reads see only what is stored with majority
 * (`Database` sets the read concern). Where several slots are found, they are sorted: the order of
 * what is not costs the embedded engine a look at all of a small collection.
 */
@Injectable()
export class SlotsRepository implements SlotStore {
  readonly #slots: Model<SlotDocument>;
  readonly #logger = new Logger('ChatLog');

  constructor(private readonly database: Database) {
    this.#slots = database.model('messages', slotSchema);
    database.migration(fileKeysMigration);
  }

  async insertInOrder(slots: readonly Slot[]): Promise<InsertOutcome> {
    try {
      // The plain command, past mongoose: its reply says in one number what a bulk API spreads over
      // an error object, and it costs Node 17 instead of 29 µs per message.
      return outcomeOf(
        await this.database.connection.db!.command({
          insert: this.#slots.collection.collectionName,
          documents: slots.map(toDocument),
          ordered: true,
          writeConcern: DURABLE,
        }),
      );
    } catch (error) {
      // Network, change of primary, write concern not met: whatever it is, the outcome is open.
      this.#report('insert', error);
      return { stored: 0, end: 'unknown' };
    }
  }

  async change(change: Change, rev: number): Promise<ChangeOutcome> {
    const { before } = change;
    try {
      const { matchedCount } = await this.#slots.updateOne(
        // The version makes a late or repeated change harmless; chatId targets one shard.
        { _id: before.id, chatId: before.chatId, version: before.version },
        toUpdate(change, rev),
      );
      return matchedCount === 1 ? 'stored' : 'unmatched';
    } catch (error) {
      // A rev that is taken says so by its code; everything else leaves the outcome open.
      if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return 'refused';
      this.#report('change', error);
      return 'unknown';
    }
  }

  async settle({ chatId, from, ids }: SettleRequest): Promise<Settled> {
    try {
      const [head, found] = await Promise.all([
        this.head(chatId, from),
        // chatId targets one shard; _id goes first because some planners go by the order.
        ids.length === 0
          ? []
          : this.#slots
              .find({ _id: { $in: [...ids] }, chatId }, WITHOUT_HISTORY)
              .sort({ _id: 1 })
              .lean(),
      ]);
      return { head, found: found.map(toSlot) };
    } catch (error) {
      // Reported here and rethrown: the caller only learns that nothing is known.
      this.#report('settle', error);
      throw error;
    }
  }

  /** The end of the log at or after `from`, which must be stored. Rejects without the database. */
  head(chatId: ChatId, from: Head): Promise<Head> {
    const only = { _id: 0, seq: 1, revs: 1 };
    return findHead(from, {
      seqs: async (probes) => {
        const wanted = { chatId, seq: { $in: probes } };
        const hits = await this.#slots.find(wanted, only).sort({ seq: 1 }).lean();
        return hits.map(({ seq }) => seq);
      },
      revs: async (probes) => {
        const wanted = { chatId, revs: { $in: probes } };
        const hits = await this.#slots.find(wanted, only).sort({ revs: 1 }).lean();
        return hits.flatMap(({ revs }) => revs).filter((rev) => probes.includes(rev));
      },
    });
  }

  /** The slots `[fromSeq, beforeSeq)` that are stored, ascending. */
  async window(chatId: ChatId, fromSeq: number, beforeSeq: number): Promise<Slot[]> {
    const seq = { $gte: fromSeq, $lt: beforeSeq };
    const hits = await this.#slots.find({ chatId, seq }, WITHOUT_HISTORY).sort({ seq: 1 }).lean();
    return hits.map(toSlot);
  }

  /**
   * Those of these slots (at most 500, of at most 50 chats) that are stored, in no order. One
   * query: by far the most of what a small one costs is that it is asked.
   */
  async at(seqsOf: ReadonlyMap<ChatId, readonly number[]>): Promise<Slot[]> {
    const clauses = [...seqsOf].map(([chatId, seqs]) => ({ chatId, seq: { $in: [...seqs] } }));
    const [first, ...others] = clauses;
    if (!first) return [];
    const wanted = others.length > 0 ? { $or: clauses } : first;
    const hits = await this.#slots
      .find(wanted, WITHOUT_HISTORY, { batchSize: 501 })
      .sort({ chatId: 1, seq: 1 })
      .lean();
    return hits.map(toSlot);
  }

  /**
   * The slots that ever won one of `revs` (at most 500), in no order. A list and not a range: a
   * range on a multikey index reads the whole chat on some engines.
   */
  async winnersOf(chatId: ChatId, revs: readonly number[]): Promise<Slot[]> {
    const wanted = { chatId, revs: { $in: [...revs] } };
    const hits = await this.#slots.find(wanted, WITHOUT_HISTORY).sort({ revs: 1 }).lean();
    return hits.map(toSlot);
  }

  /**
   * Empties the slots `[fromSeq, toSeq]` of what people said; their places, ids and revs stay. A
   * change of unknown outcome finds another version, and misses. Again is harmless.
   */
  async forget(chatId: ChatId, fromSeq: number, toSeq: number, at: Date): Promise<void> {
    await this.#slots.updateMany(
      // A deleted one is empty already; `null` finds what is not there.
      { chatId, seq: { $gte: fromSeq, $lte: toSeq }, kind: { $ne: 'system' }, deletedAt: null },
      {
        $set: { text: '', deletedAt: at },
        $unset: { ...besidesTheText, replyTo: 1 },
        $inc: { version: 1 },
      },
    );
  }

  /** Of the slots `[fromSeq, beforeSeq)` what people said and has not gone yet: what it weighs. */
  async said(chatId: ChatId, fromSeq: number, beforeSeq: number): Promise<SaidSlot[]> {
    const filter = { chatId, seq: { $gte: fromSeq, $lt: beforeSeq } };
    const hits = await this.#slots
      .find({ ...filter, kind: { $ne: 'system' }, deletedAt: null }, { _id: 0, text: 1, files: 1 })
      .lean<SaidSlot[]>();
    return hits;
  }

  /** A point read. */
  async find(id: MessageId): Promise<Slot | undefined> {
    const hit = await this.#slots.findOne({ _id: id }, WITHOUT_HISTORY).lean();
    return hit ? toSlot(hit) : undefined;
  }

  /** Those of these messages that are stored, in no order. At most 500 ids. */
  async findMany(ids: readonly MessageId[]): Promise<Slot[]> {
    return (await this.#slots.find({ _id: { $in: [...ids] } }, WITHOUT_HISTORY).lean()).map(toSlot);
  }

  /**
   * Of the slots `[fromSeq, beforeSeq)` those that hold files (of this kind), the newest first. As
   * many as there are: a limit would not make it cheaper on some engines.
   */
  async withFiles(
    of: { readonly chatId: ChatId; readonly kind?: FileKind | undefined },
    fromSeq: number,
    beforeSeq: number,
  ): Promise<Slot[]> {
    // One element between both bounds: without that, each bound is looked for by itself.
    const fileKeys = { $elemMatch: fileKeyRange(of, fromSeq, beforeSeq) };
    const hits = await this.#slots.find({ fileKeys }, WITHOUT_HISTORY).lean();
    return hits.map(toSlot).sort((a, b) => b.seq - a.seq);
  }

  /** Those of the slots `[fromSeq, beforeSeq)` that are pinned, the newest first: all of them. */
  async pinned(chatId: ChatId, fromSeq: number, beforeSeq?: number): Promise<Slot[]> {
    const pinKey = pinKeyRange(chatId, fromSeq, beforeSeq);
    const hits = await this.#slots.find({ pinKey }, WITHOUT_HISTORY).lean();
    return hits.map(toSlot).sort((a, b) => b.seq - a.seq);
  }

  countPinned(chatId: ChatId): Promise<number> {
    return this.#slots.countDocuments({ pinKey: pinKeyRange(chatId, 1) });
  }

  /** The former texts of a message, oldest first; at most `HISTORY_KEPT`. */
  async history(id: MessageId): Promise<FormerSlotText[]> {
    const hit = await this.#slots.findOne({ _id: id }, { history: 1 }).lean();
    return hit?.history ?? [];
  }

  /** Whom to look for, never what was said: an error of the driver may carry a document. */
  #report(what: string, error: unknown): void {
    const { name, message } = error as Error;
    this.#logger.warn(`${what}: ${name}: ${message}`);
  }
}

/** `n` slots are stored, and of an ordered insert those are the first `n`. */
function outcomeOf(reply: mongo.Document): InsertOutcome {
  const stored = reply['n'] as number;
  if (reply['writeConcernError']) return { stored: 0, end: 'unknown' };
  const code = (reply['writeErrors'] as { code: number }[] | undefined)?.[0]?.code;
  if (code === undefined) return { stored, end: 'done' };
  if (code === DUPLICATE_KEY) return { stored, end: 'refused' };
  if (POISON.has(code)) return { stored, end: 'poison' };
  // A primary that stepped down half-way has not waited for the majority.
  return { stored: 0, end: 'unknown' };
}

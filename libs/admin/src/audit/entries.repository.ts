import type { AuditDeed, AuditEntry, AuditHead, AuditQuery } from '@app/contracts';
import { areDuplicates, Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { origin } from './entry-hash.js';
import { entrySchema, headSchema, type EntryDocument, type HeadDocument } from './entry.schema.js';

/** What entries are asked for by, besides where they are. */
export type EntryFilter = Pick<AuditQuery, 'actorId' | 'action' | 'targetId' | 'from' | 'to'>;

/** Positions that are looked for at once, past the end that was noted. */
const reach = 100;

/** Ranges of time have both bounds, too: one that is open costs as much as there is. */
const [longAgo, never] = [new Date(0), new Date(8.64e15)];

/** The audit log. Entries are added at its end; none is changed or removed. */
@Injectable()
export class EntriesRepository {
  readonly #entries: Model<EntryDocument>;
  readonly #heads: Model<HeadDocument>;

  constructor(database: Database) {
    this.#entries = database.model('audit_entries', entrySchema);
    this.#heads = database.model('audit_heads', headSchema);
  }

  /** False when a position is taken, or a deed is there already: then a part may be stored. */
  async insert(entries: readonly AuditEntry[]): Promise<boolean> {
    try {
      // In order: an entry is stored only after the one that it is chained to.
      await this.#entries.insertMany(entries.map(toDocument), { ordered: true });
      return true;
    } catch (error) {
      // Somebody else was faster: the unique index decides, there is nothing to ask before.
      if (areDuplicates(error)) return false;
      throw error;
    }
  }

  /** Those of the ids that are in the log. At most 500. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const found = await this.#entries
      .find({ _id: { $in: [...ids] } }, { _id: 1 })
      .lean<Pick<EntryDocument, '_id'>[]>();
    return new Set(found.map(({ _id }) => _id));
  }

  /**
   * The end of the log: what was noted of it, and on from there. An end that was cut off is not
   * filled again: what comes is chained to what was noted, and the gap stays to be seen. So does an
   * end that was written anew: what was chained to that is passed by, as its positions are taken.
   */
  async head(): Promise<AuditHead> {
    let head = await this.notedHead();
    for (;;) {
      const found = await this.#at(nextPositions(head.position));
      for (const entry of found) if (entry.position === head.position + 1) head = past(head, entry);
      if (found.length < reach) return head;
    }
  }

  async notedHead(): Promise<AuditHead> {
    const noted = await this.#heads.findById('head').lean<HeadDocument>();
    return noted ? { position: noted.position, hash: noted.hash } : origin;
  }

  /** Never backwards. */
  async noteHead(head: AuditHead): Promise<void> {
    if (await this.#moveHead(head)) return;
    // Or there is one: further on, or, where two were the first at once, less far.
    const isNew = await isFirst(this.#heads.create([{ _id: 'head', ...endOf(head) }]));
    if (!isNew) await this.#moveHead(head);
  }

  /** The entries `(after, upTo]`, ascending. */
  async range(after: number, upTo: number): Promise<AuditEntry[]> {
    const found = await this.#entries
      .find({ position: { $gt: after, $lte: upTo } })
      .sort({ position: 1 })
      .lean<EntryDocument[]>();
    return found.map(toEntry);
  }

  /** The entries of `(after, before)` that fit, the newest first. */
  async search(
    { after, before, limit }: { after: number; before: number; limit: number },
    { actorId, action, targetId, from, to }: EntryFilter,
  ): Promise<AuditEntry[]> {
    const isTimed = from !== undefined || to !== undefined;
    const $gte = from === undefined ? longAgo : new Date(from);
    const $lte = to === undefined ? never : new Date(to);
    const found = await this.#entries
      .find({
        ...(actorId !== undefined && { actorId }),
        ...(targetId !== undefined && { targetId }),
        ...(action !== undefined && { action }),
        position: { $gt: after, $lt: before },
        ...(isTimed && { at: { $gte, $lte } }),
      })
      .sort({ position: -1 })
      .limit(limit)
      .lean<EntryDocument[]>();
    return found.map(toEntry);
  }

  /** False where there is none, or one that is as far. */
  async #moveHead(head: AuditHead): Promise<boolean> {
    const { matchedCount } = await this.#heads.updateOne(
      { _id: 'head', position: { $lt: head.position } },
      { $set: endOf(head) },
    );
    return matchedCount > 0;
  }

  async #at(positions: readonly number[]): Promise<EntryDocument[]> {
    const found = await this.#entries
      .find({ position: { $in: [...positions] } })
      .lean<EntryDocument[]>();
    return found.sort((one, other) => one.position - other.position);
  }
}

const nextPositions = (after: number) => Array.from({ length: reach }, (_, i) => after + 1 + i);

const endOf = ({ position, hash }: AuditHead): AuditHead => ({ position, hash });

const past = (head: AuditHead, { position, hash, previousHash }: EntryDocument): AuditHead => ({
  position,
  hash: previousHash === head.hash ? hash : head.hash,
});

function toDocument(entry: AuditEntry): EntryDocument {
  const { id, at, actor, target, origin, before, after, reason, ...plain } = entry;
  return {
    _id: id,
    ...plain,
    at: new Date(at),
    actorId: actor.id,
    ...(actor.role && { actorRole: actor.role }),
    ...(target && { targetKind: target.kind, targetId: target.id }),
    details: JSON.stringify({ origin, before, after, reason }),
  };
}

function toEntry(document: EntryDocument): AuditEntry {
  const { _id, at, actorId, actorRole, targetKind, targetId, details, ...plain } = document;
  return {
    id: _id,
    ...plain,
    at: at.toISOString(),
    actor: { id: actorId, ...(actorRole && { role: actorRole }) },
    ...(targetId !== undefined && {
      target: { kind: targetKind as NonNullable<AuditDeed['target']>['kind'], id: targetId },
    }),
    ...(JSON.parse(details) as Pick<AuditDeed, 'origin' | 'before' | 'after' | 'reason'>),
  };
}

import type { Actor, ContentHash, ExportId, ExportState, UserId } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';
import type { ExportEnd, KeptArchive, StoredExport } from './export.js';

/** What is pending, by whose it is: so there is one at a time. */
interface OrderDocument {
  readonly _id: UserId;
  readonly exportId: ExportId;
  readonly actor: Actor;
  readonly createdAt: Date;
}

/** What came of one. */
interface ExportDocument {
  readonly _id: ExportId;
  readonly userId: UserId;
  readonly actor: Actor;
  readonly state: Exclude<ExportState, 'pending'>;
  readonly createdAt: Date;
  readonly endedAt: Date;
  readonly expiresAt: Date;
  readonly archive?: KeptArchive;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };
const mixed = { type: Schema.Types.Mixed };

const orderSchema = new Schema<OrderDocument>(
  { _id: text, exportId: text, actor: { ...mixed, required: true }, createdAt: date },
  { versionKey: false },
)
  .index({ exportId: 1 }, { name: 'export_order' })
  .index({ createdAt: 1 }, { name: 'export_order_age' });

const exportSchema = new Schema<ExportDocument>(
  {
    _id: text,
    userId: text,
    actor: { ...mixed, required: true },
    state: text,
    createdAt: date,
    endedAt: date,
    expiresAt: date,
    archive: mixed,
  },
  { versionKey: false },
)
  .index({ userId: 1 }, { name: 'export_person' })
  .index({ expiresAt: 1 }, { name: 'export_end' })
  // Who still needs a content.
  .index({ 'archive.sha256': 1 }, { name: 'export_content' });

/** Far more than anybody has: a new one takes the place of those before it. */
const mostOfOne = 20;

/**
 * Exports that were ordered, and what came of them. One comes to its end by an insert, and its
 * order is removed after that: an order whose end is there is none any more. In one collection an
 * update would have to let go of a unique key, which not every engine frees for another document.
 */
@Injectable()
export class ExportsRepository {
  readonly #orders: Model<OrderDocument>;
  readonly #exports: Model<ExportDocument>;

  constructor(database: Database) {
    this.#orders = database.model('export_orders', orderSchema);
    this.#exports = database.model('exports', exportSchema);
  }

  /** False when one of this person is pending. */
  async insert({ id, actor, createdAt }: StoredExport): Promise<boolean> {
    const order = { _id: actor.userId, exportId: id, actor, createdAt: new Date(createdAt) };
    return isFirst(this.#orders.create(order));
  }

  async find(id: ExportId): Promise<StoredExport | undefined> {
    const document = await this.#exports.findById(id).lean<ExportDocument>();
    if (document) return toExport(document);
    const order = await this.#orders.findOne({ exportId: id }).lean<OrderDocument>();
    return order ? toPending(order) : undefined;
  }

  async pendingOf(userId: UserId): Promise<StoredExport | undefined> {
    const order = await this.#orders.findById(userId).lean<OrderDocument>();
    if (!order) return undefined;
    if (!(await this.#exports.exists({ _id: order.exportId }))) return toPending(order);
    // Whoever has written down its end died over this.
    await this.#removeOrder(order._id, order.exportId);
    return undefined;
  }

  /** The newest first. */
  async ofPerson(userId: UserId): Promise<StoredExport[]> {
    const pending = await this.pendingOf(userId);
    const found = await this.#exports.find({ userId }).limit(mostOfOne).lean<ExportDocument[]>();
    const all = [...found.map(toExport), ...(pending ? [pending] : [])];
    return all.sort((one, other) => other.id.localeCompare(one.id));
  }

  /** Ordered before then; at most `limit`. */
  async pendingUntil(until: Date, limit: number): Promise<StoredExport[]> {
    const createdAt = { $gt: new Date(0), $lt: until };
    const found = await this.#orders.find({ createdAt }).limit(limit).lean<OrderDocument[]>();
    return found.map(toPending);
  }

  /** At most `limit`. */
  async expired(now: Date, limit: number): Promise<StoredExport[]> {
    const expiresAt = { $gt: new Date(0), $lt: now };
    const found = await this.#exports.find({ expiresAt }).limit(limit).lean<ExportDocument[]>();
    return found.map(toExport);
  }

  /** False when it has come to an end already: somebody else has made it, or it was given up. */
  async end({ id, actor, createdAt }: StoredExport, end: ExportEnd): Promise<boolean> {
    const { userId } = actor;
    const { endedAt, expiresAt, ...rest } = end;
    const dates = {
      createdAt: new Date(createdAt),
      endedAt: new Date(endedAt),
      expiresAt: new Date(expiresAt),
    };
    const isMine = await isFirst(
      this.#exports.create({ _id: id, userId, actor, ...rest, ...dates }),
    );
    await this.#removeOrder(userId, id);
    return isMine;
  }

  /** Idempotent. */
  async remove(id: ExportId): Promise<void> {
    await this.#exports.deleteOne({ _id: id });
  }

  /** Whether an archive that is kept has this content. */
  async isNeeded(sha256: ContentHash): Promise<boolean> {
    return (await this.#exports.exists({ 'archive.sha256': sha256 })) !== null;
  }

  async #removeOrder(userId: UserId, exportId: ExportId): Promise<void> {
    await this.#orders.deleteOne({ _id: userId, exportId });
  }
}

const toPending = ({ exportId, actor, createdAt }: OrderDocument): StoredExport => ({
  ...{ id: exportId, actor, state: 'pending', createdAt: createdAt.toISOString() },
});

function toExport({ _id, actor, state, archive, ...dates }: ExportDocument): StoredExport {
  const { createdAt, endedAt, expiresAt } = dates;
  return {
    ...{ id: _id, actor, state, createdAt: createdAt.toISOString(), archive },
    endedAt: endedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

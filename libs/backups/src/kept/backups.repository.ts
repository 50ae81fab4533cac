import type { BackupArchive, BackupId, UserId } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';
import type { BackupEnd, EndedBackup, PendingBackup } from './kept-backup.js';

/** What is pending: there is one at a time. */
interface OrderDocument {
  readonly _id: typeof theOne;
  readonly backupId: BackupId;
  readonly label?: string;
  readonly createdBy: UserId;
  readonly createdAt: Date;
}

/** What came of one. */
interface BackupDocument {
  readonly _id: BackupId;
  readonly label?: string;
  readonly createdBy: UserId;
  readonly createdAt: Date;
  readonly endedAt: Date;
  readonly state: 'ready' | 'failed';
  readonly archive?: BackupArchive;
  readonly error?: string;
}

const theOne = 'backup';

const text = { type: String, required: true };
const date = { type: Date, required: true };

const orderSchema = new Schema<OrderDocument>(
  { _id: text, backupId: text, label: String, createdBy: text, createdAt: date },
  { versionKey: false },
);

const backupSchema = new Schema<BackupDocument>(
  {
    _id: text,
    label: String,
    createdBy: text,
    createdAt: date,
    endedAt: date,
    state: text,
    archive: { type: Schema.Types.Mixed },
    error: String,
  },
  { versionKey: false },
);

/** More than are kept of those that are ready, and of those that have failed. */
const most = 1000;

/**
 * Backups that were ordered, and what came of them. One comes to its end by an insert, and its
 * order is removed after that: an order whose end is there is none any more.
 */
@Injectable()
export class BackupsRepository {
  readonly #orders: Model<OrderDocument>;
  readonly #backups: Model<BackupDocument>;

  constructor(database: Database) {
    this.#orders = database.model('backup_orders', orderSchema);
    this.#backups = database.model('backups', backupSchema);
  }

  /** False when another one is pending. */
  async insert({ id, createdAt, ...rest }: PendingBackup): Promise<boolean> {
    const order = { _id: theOne, backupId: id, ...rest, createdAt: new Date(createdAt) } as const;
    return isFirst(this.#orders.create(order));
  }

  async pending(): Promise<PendingBackup | undefined> {
    const order = await this.#orders.findById(theOne).lean<OrderDocument>();
    if (!order) return undefined;
    if (!(await this.#backups.exists({ _id: order.backupId }))) return toPending(order);
    // Whoever has written down its end died over this.
    await this.#removeOrder(order.backupId);
    return undefined;
  }

  /** Those that have come to their end, the newest first. */
  async ended(): Promise<EndedBackup[]> {
    const found = await this.#backups.find().limit(most).lean<BackupDocument[]>();
    return found.map(toEnded).sort((one, other) => other.id.localeCompare(one.id));
  }

  async find(id: BackupId): Promise<EndedBackup | undefined> {
    const found = await this.#backups.findById(id).lean<BackupDocument>();
    return found ? toEnded(found) : undefined;
  }

  /** False when it has come to an end already: another process has made it, or given it up. */
  async end({ id, createdAt, ...rest }: PendingBackup, end: BackupEnd): Promise<boolean> {
    const dates = { createdAt: new Date(createdAt), endedAt: new Date(end.endedAt) };
    const isMine = await isFirst(this.#backups.create({ _id: id, ...rest, ...end, ...dates }));
    await this.#removeOrder(id);
    return isMine;
  }

  /** Idempotent. */
  async remove(id: BackupId): Promise<void> {
    await this.#backups.deleteOne({ _id: id });
  }

  async #removeOrder(backupId: BackupId): Promise<void> {
    await this.#orders.deleteOne({ _id: theOne, backupId });
  }
}

const toPending = ({ backupId, label, createdBy, createdAt }: OrderDocument): PendingBackup => ({
  ...{ id: backupId, createdBy, createdAt: createdAt.toISOString() },
  ...(label !== undefined && { label }),
});

function toEnded({ _id, createdAt, endedAt, ...rest }: BackupDocument): EndedBackup {
  const dates = { createdAt: createdAt.toISOString(), endedAt: endedAt.toISOString() };
  return { id: _id, ...rest, ...dates } as EndedBackup;
}

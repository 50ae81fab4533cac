import type { AuditDeed } from '@app/contracts';
import type { Model } from 'mongoose';
import type { Database } from '../mongo/database.js';
import { isFirst } from '../mongo/refused-by-index.js';
import { deedSchema, type DeedDocument } from './deed.schema.js';

/** The deeds of one module that are not in the audit log yet: `<module>_deeds`. Normally empty. */
export class DeedsRepository {
  readonly #deeds: Model<DeedDocument>;

  constructor(database: Database, module: string) {
    this.#deeds = database.model<DeedDocument>(`${module}_deeds`, deedSchema.clone());
  }

  /** Idempotent on its id. */
  async insert(deed: AuditDeed, { isSettled }: Pick<DeedDocument, 'isSettled'>): Promise<void> {
    await isFirst(this.#deeds.create([{ ...toDocument(deed), isSettled }]));
  }

  /** False when it waits no more: somebody has given it up. */
  async settle(deed: AuditDeed): Promise<boolean> {
    const { _id, deed: text } = toDocument(deed);
    const change = { $set: { deed: text, isSettled: true } };
    const { matchedCount } = await this.#deeds.updateOne({ _id, isSettled: false }, change);
    return matchedCount === 1;
  }

  /** What is settled, the oldest first. */
  async settled(limit: number): Promise<AuditDeed[]> {
    const found = await this.#deeds
      .find({ isSettled: true })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<DeedDocument[]>();
    return found.map(toDeed);
  }

  /** What was begun before, and nothing has been heard of since. */
  async begunBefore(at: Date): Promise<AuditDeed[]> {
    const found = await this.#deeds
      .find({ isSettled: false, at: { $gt: new Date(0), $lt: at } })
      .limit(100)
      .lean<DeedDocument[]>();
    return found.map(toDeed);
  }

  /** Idempotent. At most 500. */
  async remove(ids: readonly string[]): Promise<void> {
    await this.#deeds.deleteMany({ _id: { $in: [...ids] } });
  }
}

const toDocument = (deed: AuditDeed) => ({
  _id: deed.id,
  deed: JSON.stringify(deed),
  at: new Date(deed.at),
});

const toDeed = ({ deed }: DeedDocument): AuditDeed => JSON.parse(deed) as AuditDeed;

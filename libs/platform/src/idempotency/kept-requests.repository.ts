import type { Model } from 'mongoose';
import type { Clock } from '../clock/clock.js';
import type { Database } from '../mongo/database.js';
import { isDuplicate } from '../mongo/refused-by-index.js';
import type { AnswerStore, KeptRequest } from './answer-store.js';
import { keptRequestSchema, type KeptRequestDocument } from './kept-request.schema.js';

/** What the database of a process that shares nothing else remembers. */
export class KeptRequestsRepository implements AnswerStore {
  readonly #requests: Model<KeptRequestDocument>;

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.#requests = database.model('kept_requests', keptRequestSchema);
  }

  async claim(key: string, fingerprint: string, leaseMs: number): Promise<KeptRequest | undefined> {
    const now = this.clock.now();
    const forgetAt = new Date(now.getTime() + leaseMs);
    try {
      // Expiry is looked at here too: the database takes a minute to notice. Of two who find one
      // that is over, the second matches it no more, and its insert is refused.
      await this.#requests.updateOne(
        { _id: key, forgetAt: { $lte: now } },
        { $set: { fingerprint, forgetAt }, $unset: { answer: 1 } },
        { upsert: true },
      );
      return undefined;
    } catch (error) {
      // Somebody has it: that is what a key is for.
      if (!isDuplicate(error)) throw error;
    }
    const kept = await this.#requests.findOne({ _id: key }).lean<KeptRequestDocument>();
    // Released meanwhile: whoever was at it could not do it, and the caller may ask again.
    return { fingerprint: kept?.fingerprint ?? fingerprint, answer: kept?.answer };
  }

  async keep(key: string, request: Required<KeptRequest>, ttlMs: number): Promise<void> {
    const forgetAt = new Date(this.clock.now().getTime() + ttlMs);
    const { fingerprint, answer } = request;
    await this.#requests.updateOne(
      { _id: key },
      { $set: { fingerprint, answer, forgetAt } },
      { upsert: true },
    );
  }

  async release(key: string): Promise<void> {
    await this.#requests.deleteOne({ _id: key });
  }
}

import type { Model } from 'mongoose';
import type { Clock } from '../clock/clock.js';
import type { Database } from '../mongo/database.js';
import { isFirst } from '../mongo/refused-by-index.js';
import type { AnswerStore, Claim, KeptRequest } from './answer-store.js';
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

  async claim(
    { key, fingerprint, nonce }: Claim,
    leaseMs: number,
  ): Promise<KeptRequest | undefined> {
    const now = this.clock.now();
    const forgetAt = new Date(now.getTime() + leaseMs);
    // Expiry is looked at here too: the database takes a minute to notice. Of two who find one that
    // is over, the second matches it no more, and its insert is refused.
    const claiming = this.#requests.updateOne(
      { _id: key, forgetAt: { $lte: now } },
      { $set: { fingerprint, nonce, forgetAt }, $unset: { answer: 1 } },
      { upsert: true },
    );
    if (await isFirst(claiming)) return undefined;
    // Somebody has it: that is what a key is for.
    const kept = await this.#requests.findOne({ _id: key }).lean<KeptRequestDocument>();
    // Released meanwhile: whoever was at it could not do it, and the caller may ask again.
    return { fingerprint: kept?.fingerprint ?? fingerprint, answer: kept?.answer };
  }

  async keep(claim: Claim, answer: string | undefined, ttlMs: number): Promise<void> {
    const { key, fingerprint, nonce } = claim;
    const forgetAt = new Date(this.clock.now().getTime() + ttlMs);
    const told = answer === undefined ? {} : { answer };
    // Or it is another's by now, who will say how it ended.
    await isFirst(
      this.#requests.updateOne(
        { _id: key, nonce },
        { $set: { fingerprint, forgetAt, ...told } },
        { upsert: true },
      ),
    );
  }

  async release({ key, nonce }: Claim): Promise<void> {
    await this.#requests.deleteOne({ _id: key, nonce });
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { mongo } from 'mongoose';

interface LockDocument {
  readonly _id: string;
  readonly owner: string;
  /** Counted up by a living owner. */
  readonly beat: number;
}

const lockId = 'lock';
const duplicateKey = 11000;

/**
 * A lock among processes, in the collection `migrations`. A living owner counts up its `beat`; one
 * whose beat has stood still for `leaseMs`, by the clock of who waits, is dead and loses it. So no
 * two clocks are ever compared.
 */
export class MigrationLock {
  readonly #locks: mongo.Collection<LockDocument>;
  readonly #leaseMs: number;
  readonly #owner = randomUUID();

  constructor(db: mongo.Db, leaseMs = 15_000) {
    this.#locks = db.collection<LockDocument>('migrations');
    this.#leaseMs = leaseMs;
  }

  /** Runs `task` while no other process has the lock. */
  async during(task: () => Promise<void>): Promise<void> {
    await this.#acquire();
    // A missed beat is caught up by the next; should all be missed, idempotent steps bear a second
    // runner.
    const beat = () => void this.#beat().catch(() => undefined);
    const beating = setInterval(beat, this.#leaseMs / 5);
    try {
      await task();
    } finally {
      clearInterval(beating);
      await this.#locks.deleteOne({ _id: lockId, owner: this.#owner });
    }
  }

  async #acquire(): Promise<void> {
    let seen: mongo.WithId<LockDocument> | undefined;
    let since = performance.now();
    for (;;) {
      const lock = (await this.#locks.findOne({ _id: lockId })) ?? undefined;
      if (!lock && (await this.#isInserted())) return;
      if (lock?.owner !== seen?.owner || lock?.beat !== seen?.beat) since = performance.now();
      seen = lock;
      const isDead = performance.now() - since > this.#leaseMs;
      if (lock && isDead && (await this.#isTakenFrom(lock))) return;
      await pause(50);
    }
  }

  async #isInserted(): Promise<boolean> {
    try {
      await this.#locks.insertOne({ _id: lockId, owner: this.#owner, beat: 0 });
      return true;
    } catch (error) {
      // Another process was faster.
      if ((error as { code?: unknown }).code === duplicateKey) return false;
      throw error;
    }
  }

  async #isTakenFrom({ owner, beat }: LockDocument): Promise<boolean> {
    const mine = { $set: { owner: this.#owner, beat: 0 } };
    const { matchedCount } = await this.#locks.updateOne({ _id: lockId, owner, beat }, mine);
    return matchedCount === 1;
  }

  async #beat(): Promise<void> {
    await this.#locks.updateOne({ _id: lockId, owner: this.#owner }, { $inc: { beat: 1 } });
  }
}

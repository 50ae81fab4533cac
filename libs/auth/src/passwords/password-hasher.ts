import { createHash } from 'node:crypto';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import bcrypt from 'bcrypt';
import { HashPool } from './hash-pool.js';

/** A salt and a hash of which nobody knows the password. */
const UNKNOWN = 'N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';

/** Hashes passwords with bcrypt, and compares them, a bounded number at a time. */
@Injectable()
export class PasswordHasher {
  /** To compare with where there is no account: it costs as much as a real one. */
  readonly decoy: string;
  readonly #pool = new HashPool();
  readonly #cost: number;

  constructor(@Inject(CONFIG) { bcryptCost }: Pick<Config, 'bcryptCost'>) {
    this.#cost = bcryptCost;
    this.decoy = `$2b$${String(bcryptCost).padStart(2, '0')}$${UNKNOWN}`;
  }

  /** Starts with `$2b$`. Throws `service_unavailable` when too many wait. */
  hash(password: string): Promise<string> {
    return this.#pool.run(() => bcrypt.hash(digestOf(password), this.#cost));
  }

  /** Throws `service_unavailable` when too many wait. */
  matches(password: string, hash: string): Promise<boolean> {
    return this.#pool.run(() => bcrypt.compare(digestOf(password), hash));
  }

  /** Whether a hash was made when hashing was cheaper than it is set to be. */
  isOutdated(hash: string): boolean {
    return bcrypt.getRounds(hash) < this.#cost;
  }
}

/**
 * bcrypt reads 72 bytes and stops at a zero byte: it is given 64 letters that depend on all of the
 * password. NFC, as one keyboard types `é` in one piece and another in two.
 */
function digestOf(password: string): string {
  return createHash('sha384').update(password.normalize('NFC')).digest('base64');
}

import { randomFillSync } from 'node:crypto';
import { ulid } from 'ulid';

/** Makes ids: 26 characters of Crockford base32, ascending in time, 80 random bits each. */
export abstract class IdGenerator {
  abstract next(): string;
}

/** Random bytes that are fetched at once: a call per character is a tenth of a message's cost. */
const poolBytes = 4096;

export class UlidGenerator implements IdGenerator {
  readonly #pool = new Uint8Array(poolBytes);
  #taken = poolBytes;

  next(): string {
    return ulid(undefined, () => this.#fraction());
  }

  /** In [0, 1), from the same source as keys: nobody can tell the next id from former ones. */
  #fraction(): number {
    if (this.#taken === poolBytes) {
      randomFillSync(this.#pool);
      this.#taken = 0;
    }
    const byte = this.#pool[this.#taken]!;
    // Given away once, also if somebody reads this memory later.
    this.#pool[this.#taken++] = 0;
    return byte / 256;
  }
}

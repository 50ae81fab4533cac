/** Numbers 1 … n of which some are there: a bit for each. */
export class Numbers {
  #bits = new Uint8Array(64);
  #last = 0;

  add(number: number): void {
    const at = number >> 3;
    if (at >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[at]! |= 1 << (number & 7);
    this.#last = Math.max(this.#last, number);
  }

  /** The largest; 0 when there are none. */
  get last(): number {
    return this.#last;
  }

  /** Those between 1 and the largest that are not there, at most so many. */
  missing(most: number): number[] {
    const found: number[] = [];
    for (let number = 1; number < this.#last && found.length < most; number++)
      if (!(this.#bits[number >> 3]! & (1 << (number & 7)))) found.push(number);
    return found;
  }
}

/** A slot of a log, as far as its place in it goes. */
export interface PlacedSlot {
  readonly seq: number;
  /** Every change that it ever won. */
  readonly revs: number | readonly number[];
}

/** Which slots and which changes of one chat are there: whole when neither has a hole. */
export class LogLedger {
  readonly seqs = new Numbers();
  readonly revs = new Numbers();

  add({ seq, revs }: PlacedSlot): this {
    this.seqs.add(seq);
    for (const rev of [revs].flat()) this.revs.add(rev);
    return this;
  }

  get isWhole(): boolean {
    return this.seqs.missing(1).length === 0 && this.revs.missing(1).length === 0;
  }
}

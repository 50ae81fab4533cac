/** Places at the front that are given back at once: so taking costs the same in a long queue. */
const tidyAt = 1024;

/**
 * First in, first out; at most `limit` (1 or more). A new one that finds no room drives the oldest
 * out.
 */
export class BoundedQueue<Item> {
  #items: (Item | undefined)[] = [];
  #first = 0;

  constructor(private readonly limit: number) {}

  get size(): number {
    return this.#items.length - this.#first;
  }

  /** The one that had to go, if any. */
  push(item: Item): Item | undefined {
    const driven = this.size >= this.limit ? this.shift() : undefined;
    this.#items.push(item);
    return driven;
  }

  /** Takes the oldest. Undefined: it is empty. */
  shift(): Item | undefined {
    if (this.size === 0) return undefined;
    const item = this.#items[this.#first];
    this.#items[this.#first++] = undefined;
    if (this.#first === this.#items.length) this.clear();
    else if (this.#first >= tidyAt && this.#first * 2 > this.#items.length) this.#tidy();
    return item;
  }

  clear(): void {
    this.#items = [];
    this.#first = 0;
  }

  #tidy(): void {
    this.#items = this.#items.slice(this.#first);
    this.#first = 0;
  }
}

/** One part in so many goes at once when the map is full. */
const share = 64;

/**
 * What is worth remembering, and harmless to forget: at most `limit` entries (1 or more). Reading
 * and writing an entry is use; what was unused for longest goes first.
 *
 * A full map drops a 64th of itself (at least one) at once: the engine's map keeps the holes of
 * what was deleted at its front for a while, so looking for the first entry for every new one costs
 * ten times as much.
 */
export class BoundedMap<Key, Value extends object | string | number | boolean> {
  /** The longest unused first. */
  readonly #entries = new Map<Key, Value>();

  constructor(private readonly limit: number) {}

  get size(): number {
    return this.#entries.size;
  }

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.#putLast(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#putLast(key, value);
    if (this.#entries.size > this.limit) this.#dropOldest();
  }

  delete(key: Key): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  #putLast(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
  }

  #dropOldest(): void {
    let left = Math.max(1, Math.floor(this.limit / share));
    for (const key of this.#entries.keys()) {
      if (left-- === 0) return;
      this.#entries.delete(key);
    }
  }
}

/**
 * Answers of a slow source, kept in memory: at most `limit`, the longest unused goes first. Askers
 * of one key share one look-up. An answer that was under way when its key was forgotten is handed
 * to those who wait for it, and not kept.
 */
export class Remembered<Key, Value> {
  readonly #answers = new Map<Key, Promise<Value>>();

  constructor(
    private readonly limit: number,
    private readonly look: (key: Key) => Promise<Value>,
    private readonly isKept: (value: Value) => boolean = () => true,
  ) {}

  get(key: Key): Promise<Value> {
    const known = this.#answers.get(key);
    this.#answers.delete(key);
    const answer = known ?? this.#ask(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > this.limit) this.#dropOldest();
    return answer;
  }

  forget(key: Key): void {
    this.#answers.delete(key);
  }

  #ask(key: Key): Promise<Value> {
    const answer = this.look(key);
    const drop = () => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
    };
    answer.then(
      (value) => {
        if (!this.isKept(value)) drop();
      },
      // The askers get the error; the next one asks anew.
      drop,
    );
    return answer;
  }

  #dropOldest(): void {
    for (const key of this.#answers.keys()) {
      this.#answers.delete(key);
      return;
    }
  }
}

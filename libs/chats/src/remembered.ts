import { BoundedMap } from '@app/platform';

/**
 * Answers of a slow source, kept in memory: at most `limit`, the longest unused goes first. Askers
 * of one key share one look-up. An answer that was under way when its key was forgotten is handed
 * to those who wait for it, and not kept.
 */
export class Remembered<Key, Value> {
  readonly #answers: BoundedMap<Key, Promise<Value>>;

  constructor(
    limit: number,
    private readonly look: (key: Key) => Promise<Value>,
    private readonly isKept: (value: Value) => boolean = () => true,
  ) {
    this.#answers = new BoundedMap(limit);
  }

  get(key: Key): Promise<Value> {
    return this.#answers.get(key) ?? this.#ask(key);
  }

  forget(key: Key): void {
    this.#answers.delete(key);
  }

  forgetAll(): void {
    this.#answers.clear();
  }

  #ask(key: Key): Promise<Value> {
    const answer = this.look(key);
    this.#answers.set(key, answer);
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
}

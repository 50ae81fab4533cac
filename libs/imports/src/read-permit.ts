/** Steps between two questions: a second or so of work. */
const askEvery = 1000;

/**
 * Leave to read on. Much can be read of which nothing comes, by a trick or since it is events
 * alone: whoever reads asks here, or an import that was stopped would read to its end.
 */
export class ReadPermit {
  #steps = 0;

  /** `ask`: throws where it is to end. */
  constructor(private readonly ask: () => Promise<void>) {}

  /** After each step that may be one of millions. A record is one; throws what `ask` throws. */
  async use(steps: number): Promise<void> {
    this.#steps += steps;
    if (this.#steps < askEvery) return;
    this.#steps = 0;
    await this.ask();
  }
}

/** What may wait for who reads: more than this, and somebody has forgotten to. */
const MAX_WAITING = 10_000;

interface Reader<Item> {
  readonly resolve: (result: IteratorResult<Item, undefined>) => void;
  readonly reject: (error: unknown) => void;
}

const DONE = { done: true, value: undefined } as const;

/** A queue with one end to read, by `for await`. What is put after its end is dropped. */
export class Mailbox<Item> implements AsyncIterableIterator<Item> {
  private waiting: Item[] = [];
  private readonly readers: Reader<Item>[] = [];
  private failure: { readonly error: unknown } | undefined;
  private isClosed = false;

  /** `read`: told of each item that somebody takes. */
  constructor(private readonly read: (item: Item) => void) {}

  put(item: Item): void {
    if (this.isClosed) return;
    const reader = this.readers.shift();
    if (reader) reader.resolve(this.taken(item));
    else this.waiting.push(item);
    if (this.waiting.length <= MAX_WAITING) return;
    this.waiting = [];
    this.fail(new Error(`${MAX_WAITING} changes waited, and nobody has read them`));
  }

  /** What waits can be read yet. */
  close(): void {
    this.isClosed = true;
    for (const reader of this.readers.splice(0)) reader.resolve(DONE);
  }

  /** As `close`, but whoever reads on is told why. */
  fail(error: unknown): void {
    if (this.isClosed) return;
    this.failure = { error };
    for (const reader of this.readers.splice(0)) reader.reject(error);
    this.close();
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    const item = this.waiting.shift();
    if (item !== undefined) return Promise.resolve(this.taken(item));
    return new Promise((resolve, reject) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- As thrown.
      if (this.failure) reject(this.failure.error);
      else if (this.isClosed) resolve(DONE);
      else this.readers.push({ resolve, reject });
    });
  }

  /** Who reads has had enough. */
  return(): Promise<IteratorResult<Item, undefined>> {
    this.waiting = [];
    this.close();
    return Promise.resolve(DONE);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private taken(value: Item): IteratorResult<Item, undefined> {
    this.read(value);
    return { done: false, value };
  }
}

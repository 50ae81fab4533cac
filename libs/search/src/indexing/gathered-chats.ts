import type { ChatId } from '@app/contracts';

/** Chats that wait, each once, for what is then done with all of them; one round at a time. */
export class GatheredChats {
  #waiting = new Set<ChatId>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  /**
   * `waitMs`: how long the first of them waits. `maxWaiting`: more are not taken. `work` never
   * rejects.
   */
  constructor(
    private readonly waitMs: number,
    private readonly maxWaiting: number,
    private readonly work: (chatIds: readonly ChatId[]) => Promise<void>,
  ) {}

  add(chatId: ChatId): void {
    if (this.#waiting.size >= this.maxWaiting) return;
    this.#waiting.add(chatId);
    this.#timer ??= setTimeout(() => void this.flush(), this.waitMs).unref();
  }

  /** Does it now; resolves when that is done, and what was begun before. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const chatIds = [...this.#waiting];
    this.#waiting = new Set();
    this.#running = this.#running.then(() => this.work(chatIds));
    return this.#running;
  }
}

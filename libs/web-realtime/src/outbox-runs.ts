import type { ChatId } from '@app/contracts';
import { reconnectDelay } from './reconnect-delay';

/**
 * When the queue of each chat is sent: in one run at a time, and once more by itself after what did
 * not go, which takes longer with every try.
 */
export class OutboxRuns {
  /** `Map<ChatId, its run>`. */
  private readonly running = new Map<ChatId, Promise<void>>();
  private readonly waits = new Map<ChatId, ReturnType<typeof setTimeout>>();
  /** `Map<ChatId, how often its next entry was refused in passing>`. */
  private readonly tries = new Map<ChatId, number>();

  /** `send`: what waits in a chat, as far as it goes now. */
  constructor(
    private readonly send: (chatId: ChatId) => Promise<void>,
    private readonly random: () => number,
  ) {}

  /** Calls share the run that is under way. Rejects as `send` does. */
  start(chatId: ChatId): Promise<void> {
    const running = this.running.get(chatId);
    if (running) return running;
    clearTimeout(this.waits.get(chatId));
    const run = this.send(chatId).finally(() => this.running.delete(chatId));
    this.running.set(chatId, run);
    return run;
  }

  /** The next entry of the chat is one that was not refused yet. */
  noteProgress(chatId: ChatId): void {
    this.tries.delete(chatId);
  }

  /** In so many ms at least. */
  startLater(chatId: ChatId, retryAfterMs: number): void {
    const tries = (this.tries.get(chatId) ?? 0) + 1;
    this.tries.set(chatId, tries);
    const afterMs = Math.max(retryAfterMs, reconnectDelay(tries, this.random));
    clearTimeout(this.waits.get(chatId));
    this.waits.set(
      chatId,
      setTimeout(() => void this.start(chatId), afterMs),
    );
  }
}

import type { ChatId, ReadState } from '@app/contracts';
import { ConnectionLost, RequestProblem, type ChatConnection } from '@app/web-realtime';

/** Marks of one chat are told at most this often; the newest one says it all. */
const EVERY_MS = 1000;

/**
 * Of so many chats it is told at once, and then of so many a second. A socket may say 120 things
 * and then four a second: read and delivered marks may both be at it, while the person goes on.
 */
const AT_ONCE = 40;
const PER_SECOND = 2;

/** Tells the server how far I have come, chat by chat; what it could not tell it tells later. */
export class MarkSender {
  private readonly due = new Map<ChatId, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private room = AT_ONCE;
  private roomAt = 0;

  /** `heard`: the server's answer, which is an event of its own. */
  constructor(
    private readonly connection: ChatConnection,
    private readonly name: 'read_message' | 'delivered_message',
    private readonly heard: (state: ReadState) => void,
  ) {
    connection.listen(({ kind }) => {
      if (kind === 'ready' && this.due.size > 0) this.plan(0);
    });
  }

  /** The first marks go at once, those soon after them together. */
  raise(chatId: ChatId, seq: number): void {
    if ((this.due.get(chatId) ?? 0) >= seq) return;
    this.due.set(chatId, seq);
    this.plan(0);
  }

  private plan(afterMs: number): void {
    this.timer ??= setTimeout(() => void this.tell(), afterMs);
  }

  private async tell(): Promise<void> {
    const round = [...this.due].slice(0, this.roomNow());
    this.room -= round.length;
    const waits = await Promise.all(round.map(([chatId, seq]) => this.tellOne(chatId, seq)));
    this.timer = undefined;
    const isLost = waits.includes(null);
    if (!isLost && round.length + this.due.size > 0)
      this.plan(Math.max(EVERY_MS, ...waits.map(Number)));
  }

  private roomNow(): number {
    const now = Date.now();
    const grown = ((now - this.roomAt) / 1000) * PER_SECOND;
    this.room = Math.min(AT_ONCE, this.room + grown);
    this.roomAt = now;
    return Math.floor(this.room);
  }

  /** Ms to wait at least before the next ones; null: until the next `ready`. */
  private async tellOne(chatId: ChatId, seq: number): Promise<number | null> {
    try {
      const { state } = await this.connection.ask(this.name, { chatId, seq });
      this.heard(state);
    } catch (error) {
      // ConnectionLost: it is told after the next `ready`. A refusal for good: I am not in there.
      if (error instanceof ConnectionLost) return null;
      if (!(error instanceof RequestProblem)) throw error;
      if (error.retryAfterMs > 0) return error.retryAfterMs;
    }
    if (this.due.get(chatId) === seq) this.due.delete(chatId);
    return 0;
  }
}

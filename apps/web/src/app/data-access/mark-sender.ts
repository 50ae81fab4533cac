import type { ChatId, ReadState } from '@app/contracts';
import { ConnectionLost, RequestProblem, type ChatConnection } from '@app/web-realtime';

/** Marks of one chat are told at most this often; the newest one says it all. */
const EVERY_MS = 1000;

/** Tells the server how far I have come, chat by chat; what it could not tell it tells later. */
export class MarkSender {
  private readonly due = new Map<ChatId, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

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

  /** The first mark goes at once, those soon after it together. */
  raise(chatId: ChatId, seq: number): void {
    if ((this.due.get(chatId) ?? 0) >= seq) return;
    this.due.set(chatId, seq);
    this.plan(0);
  }

  private plan(afterMs: number): void {
    this.timer ??= setTimeout(() => void this.tell(), afterMs);
  }

  private async tell(): Promise<void> {
    const [next] = this.due;
    if (!next) return void (this.timer = undefined);
    const [chatId, seq] = next;
    const again = await this.tellOne(chatId, seq);
    this.timer = undefined;
    if (again !== null) this.plan(again);
  }

  /** Ms until the next one; null: not before the next `ready`. */
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
    return EVERY_MS;
  }
}

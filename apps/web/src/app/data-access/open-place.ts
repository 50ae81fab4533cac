import { computed, effect, signal, untracked } from '@angular/core';
import type { ChatId } from '@app/contracts';
import { RequestProblem } from '@app/web-realtime';
import type { ChatClient } from './chat-client';
import { firstUnreadFarBack, readUpTo } from './first-unread';
import { TimelineWindow } from './timeline-window';

/** Which chat is open, and where in it one reads. */
export class OpenPlace {
  private readonly opened = signal<ChatId | null>(null);
  private readonly refusal = signal<string | null>(null);
  private readonly lineSeq = signal<number | null>(null);
  /** The open chat has been shown where reading it begins. */
  private isPlaced = false;
  private wantedSeq: number | null = null;

  readonly chatId = this.opened.asReadonly();
  /** Why it cannot be shown; null when it can. */
  readonly problem = this.refusal.asReadonly();
  /** My mark as it was when the chat was opened. */
  readonly unreadLineSeq = this.lineSeq.asReadonly();
  readonly known = computed(() => {
    const chatId = this.opened();
    return chatId ? this.client.state().chats.get(chatId) : undefined;
  });
  readonly window: TimelineWindow;

  constructor(private readonly client: ChatClient) {
    this.window = new TimelineWindow(client, this.opened);
  }

  /**
   * From now on a place that is lost is found again, and a chat that could not be shown is tried
   * with the next `ready`. Called where effects may be made.
   */
  keep(): void {
    effect(() => {
      const chatId = this.opened();
      const isOnline = this.client.lineState.state() === 'online';
      // While a page is on its way, the place is not lost: a link into the past is being followed.
      const isLost = this.window.isAway() && !untracked(this.window.isBusy);
      if (chatId && isOnline && isLost && this.isPlaced)
        untracked(() => void this.show(chatId, null));
    });
    this.client.connection.listen(({ kind }) => {
      const chatId = this.opened();
      if (kind === 'ready' && chatId && !this.isPlaced) void this.enter(chatId);
    });
  }

  /** It is open, and nothing of it is shown yet. `seq`: where to begin, if that was said. */
  begin(chatId: ChatId, seq: number | null): void {
    this.opened.set(chatId);
    this.isPlaced = false;
    this.wantedSeq = seq;
  }

  leave(): void {
    this.opened.set(null);
    this.refusal.set(null);
  }

  /** Begins to read where there is something to read. */
  async enter(chatId: ChatId): Promise<void> {
    await this.attempt(chatId, async () => {
      // Of a chat as a cache remembers it, nobody knows how far it has been read elsewhere.
      if (!untracked(this.client.isCurrent)) {
        await this.window.wait(() => this.client.learn(chatId));
        if (this.opened() !== chatId) return;
      }
      const chat = this.client.chat(chatId);
      this.lineSeq.set(readUpTo(chat));
      await this.window.show(chatId, this.wantedSeq ?? firstUnreadFarBack(chat));
      this.isPlaced = true;
    });
  }

  /** The window around the message `seq`, or the end. */
  show(chatId: ChatId, seq: number | null): Promise<void> {
    return this.attempt(chatId, () => this.window.show(chatId, seq));
  }

  private async attempt(chatId: ChatId, run: () => Promise<void>): Promise<void> {
    this.refusal.set(null);
    try {
      await run();
    } catch (error) {
      // RequestProblem: shown in place of the chat. ConnectionLost: what is known is shown, and the
      // rest comes with the next `ready`.
      if (error instanceof RequestProblem && this.opened() === chatId) this.refusal.set(error.code);
    }
  }
}

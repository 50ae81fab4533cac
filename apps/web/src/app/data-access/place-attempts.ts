import { signal, type Signal } from '@angular/core';
import type { ChatId } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-realtime';
import type { ChatSync } from './chat-sync';

/** Looks for places in the open chat, and knows why there is nothing to show. */
export class PlaceAttempts {
  private readonly refused = signal<string | null>(null);
  /** Those before the last one are not tried again. */
  private count = 0;

  /** The code of the problem that is shown in place of the chat; `not_now`: it is tried again. */
  readonly refusal = this.refused.asReadonly();

  constructor(
    private readonly sync: Pick<ChatSync, 'persist'>,
    private readonly opened: Signal<ChatId | null>,
    private readonly isEmpty: (chatId: ChatId) => boolean,
  ) {}

  refuse(code: string | null): void {
    this.refused.set(code);
  }

  /**
   * What fails for now is tried again until something else is asked for: what is known stays in
   * sight, and why is only shown in place of a chat of which nothing is here. Rejects with what is
   * neither a refusal nor a lost line.
   */
  async make(chatId: ChatId, look: () => Promise<void>): Promise<void> {
    const attempt = ++this.count;
    const isWanted = (): boolean => this.opened() === chatId && this.count === attempt;
    let tries = 0;
    const tryIt = async (): Promise<void> => {
      if (tries++ > 0 && !isWanted()) return;
      try {
        await look();
      } catch (error) {
        // For whoever repeats it; the first time it may be over before anybody has read a word.
        if (tries > 1 && isWanted() && this.isEmpty(chatId) && isForNow(error))
          this.refuse('not_now');
        throw error;
      }
      if (isWanted()) this.refuse(null);
    };
    this.refuse(null);
    try {
      await this.sync.persist(tryIt);
    } catch (error) {
      // RequestProblem: shown in place of the chat. ConnectionLost: what is known is shown, and the
      // rest comes with the next `ready`; so it does where a request failed for now and there is no
      // line. Anything else is a bug and flies on.
      if (error instanceof ConnectionLost) return;
      if (!(error instanceof RequestProblem)) throw error;
      if (isWanted() && !isForNow(error)) this.refuse(error.code);
    }
  }
}

function isForNow(error: unknown): boolean {
  return error instanceof RequestProblem && error.isPassing;
}

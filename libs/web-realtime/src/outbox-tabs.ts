import type { ClientMsgId } from '@app/contracts';
import type { OutboxEntry } from './outbox-storage';

/** What tabs tell each other of the outbox that they share. */
export type OutboxNews =
  | { readonly kind: 'put'; readonly entry: OutboxEntry }
  | { readonly kind: 'removed'; readonly clientMsgId: ClientMsgId };

/**
 * The tabs of one person in one browser. One of them leads: it alone sends, so that nothing goes
 * twice or in another order. When it closes, another one leads.
 */
export abstract class OutboxTabs {
  /** Resolves when this tab leads; it does so until it closes. May never resolve. */
  abstract lead(): Promise<void>;

  abstract post(news: OutboxNews): void;

  /** Calls back for the news of other tabs. */
  abstract listen(listener: (news: OutboxNews) => void): void;

  /** Leaves the group: another one may lead. */
  abstract close(): void;
}

/**
 * By a Web Lock and a `BroadcastChannel`; without them each tab leads, and the server removes
 * doubles.
 */
export class BrowserOutboxTabs implements OutboxTabs {
  private readonly channel: BroadcastChannel | null;
  private release: () => void = () => undefined;
  private readonly whenReleased = new Promise<void>((resolve) => (this.release = resolve));

  /** `name`: `outbox:<user id>`. */
  constructor(private readonly name: string) {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  }

  lead(): Promise<void> {
    const { locks } = navigator as { locks?: LockManager };
    if (!locks) return Promise.resolve();
    return new Promise((resolve) => {
      void locks.request(this.name, () => {
        resolve();
        return this.whenReleased;
      });
    });
  }

  post(news: OutboxNews): void {
    this.channel?.postMessage(news);
  }

  listen(listener: (news: OutboxNews) => void): void {
    this.channel?.addEventListener('message', (event) => listener(event.data as OutboxNews));
  }

  close(): void {
    this.channel?.close();
    this.release();
  }
}

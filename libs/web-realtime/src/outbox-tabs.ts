import type { ClientMsgId } from '@app/contracts';
import type { OutboxEntry } from './outbox-storage';
import type { TabGroup } from './tab-group';

/**
 * What tabs tell each other of the outbox that they share. `discarded`: the person does not want
 * it, so whoever is sending it just now has to take it back.
 */
export type OutboxNews =
  | { readonly kind: 'put'; readonly entry: OutboxEntry }
  | { readonly kind: 'removed' | 'discarded'; readonly clientMsgId: ClientMsgId }
  /** A file that was chosen there. */
  | { readonly kind: 'content'; readonly key: string; readonly content: Blob }
  /** How far the upload of a file is; null: it is not under way any more. */
  | { readonly kind: 'progress'; readonly key: string; readonly sentBytes: number | null };

/**
 * The tabs of one person in one browser. The one that leads sends for all, so that nothing goes
 * twice or in another order.
 */
export abstract class OutboxTabs {
  /** Calls back with true when this tab leads (at once if it does), with false when no longer. */
  abstract onLead(listener: (isLeading: boolean) => void): void;

  abstract post(news: OutboxNews): void;

  /** Calls back for the news of other tabs. */
  abstract listen(listener: (news: OutboxNews) => void): void;
}

/** The tab that holds the line is the one that sends: see `TabGroup`. */
export class GroupOutboxTabs implements OutboxTabs {
  constructor(private readonly group: TabGroup) {}

  onLead(listener: (isLeading: boolean) => void): void {
    this.group.onLead(listener);
  }

  post(news: OutboxNews): void {
    this.group.post('outbox', news);
  }

  listen(listener: (news: OutboxNews) => void): void {
    this.group.listen('outbox', (news) => listener(news as OutboxNews));
  }
}

import { signal } from '@angular/core';
import type { ClientMsgId } from '@app/contracts';
import type { OutboxEntry, OutboxStorage } from './outbox-storage';
import type { OutboxNews, OutboxTabs } from './outbox-tabs';

/** The entries as all tabs see them: on the screen at once, then on disk, then in other tabs. */
export class OutboxEntries {
  private readonly list = signal<readonly OutboxEntry[]>([]);
  readonly all = this.list.asReadonly();

  constructor(
    private readonly storage: OutboxStorage,
    private readonly tabs: OutboxTabs,
  ) {}

  /** `whenPut`: another tab has added or changed one. */
  listen(whenPut: () => void): void {
    this.tabs.listen((news) => {
      this.take(news);
      if (news.kind === 'put') whenPut();
    });
  }

  /** What is kept, in its order, then what is only here. */
  async load(): Promise<void> {
    const kept = await this.storage.load();
    const ids = new Set(kept.map((entry) => entry.clientMsgId));
    this.list.update((now) => [...kept, ...now.filter((entry) => !ids.has(entry.clientMsgId))]);
  }

  find(clientMsgId: ClientMsgId): OutboxEntry | undefined {
    return this.list().find((entry) => entry.clientMsgId === clientMsgId);
  }

  /** Adds it at the end, or replaces the one with this id in its place. */
  async put(entry: OutboxEntry): Promise<void> {
    this.take({ kind: 'put', entry });
    try {
      await this.storage.put(entry);
    } catch (error) {
      // QuotaExceededError: a full disk cannot be foreseen. The entry stays on the screen and is
      // still sent; only a crash before the ack would lose it.
      console.warn('The outbox could not be written', entry.clientMsgId, error);
    }
    this.tabs.post({ kind: 'put', entry });
  }

  async remove(clientMsgId: ClientMsgId): Promise<void> {
    this.take({ kind: 'removed', clientMsgId });
    this.tabs.post({ kind: 'removed', clientMsgId });
    try {
      await this.storage.remove(clientMsgId);
    } catch (error) {
      // The disk failed: a later visit sends it again under its id, and it is stored once.
      console.warn('The outbox could not be written', clientMsgId, error);
    }
  }

  private take(news: OutboxNews): void {
    if (news.kind === 'removed') {
      this.list.update((now) => now.filter((e) => e.clientMsgId !== news.clientMsgId));
      return;
    }
    const { entry } = news;
    const isKnown = this.find(entry.clientMsgId) !== undefined;
    this.list.update((now) =>
      isKnown ? now.map((e) => (e.clientMsgId === entry.clientMsgId ? entry : e)) : [...now, entry],
    );
  }
}

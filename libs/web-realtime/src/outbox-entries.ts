import { signal } from '@angular/core';
import type { ClientMsgId } from '@app/contracts';
import type { OutboxEntry, OutboxStorage } from './outbox-storage';
import type { OutboxNews, OutboxTabs } from './outbox-tabs';

/** As many are remembered as gone; what another tab still says of one comes within a moment. */
const MOST_GONE = 500;

type EntryNews = Exclude<OutboxNews, { kind: 'content' | 'progress' }>;

/** The entries as all tabs see them: on the screen and in other tabs at once, then on disk. */
export class OutboxEntries {
  private readonly list = signal<readonly OutboxEntry[]>([]);
  /** What has left the list of late, and why. */
  private readonly gone = new Map<ClientMsgId, 'removed' | 'discarded'>();
  readonly all = this.list.asReadonly();

  constructor(
    private readonly storage: OutboxStorage,
    private readonly tabs: OutboxTabs,
  ) {}

  /** `whenTold`: another tab has put one, or dropped it. */
  listen(whenTold: (kind: EntryNews['kind']) => void): void {
    this.tabs.listen((news) => {
      if (news.kind === 'content' || news.kind === 'progress') return;
      this.take(news);
      whenTold(news.kind);
    });
  }

  /** What is kept, in its order, then what is only here. What happens meanwhile wins. */
  async load(): Promise<void> {
    const before = new Set(this.list());
    const kept = (await this.storage.load()).filter((entry) => !this.gone.has(entry.clientMsgId));
    const ids = new Set(kept.map((entry) => entry.clientMsgId));
    const newer = this.list().filter((entry) => !before.has(entry));
    this.list.update((now) => [...kept, ...now.filter((entry) => !ids.has(entry.clientMsgId))]);
    for (const entry of newer) this.take({ kind: 'put', entry });
  }

  find(clientMsgId: ClientMsgId): OutboxEntry | undefined {
    return this.list().find((entry) => entry.clientMsgId === clientMsgId);
  }

  isDiscarded(clientMsgId: ClientMsgId): boolean {
    return this.gone.get(clientMsgId) === 'discarded';
  }

  /** Adds it at the end, or replaces the one with this id in its place. */
  async put(entry: OutboxEntry): Promise<void> {
    this.take({ kind: 'put', entry });
    this.tabs.post({ kind: 'put', entry });
    try {
      await this.storage.put(entry);
      // Another tab may have been faster to take it away than this one to write it.
      if (!this.find(entry.clientMsgId)) await this.storage.remove(entry.clientMsgId);
    } catch (error) {
      // QuotaExceededError: a full disk cannot be foreseen, and the storage has said so. The entry
      // stays on the screen and is still sent; only a crash before the ack would lose it.
      reportFault(error);
    }
  }

  /** The server has it. */
  remove(clientMsgId: ClientMsgId): Promise<void> {
    return this.drop({ kind: 'removed', clientMsgId });
  }

  /** The person does not want it. */
  discard(clientMsgId: ClientMsgId): Promise<void> {
    return this.drop({ kind: 'discarded', clientMsgId });
  }

  private async drop(news: Exclude<EntryNews, { kind: 'put' }>): Promise<void> {
    this.take(news);
    this.tabs.post(news);
    try {
      await this.storage.remove(news.clientMsgId);
    } catch (error) {
      // The disk failed: a later visit sends it again under its id, and it is stored once.
      reportFault(error);
    }
  }

  private take(news: EntryNews): void {
    if (news.kind === 'put') {
      this.takeIn(news.entry);
      return;
    }
    this.gone.set(news.clientMsgId, news.kind);
    const [oldest] = this.gone.keys();
    if (this.gone.size > MOST_GONE) this.gone.delete(oldest!);
    this.list.update((now) => now.filter((e) => e.clientMsgId !== news.clientMsgId));
  }

  private takeIn(entry: OutboxEntry): void {
    const { clientMsgId } = entry;
    // What another tab says of it crosses the wish not to have it.
    if (this.isDiscarded(clientMsgId)) return;
    // One that comes back was rewritten in another tab while its ack was on the way there.
    this.gone.delete(clientMsgId);
    const isKnown = this.find(clientMsgId) !== undefined;
    this.list.update((now) =>
      isKnown ? now.map((e) => (e.clientMsgId === clientMsgId ? entry : e)) : [...now, entry],
    );
  }
}

/** What a disk refuses is no fault of ours: a `DOMException`, unless it is of what was written. */
function reportFault(error: unknown): void {
  if (error instanceof DOMException && error.name !== 'DataCloneError') return;
  console.warn('The outbox could not be written', error);
}

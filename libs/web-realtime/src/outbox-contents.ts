import type { ClientMsgId } from '@app/contracts';
import { entryOf, type ContentStorage } from './outbox-files';
import type { OutboxTabs } from './outbox-tabs';

/** All contents that wait, in bytes. What is beyond stays only as long as the page. */
export const MOST_KEPT = 200_000_000;

/**
 * The bytes of what waits: at once in the memory of all tabs, which costs none of it, as a browser
 * shares them; then kept.
 */
export class OutboxContents {
  private readonly here = new Map<string, Blob>();

  constructor(
    private readonly storage: ContentStorage,
    private readonly tabs: OutboxTabs,
  ) {
    tabs.listen((news) => {
      if (news.kind === 'content') this.here.set(news.key, news.content);
      else if (news.kind === 'removed' || news.kind === 'discarded') this.leave(news.clientMsgId);
    });
  }

  take(key: string, content: Blob): void {
    this.here.set(key, content);
    this.tabs.post({ kind: 'content', key, content });
  }

  /** Over reloads, too. False: the browser has no room for it. */
  async keep(key: string): Promise<boolean> {
    const content = this.here.get(key);
    if (!content) return true;
    try {
      await this.storage.put(key, content);
      // What was chosen on the disk may change there; from here on its copy counts.
      if (this.here.has(key)) this.here.delete(key);
      else await this.storage.remove([key]);
      return true;
    } catch (error) {
      // QuotaExceededError, or a browser that keeps no files: the person is told.
      console.info('A file could not be kept', key, error);
      return false;
    }
  }

  /** Undefined: nobody here has it any more. */
  async get(key: string): Promise<Blob | undefined> {
    try {
      return (await this.storage.get(key)) ?? this.here.get(key);
    } catch {
      // UnknownError: the disk failed, or the database was deleted.
      return this.here.get(key);
    }
  }

  /** One file of an entry, or all of them. */
  async remove(clientMsgId: ClientMsgId, key?: string): Promise<void> {
    this.leave(clientMsgId, key);
    await this.removeKept((kept) => (key ? kept === key : entryOf(kept) === clientMsgId));
  }

  /** What an entry had that is no more: entries are written before their contents. */
  async sweep(load: () => Promise<ReadonlySet<string>>): Promise<void> {
    const before = await this.keptKeys();
    const entries = await load();
    await this.removeKept((key) => before.includes(key) && !entries.has(entryOf(key)));
  }

  private leave(clientMsgId: ClientMsgId, only?: string): void {
    for (const key of this.here.keys())
      if (only === undefined ? entryOf(key) === clientMsgId : key === only) this.here.delete(key);
  }

  private async removeKept(isUnwanted: (key: string) => boolean): Promise<void> {
    const keys = (await this.keptKeys()).filter(isUnwanted);
    if (keys.length === 0) return;
    try {
      await this.storage.remove(keys);
    } catch (error) {
      // The disk failed: the next visit sweeps.
      console.warn('Files could not be removed', error);
    }
  }

  private async keptKeys(): Promise<readonly string[]> {
    try {
      return await this.storage.keys();
    } catch {
      // UnknownError, as above.
      return [];
    }
  }
}

import { DestroyRef, inject, Injectable, InjectionToken } from '@angular/core';
import type { ChatId, UserId } from '@app/contracts';
import type { ContentStorage } from '@app/web-realtime';
import { Session } from '@app/web-session';
import { NOW } from '../clock';
import { ChatClient } from './chat-client';
import { StorageTrouble } from './storage-trouble';

/** All files, in bytes. What is beyond stays only as long as the page. */
const MOST_KEPT = 200_000_000;

/** Nobody comes back for what was chosen longer ago. */
const MOST_AGE_MS = 30 * 24 * 3_600_000;

/** Where they are kept; rejects where a browser refuses databases. */
export const TRAY_STORAGE = new InjectionToken<(userId: UserId) => Promise<ContentStorage>>(
  'TRAY_STORAGE',
  {
    providedIn: 'root',
    factory: () => async (userId) => {
      const { IndexedDbContents } = await import('@app/web-realtime/indexed-db');
      return IndexedDbContents.create(`parley-tray-${userId}`);
    },
  },
);

/** `key` names its chat and when it was chosen; in the order of keys the files stand. */
export interface KeptFile {
  readonly key: string;
  readonly content: File;
}

/** What other tabs have done, or what an earlier visit has left. */
export interface TrayNews {
  readonly added?: readonly KeptFile[];
  readonly removed?: readonly string[];
}

/**
 * The files that are chosen and not sent, over reloads, as drafts are: all tabs have the same. A
 * browser that keeps nothing, or no more, keeps them as long as the page.
 */
@Injectable({ providedIn: 'root' })
export class KeptTrays {
  private readonly userId = inject(ChatClient).me.id;
  private readonly now = inject(NOW);
  private readonly refused = inject(StorageTrouble).note;
  private readonly channel = new BroadcastChannel(`parley-tray-${this.userId}`);
  private readonly storage = this.open(inject(TRAY_STORAGE));
  /** `Map<key, bytes>` of what is kept, or is about to be. */
  private readonly sizes = new Map<string, number>();
  private made = 0;
  private isFollowed = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.channel.close());
    inject(Session).keeps({
      unsentCount: () => this.sizes.size,
      forget: async () => {
        this.remove([...this.sizes.keys()]);
        await (await this.storage)?.remove(await this.keys());
      },
      forgetCopies: () => Promise.resolve(),
    });
  }

  /** For a file that is chosen now. */
  keyFor(chatId: ChatId): string {
    const place = `${++this.made}`.padStart(4, '0');
    return `${chatId}/${this.now().getTime().toString(36)}-${place}`;
  }

  /** `tell`: is told what was left here, and from then on what happens in other tabs. */
  async follow(tell: (news: TrayNews) => void): Promise<void> {
    this.isFollowed = true;
    this.channel.addEventListener('message', ({ data }: MessageEvent<TrayNews>) => {
      this.note(data);
      tell(data);
    });
    const added = await this.load();
    this.note({ added });
    if (added.length > 0) tell({ added });
  }

  /** Where nobody follows, nobody knows what an earlier visit has left: who signs out has to. */
  async look(): Promise<void> {
    if (!this.isFollowed) this.note({ added: await this.load() });
  }

  add(files: readonly KeptFile[]): void {
    this.note({ added: files });
    this.channel.postMessage({ added: files } satisfies TrayNews);
    void this.put(files);
  }

  remove(keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.note({ removed: keys });
    this.channel.postMessage({ removed: keys } satisfies TrayNews);
    void this.forget(keys);
  }

  private note({ added = [], removed = [] }: TrayNews): void {
    for (const { key, content } of added) this.sizes.set(key, content.size);
    for (const key of removed) this.sizes.delete(key);
  }

  private async put(files: readonly KeptFile[]): Promise<void> {
    const storage = await this.storage;
    for (const { key, content } of files) {
      const all = [...this.sizes.values()].reduce((sum, size) => sum + size, 0);
      if (!storage || all > MOST_KEPT) return;
      try {
        await storage.put(key, content);
        // It may have been sent, or taken away, while it was written.
        if (!this.sizes.has(key)) await storage.remove([key]);
      } catch (error) {
        // QuotaExceededError, or a file that is not there any more: it stays as long as the page.
        this.refused(error);
      }
    }
  }

  private async load(): Promise<readonly KeptFile[]> {
    const storage = await this.storage;
    const files: KeptFile[] = [];
    const old: string[] = [];
    for (const key of [...(await this.keys())].sort()) {
      const content = await storage?.get(key);
      if (content instanceof File && !this.isOld(key)) files.push({ key, content });
      else old.push(key);
    }
    await this.forget(old);
    return files;
  }

  private async keys(): Promise<readonly string[]> {
    try {
      return (await (await this.storage)?.keys()) ?? [];
    } catch (error) {
      // UnknownError: the disk failed, or somebody has deleted the database.
      this.refused(error);
      return [];
    }
  }

  private async forget(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    try {
      await (await this.storage)?.remove(keys);
    } catch (error) {
      // As above: a later visit shows them once more.
      this.refused(error);
    }
  }

  private isOld(key: string): boolean {
    const chosenAt = parseInt(key.slice(key.indexOf('/') + 1), 36);
    return !(this.now().getTime() - chosenAt < MOST_AGE_MS);
  }

  private async open(
    storage: (userId: UserId) => Promise<ContentStorage>,
  ): Promise<ContentStorage | null> {
    try {
      return await storage(this.userId);
    } catch (error) {
      // A private window may refuse it, or its code did not come.
      this.refused(error);
      return null;
    }
  }
}

/** The chat in whose tray it lies. */
export function chatOf(key: string): ChatId {
  return key.slice(0, key.indexOf('/')) as ChatId;
}

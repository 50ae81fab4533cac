import { signal } from '@angular/core';
import type { ChatId, UserId } from '@app/contracts';

/** Keys are pressed faster than a disk likes. */
const WRITE_AFTER_MS = 400;

/** What is written and not sent, per chat; kept over reloads in this browser. */
export class Drafts {
  private readonly texts = signal<ReadonlyMap<ChatId, string>>(new Map());
  private readonly key: string;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `Map<ChatId, text>`; empty ones are left out. */
  readonly all = this.texts.asReadonly();

  constructor(userId: UserId) {
    this.key = `parley-drafts-${userId}`;
    this.texts.set(this.read());
    addEventListener('pagehide', () => this.flush());
  }

  of(chatId: ChatId | null): string {
    return (chatId && this.texts().get(chatId)) ?? '';
  }

  write(chatId: ChatId, text: string): void {
    if (this.of(chatId) === text) return;
    const next = new Map(this.texts());
    if (text === '') next.delete(chatId);
    else next.set(chatId, text);
    this.texts.set(next);
    this.timer ??= setTimeout(() => this.flush(), WRITE_AFTER_MS);
  }

  forget(): void {
    this.texts.set(new Map());
    this.timer = undefined;
    this.save(null);
  }

  private flush(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.save(JSON.stringify([...this.texts()]));
  }

  private read(): ReadonlyMap<ChatId, string> {
    try {
      const kept = localStorage.getItem(this.key);
      return new Map(kept === null ? [] : (JSON.parse(kept) as [ChatId, string][]));
    } catch {
      // SecurityError (storage is turned off) or SyntaxError (somebody edited it).
      return new Map();
    }
  }

  private save(value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, value);
    } catch {
      // QuotaExceededError or SecurityError: the draft lives as long as the page.
    }
  }
}

import { inject, Injectable, LOCALE_ID } from '@angular/core';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { EmojiBook, type EmojiData } from '@app/web-ui';

/** Languages of the client that `emojibase-data` has; `angular.json` copies the same ones. */
const LANGUAGES: readonly string[] = ['en', 'de', 'es', 'fr', 'uk', 'zh'];

/**
 * The emoji with their names in the person's language, in English where there are none. They are
 * files of ours, not code: one is fetched when somebody asks for emoji, and nobody elsewhere hears
 * of it. Rejects with `ConnectionLost` without a network, and with `RequestProblem` where there is
 * no file; the next call tries again.
 */
@Injectable({ providedIn: 'root' })
export class EmojiFiles {
  private readonly locale = inject(LOCALE_ID);
  private loading: Promise<EmojiBook> | null = null;

  book(): Promise<EmojiBook> {
    if (this.loading) return this.loading;
    const loading = this.load();
    this.loading = loading;
    loading.catch(() => (this.loading = null));
    return loading;
  }

  private async load(): Promise<EmojiBook> {
    const [tag = ''] = this.locale.toLowerCase().split('-');
    const language = LANGUAGES.includes(tag) ? tag : 'en';
    const [emoji, shortcodes] = await Promise.all([
      read<EmojiData['emoji']>(`${language}/compact.json`),
      read<EmojiData['shortcodes']>('en/shortcodes/github.json'),
    ]);
    return new EmojiBook({ emoji, shortcodes });
  }
}

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(`/assets/emoji/${path}`).catch(() => {
    // TypeError: `fetch` rejects for no other reason.
    throw new ConnectionLost();
  });
  if (!answer.ok) throw RequestProblem.fromBody(null, answer.status);
  return (await answer.json()) as T;
}

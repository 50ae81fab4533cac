import { computed, signal } from '@angular/core';
import type { TableState } from '@app/web-ui';
import type { Page } from '../../data-access/paged-search';
import { problemWords } from '../../problem-words';

/** What is shown. `cursors`: of the pages up to this one; the first one has none. */
interface Shown<T> {
  readonly items: readonly T[];
  readonly cursors: readonly (string | undefined)[];
  readonly next: string | null;
}

/**
 * A list of the server, one page of it at a time. An answer to an older question never covers that
 * to a newer one, and a question without an answer leaves what was there.
 */
export class PageByPage<T extends { readonly id: string }> {
  private readonly shown = signal<Shown<T> | null>(null);
  private readonly asking = signal(0);
  private asked = 0;

  /** Why the last question has no answer, in words; empty: it has, or is under way. */
  readonly problem = signal('');
  readonly items = computed(() => this.shown()?.items ?? []);
  readonly isAnswered = computed(() => this.shown() !== null);
  readonly state = computed<TableState>(() => {
    if (this.isAnswered()) return 'answered';
    return this.problem() === '' ? 'awaited' : 'failed';
  });
  readonly isBusy = computed(() => this.asking() > 0);
  readonly hasNext = computed(() => (this.shown()?.next ?? null) !== null);
  /** Counted from 1. */
  readonly number = computed(() => this.shown()?.cursors.length ?? 1);

  /** `ask`: the page behind `cursor`, or else the first one. */
  constructor(private readonly ask: (cursor?: string) => Promise<Page<T>>) {}

  /** From the beginning: what is asked for has changed. */
  load(): Promise<void> {
    return this.turnTo([undefined]);
  }

  /** The page that is shown, as it is now. */
  reload(): Promise<void> {
    return this.turnTo(this.shown()?.cursors ?? [undefined]);
  }

  async next(): Promise<void> {
    const shown = this.shown();
    if (shown?.next != null) await this.turnTo([...shown.cursors, shown.next]);
  }

  async previous(): Promise<void> {
    const cursors = this.shown()?.cursors ?? [];
    if (cursors.length > 1) await this.turnTo(cursors.slice(0, -1));
  }

  /** One of them is like this now. */
  replace(item: T): void {
    this.shown.update(
      (shown) =>
        shown && {
          ...shown,
          items: shown.items.map((one) => (one.id === item.id ? item : one)),
        },
    );
  }

  private async turnTo(cursors: readonly (string | undefined)[]): Promise<void> {
    const asked = ++this.asked;
    this.problem.set('');
    this.asking.update((count) => count + 1);
    try {
      const { items, page } = await this.ask(cursors.at(-1));
      if (asked === this.asked) this.shown.set({ items, cursors, next: page.nextCursor });
    } catch (error) {
      // Refused, or no connection: said beside what was there.
      if (asked === this.asked) this.problem.set(problemWords(error));
    } finally {
      this.asking.update((count) => count - 1);
    }
  }
}

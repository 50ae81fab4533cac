import { computed, DestroyRef, inject, signal } from '@angular/core';
import { problemWords } from '../problem-words';
import { ToldPause } from './told-pause';
import { whenTyped } from './when-typed';

/** A page of answers, as every list of the server comes. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly page: { readonly nextCursor: string | null };
}

/** What was found for a question. */
interface Answer<T> {
  readonly query: string;
  readonly items: readonly T[];
  readonly cursor: string | null;
}

/**
 * What a question finds, page by page. Asked while one types; an answer to an older question, or
 * why there is none, never covers that to a newer one. Made where one may inject.
 */
export class PagedSearch<T> {
  readonly query = signal('');
  /** Why there is no answer, in words; empty: there is one, or it is under way. */
  readonly problem = signal('');
  private readonly answer = signal<Answer<T> | null>(null);
  private isGettingMore = false;
  private isOver = false;
  private readonly pause = new ToldPause();

  readonly items = computed(() => this.answer()?.items ?? []);
  readonly isAnswered = computed(() => this.answer() !== null);
  readonly hasMore = computed(() => (this.answer()?.cursor ?? null) !== null);

  /** `ask`: the page behind `cursor`, or else the first one. */
  constructor(private readonly ask: (query: string, cursor?: string) => Promise<Page<T>>) {
    inject(DestroyRef).onDestroy(() => (this.isOver = true));
    whenTyped(
      () => this.query().trim(),
      (query) => this.search(query),
      // The first one, of a page that opens.
      (query) => query === '' && this.answer() === null,
    );
  }

  /** May be asked often: one page at a time. */
  async more(): Promise<void> {
    const answer = this.answer();
    if (this.isGettingMore || !answer?.cursor) return;
    this.isGettingMore = true;
    await this.attempt(answer.query, async () => {
      const next = await this.ask(answer.query, answer.cursor!);
      return { items: [...answer.items, ...next.items], cursor: next.page.nextCursor };
    });
    this.isGettingMore = false;
  }

  /** What was found has changed: somebody joined it. Undefined: it is no more. */
  change(step: (item: T) => T | undefined): void {
    const changed = (items: readonly T[]) =>
      items.flatMap((item) => {
        const now = step(item);
        return now === undefined ? [] : [now];
      });
    this.answer.update((answer) => answer && { ...answer, items: changed(answer.items) });
  }

  search(query = this.query().trim()): Promise<void> {
    return this.attempt(query, async () => {
      const { items, page } = await this.ask(query);
      return { items, cursor: page.nextCursor };
    });
  }

  private async attempt(
    query: string,
    find: () => Promise<Omit<Answer<T>, 'query'>>,
  ): Promise<void> {
    const isWanted = (): boolean => !this.isOver && query === this.query().trim();
    const complain = (error: unknown): void => this.problem.set(problemWords(error));
    this.problem.set('');
    try {
      const found = await this.pause.ask(find, isWanted, complain);
      if (!isWanted()) return;
      this.answer.set({ query, ...found });
      this.problem.set('');
    } catch (error) {
      // No connection, or too many questions: what was found before stays, with the words.
      if (isWanted()) complain(error);
    }
  }
}

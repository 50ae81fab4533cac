import { computed, linkedSignal, signal } from '@angular/core';
import type { Outcome } from './one-by-one';
import type { PageByPage } from './page-by-page';

/** Those of a page of a list that somebody has chosen, and what is done about all of them. */
export class ChosenRows<T extends { readonly id: string }> {
  /** Of the page that is shown; another page has nothing chosen. */
  readonly ids = linkedSignal<number, ReadonlySet<string>>({
    source: () => this.list.number(),
    computation: () => new Set(),
  });
  readonly rows = computed(() => this.list.items().filter(({ id }) => this.ids().has(id)));
  readonly isWorking = signal(false);
  /** Why the last deed was not done about some, in words; empty: it was. */
  readonly problem = signal('');

  constructor(private readonly list: PageByPage<T>) {}

  clear(): void {
    this.ids.set(new Set());
  }

  /** `deed`: resolves with null where it is not meant. About whom it was not done stays chosen. */
  async run(deed: (rows: readonly T[]) => Promise<Outcome<T> | null>): Promise<void> {
    this.problem.set('');
    this.isWorking.set(true);
    try {
      const outcome = await deed(this.rows());
      if (!outcome) return;
      for (const row of outcome.done) this.list.replace(row);
      // What is left can be tried again.
      this.ids.set(new Set(outcome.failed.map(({ id }) => id)));
      this.problem.set(outcome.problem);
    } finally {
      this.isWorking.set(false);
    }
  }
}

import { signal } from '@angular/core';
import { problemWords } from '../../problem-words';

/** What is tried in one place: whether it goes on, and what went wrong the last time, in words. */
export class Attempts {
  readonly problem = signal('');
  readonly isBusy = signal(false);

  /** `wordsOf`: what an error means in this place. */
  constructor(private readonly wordsOf: (error: unknown) => string = problemWords) {}

  /** Never rejects. */
  async run(deed: () => Promise<void>): Promise<void> {
    this.problem.set('');
    this.isBusy.set(true);
    try {
      await deed();
    } catch (error) {
      // Refused, dealt with by somebody else, or no connection: said where it was tried.
      this.problem.set(this.wordsOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

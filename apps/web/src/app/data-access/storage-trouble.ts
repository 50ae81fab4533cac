import { Injectable, signal } from '@angular/core';

/** `off`: the browser keeps nothing for this site. `full`: there is no room for more. */
export type Trouble = 'off' | 'full';

/** Why this browser keeps nothing. Everything works on, as long as the page is open. */
@Injectable({ providedIn: 'root' })
export class StorageTrouble {
  private readonly found = signal<Trouble | null>(null);
  /** The first one that was met; null: all is well. */
  readonly trouble = this.found.asReadonly();

  /** What a write, or the opening of a database, has rejected with. */
  readonly note = (error: unknown): void => {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    this.found.update((before) => before ?? (isFull ? 'full' : 'off'));
  };
}

import { inject, Injectable, signal } from '@angular/core';
import { deviceStorage, Session } from '@app/web-session';

/** How many are kept; the oldest goes first. */
const MOST_RECENT = 8;
const MOST_SAVED = 20;

interface Kept {
  readonly recent: readonly string[];
  readonly saved: readonly string[];
}

const nothing: Kept = { recent: [], saved: [] };

/** What a person has looked for lately, and wants to look for again: on this device alone. */
@Injectable({ providedIn: 'root' })
export class KeptSearches {
  private readonly key = `parley.searches.${inject(Session).user()?.id ?? ''}`;
  private readonly kept = signal(parse(deviceStorage.read(this.key)));

  readonly all = this.kept.asReadonly();

  constructor() {
    // Another tab has kept something; a null key: all of the storage was cleared.
    addEventListener('storage', ({ key }) => {
      if (key === this.key || key === null) this.look();
    });
  }

  /** It has led somewhere. */
  remember(query: string): void {
    const { recent, saved } = this.look();
    this.keep({ recent: firstOf(query, recent, MOST_RECENT), saved });
  }

  save(query: string): void {
    const { recent, saved } = this.look();
    this.keep({ recent, saved: firstOf(query, saved, MOST_SAVED) });
  }

  unsave(query: string): void {
    const { recent, saved } = this.look();
    this.keep({ recent, saved: saved.filter((one) => one !== query) });
  }

  clearRecent(): void {
    this.keep({ recent: [], saved: this.look().saved });
  }

  /** As other tabs have left it; where a browser keeps nothing, as it is here. */
  private look(): Kept {
    const text = deviceStorage.read(this.key);
    if (text !== undefined) this.kept.set(parse(text));
    return this.kept();
  }

  private keep(kept: Kept): void {
    this.kept.set(kept);
    const isEmpty = kept.recent.length + kept.saved.length === 0;
    deviceStorage.write(this.key, isEmpty ? null : JSON.stringify(kept));
  }
}

const firstOf = (query: string, others: readonly string[], most: number): readonly string[] =>
  [query, ...others.filter((one) => one !== query)].slice(0, most);

function parse(text: string | null | undefined): Kept {
  try {
    const { recent, saved } = JSON.parse(text ?? '{}') as Partial<Record<keyof Kept, unknown>>;
    return { recent: textsIn(recent), saved: textsIn(saved) };
  } catch {
    // What somebody else has written there is no search of ours.
    return nothing;
  }
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

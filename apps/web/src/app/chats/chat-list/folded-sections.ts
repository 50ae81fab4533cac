import { Injectable, signal } from '@angular/core';
import type { SectionName } from '../../data-access/chat-views';

const KEY = 'parley.folded';

/** Which sections of the list show their name alone, on this device. */
@Injectable({ providedIn: 'root' })
export class FoldedSections {
  private readonly kept = signal(read());

  readonly names = this.kept.asReadonly();

  toggle(name: SectionName): void {
    const next = new Set(this.kept());
    if (!next.delete(name)) next.add(name);
    this.kept.set(next);
    try {
      localStorage.setItem(KEY, [...next].join(' '));
    } catch {
      // SecurityError, QuotaExceededError: storage is off or full; it holds until the page closes.
    }
  }
}

/** What is put away stays away until somebody looks for it. */
function read(): ReadonlySet<SectionName> {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    // SecurityError: storage is off in this browser.
  }
  // A name of another release folds nothing.
  return new Set((kept ?? 'archived').split(' ') as SectionName[]);
}

import { Injectable, signal } from '@angular/core';
import { deviceStorage } from '@app/web-session';
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
    deviceStorage.write(KEY, [...next].join(' '));
  }
}

/** What is put away stays away until somebody looks for it. */
function read(): ReadonlySet<SectionName> {
  // A name of another release folds nothing.
  return new Set((deviceStorage.read(KEY) ?? 'archived').split(' ') as SectionName[]);
}

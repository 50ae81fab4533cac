import { inject, Injectable, LOCALE_ID } from '@angular/core';
import type { UserId } from '@app/contracts';
import { ChatStore } from '../data-access/chat-store';
import { chatTexts } from './chat-texts';

/** What people are called, and how several are listed in the person's language. */
@Injectable({ providedIn: 'root' })
export class PeopleNames {
  private readonly store = inject(ChatStore);
  private readonly locale = inject(LOCALE_ID);
  /** Made when it is asked for: that takes some 5 ms. */
  private list: Intl.ListFormat | undefined;

  readonly of = (id: UserId): string =>
    this.store.people().get(id)?.name ?? chatTexts.unknownPerson;

  readonly join = (names: readonly string[]): string => {
    this.list ??= new Intl.ListFormat(this.locale, { type: 'conjunction' });
    return this.list.format(names);
  };
}

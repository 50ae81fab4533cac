import { inject, Injectable } from '@angular/core';
import type { Call } from '@app/contracts';
import { titleOf } from '../chats/chat-list/last-line';
import { PeopleNames } from '../chats/people-names';
import { ChatStore } from '../data-access/chat-store';

/** What a call is called: by the other one, or by its chat. */
@Injectable({ providedIn: 'root' })
export class CallTitles {
  private readonly store = inject(ChatStore);
  private readonly names = inject(PeopleNames);

  readonly of = ({ chatId, callerId }: Call): string => {
    const chat = this.store.chats().find(({ id }) => id === chatId);
    // A direct chat is called by the other one; hidden ones are not in the list.
    return chat ? titleOf(chat) : this.names.of(callerId);
  };
}

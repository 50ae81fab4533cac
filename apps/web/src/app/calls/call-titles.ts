import { inject, Injectable } from '@angular/core';
import type { Call } from '@app/contracts';
import { Session } from '@app/web-session';
import { titleOf } from '../chats/chat-list/last-line';
import { PeopleNames } from '../chats/people-names';
import { ChatStore } from '../data-access/chat-store';

/** What a call is called: by the other one, or by its chat. */
@Injectable({ providedIn: 'root' })
export class CallTitles {
  private readonly store = inject(ChatStore);
  private readonly names = inject(PeopleNames);
  private readonly session = inject(Session);

  readonly of = ({ chatId, callerId, parties }: Call): string => {
    const chat = this.store.chats().find(({ id }) => id === chatId);
    // A direct chat is called by the other one; hidden ones are not in the list.
    if (chat) return titleOf(chat);
    const others = parties.filter(({ userId }) => userId !== this.session.user()?.id);
    return this.names.of(others.length === 1 ? others[0]!.userId : callerId);
  };
}

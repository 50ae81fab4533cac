import { inject, Injectable } from '@angular/core';
import type { Call } from '@app/contracts';
import { Session } from '@app/web-session';
import { titleOf } from '../chats/chat-list/last-line';
import { PeopleNames } from '../chats/people-names';
import { ChatStore } from '../data-access/chat-store';

/** People of whom a title has the names. */
const MOST_NAMED = 3;

/** What a call is called: by the other one, by its chat, or by those who are in it. */
@Injectable({ providedIn: 'root' })
export class CallTitles {
  private readonly store = inject(ChatStore);
  private readonly names = inject(PeopleNames);
  private readonly session = inject(Session);

  readonly of = ({ kind, chatId, parties }: Call): string => {
    const chat = this.store.chats().find(({ id }) => id === chatId);
    // A direct chat is called by the other one, and others may be called to it; hidden ones, and
    // those of others, are not in the list.
    if (chat && (chat.kind !== 'direct' || kind === 'direct')) return titleOf(chat);
    const others = parties.filter(({ userId }) => userId !== this.session.user()?.id);
    const here = others.filter(({ state }) => state !== 'left');
    const named = (here.length > 0 ? here : others).slice(0, MOST_NAMED);
    return this.names.join(named.map(({ userId }) => this.names.of(userId)));
  };
}

import { inject, Injectable, signal } from '@angular/core';
import { may, type Chat, type ChatId, type ChatPage } from '@app/contracts';
import { Session } from '@app/web-session';
import { webhookTexts } from './webhook-texts';

/** Pages of my chats that are read, of 100 each: for who is in more there is the API. */
const maxPages = 10;

/** The chats for which I may make webhooks, and what they are called. */
@Injectable({ providedIn: 'root' })
export class ChatsIRun {
  private readonly rest = inject(Session).rest;
  private readonly known = signal<readonly Chat[]>([]);
  readonly all = this.known.asReadonly();

  nameOf(id: ChatId): string {
    return this.known().find((chat) => chat.id === id)?.name ?? webhookTexts.otherChat;
  }

  /** One by name; of more, how many. */
  namesOf(ids: readonly ChatId[]): string {
    return ids.length === 1 ? this.nameOf(ids[0]!) : webhookTexts.manyChats(ids.length);
  }

  /** Reads them anew. Rejects as `RestClient` does. */
  async load(): Promise<void> {
    const found: Chat[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < maxPages; page++) {
      const query = { limit: '100', cursor };
      const answer = await this.rest.request<ChatPage>('GET', 'chats', { query });
      found.push(...answer.items.filter(isMine));
      cursor = answer.page.nextCursor ?? undefined;
      if (cursor === undefined) break;
    }
    this.known.set(found);
  }
}

const isMine = ({ type, myRole, isArchived }: Chat): boolean =>
  !isArchived && may('manageWebhooks', type, myRole);

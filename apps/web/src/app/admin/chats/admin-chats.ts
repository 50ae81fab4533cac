import { inject, Injectable } from '@angular/core';
import type {
  AdminChat,
  AdminChatPage,
  AdminChatPatch,
  AdminChatQuery,
  ChatId,
  User,
  UserPage,
  WithReason,
} from '@app/contracts';
import { Session } from '@app/web-session';

/** Which chats are asked for; what is not named is not asked about. */
export type AdminChatFilter = Pick<AdminChatQuery, 'q' | 'type' | 'state'>;

/** Pages without anybody that are passed over, each after 2000 members. */
const MOST_QUESTIONS = 5;

/** Groups and channels, for who runs the workspace. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class AdminChats {
  private readonly rest = inject(Session).rest;

  list({ q, type, state }: AdminChatFilter, cursor?: string): Promise<AdminChatPage> {
    return this.rest.request('GET', 'admin/chats', { query: { q, type, state, cursor } });
  }

  /** With its owner. */
  get(id: ChatId): Promise<AdminChat> {
    return this.rest.request('GET', `admin/chats/${id}`);
  }

  /** To whom it can be handed over: a page of them, those of a name where one is asked for. */
  async heirs(id: ChatId, name: string): Promise<readonly User[]> {
    const q = name === '' ? undefined : name;
    let cursor: string | undefined;
    for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
      const query = { q, cursor };
      const { items, page } = await this.rest.request<UserPage>('GET', `admin/chats/${id}/heirs`, {
        query,
      });
      if (items.length > 0 || page.nextCursor === null) return items;
      cursor = page.nextCursor;
    }
    return [];
  }

  change(id: ChatId, patch: AdminChatPatch): Promise<AdminChat> {
    return this.rest.request('PATCH', `admin/chats/${id}`, { body: patch });
  }

  /** For everybody; resolves with what is left to be seen of it. */
  async remove(id: ChatId, { reason }: WithReason): Promise<AdminChat> {
    await this.rest.request('DELETE', `admin/chats/${id}`, { query: { reason } });
    return this.get(id);
  }
}

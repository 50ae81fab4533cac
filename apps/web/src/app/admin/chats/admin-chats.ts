import { inject, Injectable } from '@angular/core';
import type {
  AdminChat,
  AdminChatPage,
  AdminChatPatch,
  AdminChatQuery,
  ChatId,
  WithReason,
} from '@app/contracts';
import { Session } from '@app/web-session';

/** Which chats are asked for; what is not named is not asked about. */
export type AdminChatFilter = Pick<AdminChatQuery, 'q' | 'type' | 'state'>;

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

  change(id: ChatId, patch: AdminChatPatch): Promise<AdminChat> {
    return this.rest.request('PATCH', `admin/chats/${id}`, { body: patch });
  }

  /** For everybody; resolves with what is left to be seen of it. */
  async remove(id: ChatId, { reason }: WithReason): Promise<AdminChat> {
    await this.rest.request('DELETE', `admin/chats/${id}`, { query: { reason } });
    return this.get(id);
  }
}

import { inject, Injectable, Injector } from '@angular/core';
import type { ChatId, InviteCode, InvitePreview } from '@app/contracts';
import { Browser, FetchRestClient, type RestClient } from '@app/web-session';
import { ChatActions } from '../data-access/chat-actions';

/** What an invite link leads to, for whoever holds it; and the way in, for who is signed in. */
@Injectable({ providedIn: 'root' })
export class Invitations {
  private readonly injector = inject(Injector);
  private readonly anybody: RestClient = new FetchRestClient(inject(Browser), null);

  /** Rejects with `not_found`, `gone`, or `ConnectionLost`. */
  preview(code: InviteCode): Promise<InvitePreview> {
    return this.anybody.request('GET', `invites/${encodeURIComponent(code)}`);
  }

  /** The chat that one is in now. The line is made here at the earliest, as it has one person. */
  accept(code: InviteCode): Promise<ChatId> {
    return this.injector.get(ChatActions).acceptInvite(code);
  }
}

import { inject, Injectable } from '@angular/core';
import type {
  IncomingWebhook,
  IncomingWebhookPage,
  IncomingWebhookPatch,
  IncomingWebhookWithPath,
  NewIncomingWebhook,
  User,
  UserId,
  WebhookId,
} from '@app/contracts';
import { Session } from '@app/web-session';
import type { Meant } from '../frame/ask-about';
import { sendPicture } from '../../avatars/send-picture';

const path = (id: WebhookId, rest = '') => `admin/incoming-webhooks/${id}${rest}`;

/** Incoming webhooks. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class IncomingWebhooks {
  private readonly session = inject(Session);
  private readonly rest = this.session.rest;

  list(cursor?: string): Promise<IncomingWebhookPage> {
    return this.rest.request('GET', 'admin/incoming-webhooks', { query: { cursor } });
  }

  make(body: NewIncomingWebhook): Promise<IncomingWebhookWithPath> {
    return this.rest.request('POST', 'admin/incoming-webhooks', { body });
  }

  change(id: WebhookId, body: IncomingWebhookPatch): Promise<IncomingWebhook> {
    return this.rest.request('PATCH', path(id), { body });
  }

  /** What its account looks like from now on; null: initials again. */
  async changePicture(id: UserId, picture: Blob | null): Promise<User> {
    const at = `admin/bots/${id}/avatar`;
    if (picture) await sendPicture(this.session.tokens, at, picture);
    else await this.rest.request('DELETE', at);
    return this.userOf(id);
  }

  userOf(id: UserId): Promise<User> {
    return this.rest.request('GET', `users/${id}`);
  }

  async remove(id: WebhookId, { reason }: Meant): Promise<void> {
    const query = { reason };
    await this.rest.request('DELETE', path(id), { query });
  }

  newAddress(id: WebhookId): Promise<IncomingWebhookWithPath> {
    return this.rest.request('POST', path(id, '/secret'), { body: {} });
  }
}

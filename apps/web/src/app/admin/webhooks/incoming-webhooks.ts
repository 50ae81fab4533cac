import { inject, Injectable } from '@angular/core';
import type {
  IncomingWebhook,
  IncomingWebhookPage,
  IncomingWebhookPatch,
  IncomingWebhookWithPath,
  NewIncomingWebhook,
  WebhookId,
} from '@app/contracts';
import { Session } from '@app/web-session';

const path = (id: WebhookId, rest = '') => `admin/incoming-webhooks/${id}${rest}`;

/** Incoming webhooks. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class IncomingWebhooks {
  private readonly rest = inject(Session).rest;

  list(cursor?: string): Promise<IncomingWebhookPage> {
    return this.rest.request('GET', 'admin/incoming-webhooks', { query: { cursor } });
  }

  make(body: NewIncomingWebhook): Promise<IncomingWebhookWithPath> {
    return this.rest.request('POST', 'admin/incoming-webhooks', { body });
  }

  change(id: WebhookId, body: IncomingWebhookPatch): Promise<IncomingWebhook> {
    return this.rest.request('PATCH', path(id), { body });
  }

  async remove(id: WebhookId): Promise<void> {
    await this.rest.request('DELETE', path(id));
  }

  newAddress(id: WebhookId): Promise<IncomingWebhookWithPath> {
    return this.rest.request('POST', path(id, '/secret'), { body: {} });
  }
}

import { inject, Injectable } from '@angular/core';
import type {
  DeliveryState,
  NewWebhook,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookId,
  WebhookPage,
  WebhookPatch,
  WebhookWithSecret,
} from '@app/contracts';
import { Session } from '@app/web-session';
import type { Meant } from '../frame/ask-about';

const path = (id: WebhookId, rest = '') => `admin/webhooks/${id}${rest}`;

/** Outgoing webhooks. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Webhooks {
  private readonly rest = inject(Session).rest;

  list(cursor?: string): Promise<WebhookPage> {
    return this.rest.request('GET', 'admin/webhooks', { query: { cursor } });
  }

  make(body: NewWebhook): Promise<WebhookWithSecret> {
    return this.rest.request('POST', 'admin/webhooks', { body });
  }

  change(id: WebhookId, body: WebhookPatch): Promise<Webhook> {
    return this.rest.request('PATCH', path(id), { body });
  }

  async remove(id: WebhookId, { reason }: Meant): Promise<void> {
    const query = { reason };
    await this.rest.request('DELETE', path(id), { query });
  }

  newSecret(id: WebhookId): Promise<WebhookWithSecret> {
    return this.rest.request('POST', path(id, '/secret'), { body: {} });
  }

  ping(id: WebhookId): Promise<WebhookDelivery> {
    return this.rest.request('POST', path(id, '/ping'), { body: {} });
  }

  deliveries(id: WebhookId, state?: DeliveryState, cursor?: string): Promise<WebhookDeliveryPage> {
    const query = { state, cursor, limit: '20' };
    return this.rest.request('GET', path(id, '/deliveries'), { query });
  }

  replay(id: WebhookId, deliveryId: string): Promise<WebhookDelivery> {
    return this.rest.request('POST', path(id, `/deliveries/${deliveryId}/replay`), { body: {} });
  }
}

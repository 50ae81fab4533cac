import {
  problem,
  type Actor,
  type Done,
  type PageQuery,
  type Webhook,
  type WebhookDelivery,
  type WebhookDeliveryPage,
  type WebhookPage,
  type WebhooksApi,
  type WebhookWithSecret,
} from '@app/contracts';
import { cutPage, decodeCursor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DeliveriesRepository } from './delivery/deliveries.repository.js';
import { SingleDeliveries } from './delivery/single-deliveries.js';
import { WebhookDesk } from './hooks/webhook-desk.js';
import { WebhookGate } from './hooks/webhook-gate.js';
import { mayHear, WebhooksRepository, type SigningWebhook } from './hooks/webhooks.repository.js';

type Input<M extends keyof WebhooksApi> = Parameters<WebhooksApi[M]>[1];

/** See `WebhooksApi`. */
@Injectable()
export class WebhooksService implements WebhooksApi {
  constructor(
    private readonly gate: WebhookGate,
    private readonly webhooks: WebhooksRepository,
    private readonly desk: WebhookDesk,
    private readonly log: DeliveriesRepository,
    private readonly singles: SingleDeliveries,
  ) {}

  async list(actor: Actor, { cursor, limit }: PageQuery): Promise<WebhookPage> {
    await this.gate.admit(actor);
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const found = await this.webhooks.list(after, limit + 1);
    const { items, page } = cutPage(found, limit, ({ id }) => [id]);
    return { items: items.map(withoutSecret), page };
  }

  async get(actor: Actor, { webhookId }: Input<'get'>): Promise<Webhook> {
    await this.gate.admit(actor, { webhookId });
    return withoutSecret(await this.desk.find(webhookId));
  }

  async create(actor: Actor, { webhook, origin }: Input<'create'>): Promise<WebhookWithSecret> {
    const admin = await this.gate.admit(actor, { origin });
    this.gate.checkUrl(webhook.url);
    await this.gate.checkChats(admin, webhook.chatIds);
    return this.desk.create({ actor: admin, origin }, webhook);
  }

  async change(actor: Actor, { webhookId, patch, origin }: Input<'change'>): Promise<Webhook> {
    const admin = await this.gate.admit(actor, { webhookId, origin });
    const before = await this.desk.find(webhookId);
    const { url, chatIds = before.chatIds } = patch;
    if (url !== undefined) this.gate.checkUrl(url);
    const isElsewhere = url !== undefined && url !== before.url;
    const isNew = (chatId: Webhook['chatIds'][number]) => !before.chatIds.includes(chatId);
    await this.gate.checkChats(admin, isElsewhere ? chatIds : chatIds.filter(isNew));
    return withoutSecret(await this.desk.change({ actor: admin, origin }, before, patch));
  }

  async remove(actor: Actor, { webhookId, reason, origin }: Input<'remove'>): Promise<Done> {
    const admin = await this.gate.admit(actor, { webhookId, origin });
    const doing = { actor: admin, origin, ...(reason !== undefined && { reason }) };
    await this.desk.remove(doing, await this.desk.find(webhookId));
    return {};
  }

  async newSecret(
    actor: Actor,
    { webhookId, origin }: Input<'newSecret'>,
  ): Promise<WebhookWithSecret> {
    const admin = await this.gate.admit(actor, { webhookId, origin });
    return this.desk.newSecret({ actor: admin, origin }, webhookId);
  }

  async ping(actor: Actor, { webhookId, origin }: Input<'ping'>): Promise<WebhookDelivery> {
    const doing = { actor: await this.gate.admit(actor, { webhookId, origin }), origin };
    const webhook = await this.desk.find(webhookId);
    return this.desk.single(doing, webhook, 'webhook.pinged', () => this.singles.ping(webhookId));
  }

  async deliveries(
    actor: Actor,
    { webhookId, state, cursor, limit }: Input<'deliveries'>,
  ): Promise<WebhookDeliveryPage> {
    await this.gate.admit(actor, { webhookId });
    await this.desk.find(webhookId);
    const [before] = decodeCursor(cursor, 1) ?? [];
    const found = await this.log.list(webhookId, { state, before, limit: limit + 1 });
    const { items, page } = cutPage(found, limit, ({ order }) => [order]);
    return { items: items.map(({ delivery }) => delivery), page };
  }

  async replay(
    actor: Actor,
    { webhookId, deliveryId, origin }: Input<'replay'>,
  ): Promise<WebhookDelivery> {
    const doing = { actor: await this.gate.admit(actor, { webhookId, origin }), origin };
    const webhook = await this.desk.find(webhookId);
    const delivery = await this.log.find(webhookId, deliveryId);
    // What was delivered of a chat that it hears no more is nothing for where it posts now.
    if (!delivery || !mayHear(webhook, delivery)) throw problem('not_found');
    const post = () => this.singles.replay(webhookId, delivery);
    return this.desk.single(doing, webhook, 'webhook.replayed', post);
  }
}

function withoutSecret({ secret: _, ...webhook }: SigningWebhook): Webhook {
  return webhook;
}

import type {
  Actor,
  Done,
  HookPosted,
  IncomingWebhook,
  IncomingWebhookPage,
  IncomingWebhooksApi,
  IncomingWebhookWithPath,
  PageQuery,
} from '@app/contracts';
import { cutPage, decodeCursor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { WebhookGate } from '../hooks/webhook-gate.js';
import { HookPosting } from './hook-posting.js';
import { IncomingWebhookDesk, type OpenedWebhook } from './incoming-webhook-desk.js';
import {
  IncomingWebhooksRepository,
  type KeptIncomingWebhook,
} from './incoming-webhooks.repository.js';

type Input<M extends keyof IncomingWebhooksApi> = Parameters<IncomingWebhooksApi[M]>[1];

/** See `IncomingWebhooksApi`. */
@Injectable()
export class IncomingWebhooksService implements IncomingWebhooksApi {
  constructor(
    private readonly gate: WebhookGate,
    private readonly webhooks: IncomingWebhooksRepository,
    private readonly desk: IncomingWebhookDesk,
    private readonly posting: HookPosting,
  ) {}

  async list(actor: Actor, { cursor, limit }: PageQuery): Promise<IncomingWebhookPage> {
    await this.gate.admit(actor);
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const found = await this.webhooks.list(after, limit + 1);
    const { items, page } = cutPage(found, limit, ({ id }) => [id]);
    return { items: items.map(shown), page };
  }

  async get(actor: Actor, { hookId }: Input<'get'>): Promise<IncomingWebhook> {
    await this.gate.admit(actor, { webhookId: hookId });
    return shown(await this.desk.find(hookId));
  }

  async create(
    actor: Actor,
    { webhook, origin }: Input<'create'>,
  ): Promise<IncomingWebhookWithPath> {
    const admin = await this.gate.admit(actor, { origin });
    await this.gate.checkChats(admin, [webhook.chatId]);
    return withPath(await this.desk.create({ actor: admin, origin }, webhook));
  }

  async change(actor: Actor, { hookId, patch, origin }: Input<'change'>): Promise<IncomingWebhook> {
    const admin = await this.gate.admit(actor, { webhookId: hookId, origin });
    const before = await this.desk.find(hookId);
    if (patch.mayCallAll) await this.gate.checkChats(admin, [before.chatId]);
    return shown(await this.desk.change({ actor: admin, origin }, before, patch));
  }

  async remove(actor: Actor, { hookId, reason, origin }: Input<'remove'>): Promise<Done> {
    const admin = await this.gate.admit(actor, { webhookId: hookId, origin });
    const doing = { actor: admin, origin, ...(reason !== undefined && { reason }) };
    await this.desk.remove(doing, await this.desk.find(hookId));
    return {};
  }

  async newSecret(
    actor: Actor,
    { hookId, origin }: Input<'newSecret'>,
  ): Promise<IncomingWebhookWithPath> {
    const admin = await this.gate.admit(actor, { webhookId: hookId, origin });
    const webhook = await this.desk.find(hookId);
    await this.gate.checkChats(admin, [webhook.chatId]);
    return withPath(await this.desk.newSecret({ actor: admin, origin }, webhook));
  }

  post(_anybody: Actor, posting: Input<'post'>): Promise<HookPosted> {
    return this.posting.post(posting);
  }
}

function shown({ secretHash: _, ...webhook }: KeptIncomingWebhook): IncomingWebhook {
  return webhook;
}

const withPath = ({ webhook, secret }: OpenedWebhook): IncomingWebhookWithPath => ({
  ...shown(webhook),
  path: `/api/hooks/${webhook.id}/${secret}`,
});

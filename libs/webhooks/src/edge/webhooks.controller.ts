import {
  DeliveryQuery,
  NewWebhook,
  PageQuery,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookId,
  WebhookPage,
  WebhookPatch,
  WebhooksApi,
  WebhookWithSecret,
  WhyRemoved,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, OnlyByTls, Route } from '@app/platform';
import { Body, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';

const about = 'What is said in some chats, posted to an address as it is said.';

@EdgeController('admin/webhooks', about)
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksApi) {}

  @Get()
  @Route({
    summary: 'List the webhooks',
    scope: 'admin:read',
    description: 'The oldest first. For workspace owners and admins, as all about webhooks.',
    problems: ['forbidden'],
    ok: WebhookPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<WebhookPage> {
    return this.webhooks.list(actor, query);
  }

  @Post()
  @OnlyByTls()
  @Route({
    summary: 'Make a webhook',
    description:
      'It hears groups and channels of which you are an admin, from now on: each event is posted ' +
      'as a `WebhookEvent`, those of one chat in their order, with `Parley-Event-Id`, ' +
      '`Parley-Timestamp` (seconds) and `Parley-Signature: v1=<hex>`, which is HMAC-SHA256 with ' +
      'the secret over `<timestamp>.<body>`. Answer with 2xx within ten seconds; an event may come ' +
      'twice, with the same id. What is not taken is tried again with growing pauses. The secret ' +
      'is shown this once.',
    problems: ['forbidden', 'not_found', 'not_member', 'conflict'],
    ok: WebhookWithSecret,
    status: 201,
  })
  create(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Body({ schema: NewWebhook }) webhook: NewWebhook,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.create(actor, { webhook, origin });
  }

  @Get(':webhookId')
  @Route({
    summary: 'Get a webhook',
    scope: 'admin:read',
    problems: ['forbidden', 'not_found'],
    ok: Webhook,
  })
  get(
    @CurrentActor() actor: Actor,
    @Param('webhookId', { schema: WebhookId }) webhookId: WebhookId,
  ): Promise<Webhook> {
    return this.webhooks.get(actor, { webhookId });
  }

  @Patch(':webhookId')
  @Route({
    summary: 'Change, pause or restart a webhook',
    description:
      'One that was paused or disabled goes on where it stopped. A new address takes the right ' +
      'in all its chats.',
    problems: ['forbidden', 'not_found', 'not_member', 'conflict'],
    ok: Webhook,
    requestExample: { state: 'active' },
  })
  change(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('webhookId', { schema: WebhookId }) webhookId: WebhookId,
    @Body({ schema: WebhookPatch }) patch: WebhookPatch,
  ): Promise<Webhook> {
    return this.webhooks.change(actor, { webhookId, patch, origin });
  }

  @Delete(':webhookId')
  @Route({
    summary: 'Remove a webhook',
    scope: 'admin:write',
    description: 'With all that is noted of its deliveries.',
    problems: ['forbidden', 'not_found'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('webhookId', { schema: WebhookId }) webhookId: WebhookId,
    @Query({ schema: WhyRemoved }) { reason }: WhyRemoved,
  ): Promise<Done> {
    return this.webhooks.remove(actor, { webhookId, reason, origin });
  }

  @Post(':webhookId/secret')
  @OnlyByTls()
  @Route({
    summary: 'Make a new secret for a webhook',
    description: 'The former one signs nothing more. The new one is shown this once.',
    problems: ['forbidden', 'not_found'],
    ok: WebhookWithSecret,
    status: 201,
  })
  newSecret(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('webhookId', { schema: WebhookId }) webhookId: WebhookId,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.newSecret(actor, { webhookId, origin });
  }

  @Post(':webhookId/ping')
  @Route({
    summary: 'Post a `ping` to a webhook',
    scope: 'admin:write',
    description: 'Its deliveries say what became of it.',
    problems: ['forbidden', 'not_found', 'conflict'],
    ok: WebhookDelivery,
    status: 202,
  })
  ping(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('webhookId', { schema: WebhookId }) webhookId: WebhookId,
  ): Promise<WebhookDelivery> {
    return this.webhooks.ping(actor, { webhookId, origin });
  }

  @Get(':webhookId/deliveries')
  @Route({
    summary: 'List what a webhook has delivered, and what was given up',
    scope: 'admin:read',
    description:
      'The newest first: the last 1,000 of each state; what was delivered for a week, what is ' +
      '`dead` for 30 days.',
    problems: ['forbidden', 'not_found'],
    ok: WebhookDeliveryPage,
  })
  deliveries(
    @CurrentActor() actor: Actor,
    @Param('webhookId', { schema: WebhookId }) webhookId: WebhookId,
    @Query({ schema: DeliveryQuery }) query: DeliveryQuery,
  ): Promise<WebhookDeliveryPage> {
    return this.webhooks.deliveries(actor, { webhookId, ...query });
  }

  @Post(':webhookId/deliveries/:deliveryId/replay')
  @Route({
    summary: 'Post an event again',
    scope: 'admin:write',
    description: 'With the same id, and its message as it is now.',
    problems: ['forbidden', 'not_found', 'conflict'],
    ok: WebhookDelivery,
    status: 202,
  })
  replay(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('webhookId', { schema: WebhookId }) webhookId: WebhookId,
    @Param('deliveryId', { schema: WebhookDelivery.shape.id }) deliveryId: string,
  ): Promise<WebhookDelivery> {
    return this.webhooks.replay(actor, { webhookId, deliveryId, origin });
  }
}

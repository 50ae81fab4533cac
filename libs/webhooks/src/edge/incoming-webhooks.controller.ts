import {
  IncomingWebhook,
  IncomingWebhookPage,
  IncomingWebhookPatch,
  IncomingWebhooksApi,
  IncomingWebhookWithPath,
  NewIncomingWebhook,
  PageQuery,
  WebhookId,
  WhyRemoved,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, OnlyByTls, Route } from '@app/platform';
import { Body, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';

const about = 'Addresses by which programs say something in one chat.';

const id = '01JQF3V7Z5T8K2M4N6P8R0S2T4';

const example = IncomingWebhookWithPath.parse({
  id,
  name: 'Builds',
  chatId: '01JQF3V7Z5T8K2M4N6P8R0S2T5',
  userId: '01JQF3V7Z5T8K2M4N6P8R0S2T6',
  mayCallAll: false,
  state: 'active',
  createdBy: '01JQF3V7Z5T8K2M4N6P8R0S2T7',
  createdAt: '2026-03-02T12:00:00.000Z',
  path: `/api/hooks/${id}/0123456789abcdefghjkmnpqrstvwxyz`,
});

@EdgeController('admin/incoming-webhooks', about)
export class IncomingWebhooksController {
  constructor(private readonly webhooks: IncomingWebhooksApi) {}

  @Get()
  @Route({
    summary: 'List the incoming webhooks',
    scope: 'admin:read',
    description: 'The oldest first. For workspace owners and admins, as all about webhooks.',
    problems: ['forbidden'],
    ok: IncomingWebhookPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<IncomingWebhookPage> {
    return this.webhooks.list(actor, query);
  }

  @Post()
  @OnlyByTls()
  @Route({
    summary: 'Make an incoming webhook',
    description:
      'For a group or channel of which you are an admin. It gets an account of its own, a bot that ' +
      'joins the chat. `path` is shown this once: behind the address of this server it is where ' +
      'programs post to, as `POST /api/hooks/{hookId}/{secret}` says. Whoever has it can write ' +
      'there, and read nothing.',
    problems: ['forbidden', 'not_found', 'not_member', 'conflict'],
    ok: IncomingWebhookWithPath,
    example,
    status: 201,
  })
  create(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Body({ schema: NewIncomingWebhook }) webhook: NewIncomingWebhook,
  ): Promise<IncomingWebhookWithPath> {
    return this.webhooks.create(actor, { webhook, origin });
  }

  @Get(':hookId')
  @Route({
    summary: 'Get an incoming webhook',
    scope: 'admin:read',
    problems: ['forbidden', 'not_found'],
    ok: IncomingWebhook,
  })
  get(
    @CurrentActor() actor: Actor,
    @Param('hookId', { schema: WebhookId }) hookId: WebhookId,
  ): Promise<IncomingWebhook> {
    return this.webhooks.get(actor, { hookId });
  }

  @Patch(':hookId')
  @Route({
    summary: 'Rename, pause or restart an incoming webhook',
    description:
      'That `@channel` in its messages calls everybody is for admins of its chat to say.',
    problems: ['forbidden', 'not_found', 'not_member', 'conflict'],
    ok: IncomingWebhook,
    requestExample: { state: 'paused' },
  })
  change(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('hookId', { schema: WebhookId }) hookId: WebhookId,
    @Body({ schema: IncomingWebhookPatch }) patch: IncomingWebhookPatch,
  ): Promise<IncomingWebhook> {
    return this.webhooks.change(actor, { hookId, patch, origin });
  }

  @Delete(':hookId')
  @Route({
    summary: 'Remove an incoming webhook',
    scope: 'admin:write',
    description: 'Its account leaves the chat. What it has said stays.',
    problems: ['forbidden', 'not_found', 'conflict'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('hookId', { schema: WebhookId }) hookId: WebhookId,
    @Query({ schema: WhyRemoved }) { reason }: WhyRemoved,
  ): Promise<Done> {
    return this.webhooks.remove(actor, { hookId, reason, origin });
  }

  @Post(':hookId/secret')
  @OnlyByTls()
  @Route({
    summary: 'Make a new address for an incoming webhook',
    description:
      'By admins of its chat. The former one leads nowhere. The new one is shown this once.',
    problems: ['forbidden', 'not_found', 'not_member'],
    ok: IncomingWebhookWithPath,
    example,
    status: 201,
  })
  newSecret(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('hookId', { schema: WebhookId }) hookId: WebhookId,
  ): Promise<IncomingWebhookWithPath> {
    return this.webhooks.newSecret(actor, { hookId, origin });
  }
}

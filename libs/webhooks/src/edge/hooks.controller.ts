import {
  anonymous,
  HookPost,
  HookPosted,
  HookSecret,
  IncomingWebhooksApi,
  WebhookId,
} from '@app/contracts';
import { EdgeController, IdempotencyKey, OnlyByTls, Public, Route } from '@app/platform';
import { Body, Param, Post } from '@nestjs/common';

@EdgeController('hooks', 'Where programs post what is to be said in a chat.')
export class HooksController {
  constructor(private readonly webhooks: IncomingWebhooksApi) {}

  @Post(':hookId/:secret')
  @Public()
  @OnlyByTls()
  @Route({
    summary: 'Say something by an incoming webhook',
    isRepeatedOtherwise: true,
    description:
      'Needs no token: the address is the right. JSON, or a form with it in the field `payload`, ' +
      'as programs send it that know Slack. With a `clientMsgId`, or the header ' +
      '`Idempotency-Key`, it is said once, as often as it is repeated. `not_found`: the webhook ' +
      'was removed, or has another address now; `gone`: its chat was deleted; `webhook_closed`: ' +
      'nothing can be said now, and `reason` says why. 60 at once, then one a second.',
    problems: ['not_found', 'gone', 'webhook_closed', 'idempotency_conflict'],
    ok: HookPosted,
    requestExample: { text: 'Build **42** is green', clientMsgId: 'build-42' },
  })
  post(
    @Param('hookId', { schema: WebhookId }) hookId: WebhookId,
    @Param('secret', { schema: HookSecret }) secret: string,
    @Body({ schema: HookPost }) post: HookPost,
    @IdempotencyKey() key: string | undefined,
  ): Promise<HookPosted> {
    return this.webhooks.post(anonymous, { hookId, secret, post, key });
  }
}

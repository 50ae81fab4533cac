import { IncomingWebhooksApi, WebhooksApi } from '@app/contracts';
import { Denials, PermissionGate, provideApi, provideOutbox } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { DeliveriesRepository } from './delivery/deliveries.repository.js';
import { DeliveryPruning } from './delivery/delivery-pruning.js';
import { Handover } from './delivery/handover.js';
import { LaneEnds } from './delivery/lane-ends.js';
import { LaneRunner } from './delivery/lane-runner.js';
import { LaneWalk } from './delivery/lane-walk.js';
import { LanesRepository } from './delivery/lanes.repository.js';
import { SingleDeliveries } from './delivery/single-deliveries.js';
import { WebhookEnder } from './delivery/webhook-ender.js';
import { WebhookFeed } from './delivery/webhook-feed.js';
import { WebhookPost } from './delivery/webhook-post.js';
import { WebhookBook } from './hooks/webhook-book.js';
import { WebhookDesk } from './hooks/webhook-desk.js';
import { WebhookGate } from './hooks/webhook-gate.js';
import { WebhooksRepository } from './hooks/webhooks.repository.js';
import { HookAccount } from './incoming/hook-account.js';
import { HookPosting } from './incoming/hook-posting.js';
import { IncomingWebhookDesk } from './incoming/incoming-webhook-desk.js';
import { IncomingWebhooksRepository } from './incoming/incoming-webhooks.repository.js';
import { IncomingWebhooksService } from './incoming/incoming-webhooks.service.js';
import { WebhooksService } from './webhooks.service.js';

/** Global, since other modules know its port and must not know who brings it. */
@Global()
@Module({
  providers: [
    Denials,
    DeliveriesRepository,
    DeliveryPruning,
    Handover,
    HookAccount,
    HookPosting,
    IncomingWebhookDesk,
    IncomingWebhooksRepository,
    LaneEnds,
    LaneRunner,
    LaneWalk,
    LanesRepository,
    PermissionGate,
    SingleDeliveries,
    WebhookBook,
    WebhookDesk,
    WebhookEnder,
    WebhookFeed,
    WebhookGate,
    WebhookPost,
    WebhooksRepository,
    provideOutbox('webhooks'),
    ...provideApi(IncomingWebhooksApi, IncomingWebhooksService),
    ...provideApi(WebhooksApi, WebhooksService),
  ],
  exports: [IncomingWebhooksApi, WebhooksApi],
})
export class WebhooksModule {}

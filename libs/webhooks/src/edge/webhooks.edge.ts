import { RawBodies } from '@app/platform';
import { Module } from '@nestjs/common';
import { HooksController } from './hooks.controller.js';
import { IncomingWebhooksController } from './incoming-webhooks.controller.js';
import { WebhooksController } from './webhooks.controller.js';

/** REST of webhooks, over their ports, wherever these are served. */
@Module({ controllers: [HooksController, IncomingWebhooksController, WebhooksController] })
export class WebhooksEdge {
  constructor(bodies: RawBodies) {
    bodies.takePayload('/api/hooks');
  }
}

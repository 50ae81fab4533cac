import { Module } from '@nestjs/common';
import { WebhooksController } from './webhooks.controller.js';

/** REST of webhooks, over their port, wherever it is served. */
@Module({ controllers: [WebhooksController] })
export class WebhooksEdge {}

import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';

/** REST of the notifications module, over its port, wherever that is served. */
@Module({ controllers: [NotificationsController] })
export class NotificationsEdge {}

import { RawBodies } from '@app/platform';
import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** REST of the notifications module, over its port, wherever that is served. */
@Module({ controllers: [NotificationsController, UnsubscribeController] })
export class NotificationsEdge {
  constructor(bodies: RawBodies) {
    // Mailboxes and forms send one that is no JSON; nobody reads it.
    bodies.leave('/api/notifications/unsubscribe');
  }
}

import { Module } from '@nestjs/common';
import { AdminAuditController } from './admin-audit.controller.js';
import { AdminChatsController } from './admin-chats.controller.js';
import { AdminStatsController } from './admin-stats.controller.js';
import { AdminUsersController } from './admin-users.controller.js';
import { AuditWalk } from './audit-walk.js';
import { BotsController } from './bots.controller.js';
import { NoticesController } from './notices.controller.js';
import { ReportsController } from './reports.controller.js';

/** REST of administration, over its ports, wherever those are served. */
@Module({
  controllers: [
    AdminAuditController,
    AdminChatsController,
    AdminStatsController,
    AdminUsersController,
    BotsController,
    NoticesController,
    ReportsController,
  ],
  providers: [AuditWalk],
})
export class AdminEdge {}

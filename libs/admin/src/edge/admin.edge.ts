import { LiveSettings } from '@app/platform';
import { Module } from '@nestjs/common';
import { AdminAuditController } from './admin-audit.controller.js';
import { AdminBackupsController } from './admin-backups.controller.js';
import { AdminChatsController } from './admin-chats.controller.js';
import { AdminImportsController } from './admin-imports.controller.js';
import { AdminRetentionController } from './admin-retention.controller.js';
import { AdminSettingsController } from './admin-settings.controller.js';
import { AdminStatsController } from './admin-stats.controller.js';
import { AdminJobsController } from './admin-jobs.controller.js';
import { AdminUsersController } from './admin-users.controller.js';
import { AnnouncementsController } from './announcements.controller.js';
import { AuditWalk } from './audit-walk.js';
import { BotsController } from './bots.controller.js';
import { DrainController } from './drain.controller.js';
import { NoticesController } from './notices.controller.js';
import { ReportsController } from './reports.controller.js';
import { WorkspaceController } from './workspace.controller.js';
import { TopologyController } from './topology.controller.js';

/** REST of administration, over its ports, wherever those are served. */
@Module({
  controllers: [
    AdminAuditController,
    AdminBackupsController,
    AdminChatsController,
    AdminImportsController,
    AdminRetentionController,
    AdminSettingsController,
    AdminStatsController,
    AdminJobsController,
    AdminUsersController,
    AnnouncementsController,
    BotsController,
    DrainController,
    NoticesController,
    ReportsController,
    WorkspaceController,
    TopologyController,
  ],
  providers: [AuditWalk, LiveSettings],
})
export class AdminEdge {}

import {
  AdminApi,
  AdminChatsApi,
  AdminJobsApi,
  AdminRetentionApi,
  AnnouncementsApi,
  AuditApi,
  NoticesApi,
  ReportsApi,
  SettingsApi,
  StatsApi,
  TopologyApi,
} from '@app/contracts';
import { Denials, PermissionGate, provideApi, provideOutbox } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { AnnouncementCalls } from './announcements/announcement-calls.js';
import { AnnouncementsRepository } from './announcements/announcements.repository.js';
import { AnnouncementsService } from './announcements/announcements.service.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditService } from './audit/audit.service.js';
import { EntriesRepository } from './audit/entries.repository.js';
import { AdminChatsService } from './chats/admin-chats.service.js';
import { NoticesRepository } from './notices/notices.repository.js';
import { NoticesService } from './notices/notices.service.js';
import { AdminJobsService } from './operations/admin-jobs.service.js';
import { TopologyService } from './operations/topology.service.js';
import { AdminService } from './people/admin.service.js';
import { Moderation } from './people/moderation.js';
import { ReportActs } from './reports/report-acts.js';
import { ReportDesk } from './reports/report-desk.js';
import { ReportsRepository } from './reports/reports.repository.js';
import { ReportsService } from './reports/reports.service.js';
import { AdminRetentionService } from './retention/admin-retention.service.js';
import { SettingsRepository } from './settings/settings.repository.js';
import { SettingsService } from './settings/settings.service.js';
import { Census } from './stats/census.js';
import { DayTotalsRepository } from './stats/day-totals.repository.js';
import { ModuleTotals } from './stats/module-totals.js';
import { StatsService } from './stats/stats.service.js';

/** Global, since other modules know its ports and must not know who brings them. */
@Global()
@Module({
  providers: [
    AnnouncementCalls,
    AnnouncementsRepository,
    AuditLog,
    Census,
    DayTotalsRepository,
    Denials,
    EntriesRepository,
    Moderation,
    ModuleTotals,
    NoticesRepository,
    PermissionGate,
    ReportActs,
    ReportDesk,
    ReportsRepository,
    SettingsRepository,
    provideOutbox('admin'),
    ...provideApi(AdminApi, AdminService),
    ...provideApi(AdminChatsApi, AdminChatsService),
    ...provideApi(AdminJobsApi, AdminJobsService),
    ...provideApi(AdminRetentionApi, AdminRetentionService),
    ...provideApi(AnnouncementsApi, AnnouncementsService),
    ...provideApi(AuditApi, AuditService),
    ...provideApi(NoticesApi, NoticesService),
    ...provideApi(ReportsApi, ReportsService),
    ...provideApi(SettingsApi, SettingsService),
    ...provideApi(StatsApi, StatsService),
    ...provideApi(TopologyApi, TopologyService),
  ],
  exports: [
    AdminApi,
    AdminChatsApi,
    AdminJobsApi,
    AdminRetentionApi,
    AnnouncementsApi,
    AuditApi,
    NoticesApi,
    ReportsApi,
    SettingsApi,
    StatsApi,
    TopologyApi,
  ],
})
export class AdminModule {}

import { AdminModule } from '@app/admin';
import {
  AccountsApi,
  AdminApi,
  AdminChatsApi,
  AdminJobsApi,
  AdminRetentionApi,
  AnnouncementsApi,
  AuditApi,
  AuthApi,
  CallsApi,
  ChatKeepingApi,
  ChatLogApi,
  FilesApi,
  MessagesApi,
  NoticesApi,
  ReportsApi,
  ResetsApi,
  RetentionApi,
  SettingsApi,
  StatsApi,
  TopologyApi,
  UsersApi,
} from '@app/contracts';
import { PlatformModule, type Adapters, type Config } from '@app/platform';
import { RemoteApiModule, ServeApiModule } from '@app/platform/rpc';
import { UsersModule } from '@app/users';
import { Module, type DynamicModule } from '@nestjs/common';

/** People, their roles in the workspace, and its administration. */
@Module({})
export class UsersAppModule {
  static with(adapters: Adapters, config: Config): DynamicModule {
    return {
      module: UsersAppModule,
      imports: [
        PlatformModule.forRoot(adapters, config, 'users'),
        RemoteApiModule.for(
          AuthApi,
          CallsApi,
          ChatKeepingApi,
          ChatLogApi,
          FilesApi,
          MessagesApi,
          ResetsApi,
          RetentionApi,
        ),
        UsersModule,
        AdminModule,
        ServeApiModule.for(
          AccountsApi,
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
          UsersApi,
        ),
      ],
    };
  }
}

import { AdminEdge } from '@app/admin/edge';
import { AuthEdge } from '@app/auth/edge';
import { CallsEdge } from '@app/calls/edge';
import { ChatsEdge } from '@app/chats/edge';
import {
  AccessApi,
  AccountsApi,
  AdminApi,
  AdminChatsApi,
  AdminJobsApi,
  AdminRetentionApi,
  AnnouncementsApi,
  AuditApi,
  AuthApi,
  BackupsApi,
  CallControlsApi,
  CallsApi,
  ChatsApi,
  ImportsApi,
  IncomingWebhooksApi,
  InvitesApi,
  MembersApi,
  MessagesApi,
  NoticesApi,
  NotificationsApi,
  PinsApi,
  ReactionsApi,
  ReadsApi,
  ReportsApi,
  ResetsApi,
  RetentionApi,
  SearchApi,
  SettingsApi,
  SfuApi,
  StatsApi,
  TokensApi,
  TopologyApi,
  UsersApi,
  WebhooksApi,
} from '@app/contracts';
import { FilesEdge } from '@app/files/edge';
import { MessagesEdge } from '@app/messages/edge';
import { NotificationsEdge } from '@app/notifications/edge';
import { PlatformModule, type Adapters, type Config } from '@app/platform';
import { PipeModule, RemoteApiModule } from '@app/platform/rpc';
import { SearchEdge } from '@app/search/edge';
import { UsersEdge } from '@app/users/edge';
import { WebhooksEdge } from '@app/webhooks/edge';
import { Module, type DynamicModule } from '@nestjs/common';

/** REST, sockets and the web app; every port is served elsewhere. */
@Module({})
export class GatewayAppModule {
  static with(adapters: Adapters, config: Config): DynamicModule {
    return {
      module: GatewayAppModule,
      imports: [
        PlatformModule.forRoot(adapters, config, 'gateway'),
        servedElsewhere(),
        PipeModule.to(filesAt(config)),
        AuthEdge,
        UsersEdge,
        AdminEdge,
        ChatsEdge,
        MessagesEdge,
        SearchEdge,
        CallsEdge,
        NotificationsEdge,
        WebhooksEdge,
        FilesEdge.passedOn(),
      ],
    };
  }
}

const servedElsewhere = () =>
  RemoteApiModule.for(
    AccessApi,
    AccountsApi,
    AdminApi,
    AdminChatsApi,
    AnnouncementsApi,
    AdminJobsApi,
    AdminRetentionApi,
    AuditApi,
    AuthApi,
    BackupsApi,
    CallControlsApi,
    CallsApi,
    ChatsApi,
    ImportsApi,
    IncomingWebhooksApi,
    InvitesApi,
    MembersApi,
    MessagesApi,
    NoticesApi,
    NotificationsApi,
    PinsApi,
    ReactionsApi,
    ReadsApi,
    ReportsApi,
    ResetsApi,
    RetentionApi,
    SearchApi,
    SettingsApi,
    SfuApi,
    StatsApi,
    TokensApi,
    TopologyApi,
    UsersApi,
    WebhooksApi,
  );

/** Bytes travel by HTTP, past every port. */
const filesAt = ({ files: { addresses } }: Config) => ({
  service: 'files',
  paths: FilesEdge.paths,
  addresses,
});

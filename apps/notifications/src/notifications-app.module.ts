import {
  AccessApi,
  AccountsApi,
  AudienceApi,
  AuditApi,
  ChatLogApi,
  IncomingWebhooksApi,
  MembersApi,
  MessagesApi,
  NotificationsApi,
  SettingsApi,
  UsersApi,
  WebhooksApi,
} from '@app/contracts';
import { NotificationsModule } from '@app/notifications';
import { PlatformModule, type Adapters, type Config } from '@app/platform';
import { RemoteApiModule, ServeApiModule } from '@app/platform/rpc';
import { WebhooksModule } from '@app/webhooks';
import { Module, type DynamicModule } from '@nestjs/common';

/** Who is told of what, and how: people, and programs. */
@Module({})
export class NotificationsAppModule {
  static with(adapters: Adapters, config: Config): DynamicModule {
    return {
      module: NotificationsAppModule,
      imports: [
        PlatformModule.forRoot(adapters, config, 'notifications'),
        servedElsewhere(),
        NotificationsModule,
        WebhooksModule,
        ServeApiModule.for(IncomingWebhooksApi, NotificationsApi, WebhooksApi),
      ],
    };
  }
}

const servedElsewhere = () =>
  RemoteApiModule.for(
    AccessApi,
    AccountsApi,
    AudienceApi,
    AuditApi,
    ChatLogApi,
    MembersApi,
    MessagesApi,
    SettingsApi,
    UsersApi,
  );

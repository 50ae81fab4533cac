import { AudienceApi, ChatLogApi, MessagesApi, NotificationsApi, UsersApi } from '@app/contracts';
import { NotificationsModule } from '@app/notifications';
import { PlatformModule, type Adapters, type Config } from '@app/platform';
import { RemoteApiModule, ServeApiModule } from '@app/platform/rpc';
import { Module, type DynamicModule } from '@nestjs/common';

/** Who is told of what, and how. */
@Module({})
export class NotificationsAppModule {
  static with(adapters: Adapters, config: Config): DynamicModule {
    return {
      module: NotificationsAppModule,
      imports: [
        PlatformModule.forRoot(adapters, config),
        RemoteApiModule.for(AudienceApi, ChatLogApi, MessagesApi, UsersApi),
        NotificationsModule,
        ServeApiModule.for(NotificationsApi),
      ],
    };
  }
}

import { BackupsModule } from '@app/backups';
import {
  AccessApi,
  AuditApi,
  BackupsApi,
  CallsApi,
  ChatLogApi,
  ChatsApi,
  FilesApi,
  MembersApi,
  MessagesApi,
  SettingsApi,
  TokensApi,
  UsersApi,
} from '@app/contracts';
import { FilesModule } from '@app/files';
import { FilesEdge } from '@app/files/edge';
import { PlatformModule, type Adapters, type Config } from '@app/platform';
import { RemoteApiModule, ServeApiModule } from '@app/platform/rpc';
import { Module, type DynamicModule } from '@nestjs/common';

/** Files: their port by RPC, and their bytes by HTTP. Backups, which have them all. */
@Module({})
export class FilesAppModule {
  static with(adapters: Adapters, config: Config): DynamicModule {
    return {
      module: FilesAppModule,
      imports: [
        PlatformModule.forRoot(adapters, config, 'files'),
        RemoteApiModule.for(
          AccessApi,
          AuditApi,
          CallsApi,
          ChatLogApi,
          ChatsApi,
          MembersApi,
          MessagesApi,
          SettingsApi,
          TokensApi,
          UsersApi,
        ),
        FilesModule,
        FilesEdge,
        BackupsModule,
        ServeApiModule.for(BackupsApi, FilesApi),
      ],
    };
  }
}

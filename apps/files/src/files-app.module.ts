import { BackupsModule } from '@app/backups';
import {
  AccessApi,
  AccountsApi,
  AuditApi,
  BackupsApi,
  CallsApi,
  ChatLogApi,
  ChatsApi,
  FilesApi,
  ImportedChatsApi,
  ImportedMessagesApi,
  ImportsApi,
  MembersApi,
  MessagesApi,
  SettingsApi,
  TokensApi,
  UsersApi,
} from '@app/contracts';
import { FilesModule } from '@app/files';
import { FilesEdge } from '@app/files/edge';
import { ImportsModule } from '@app/imports';
import { PlatformModule, type Adapters, type Config } from '@app/platform';
import { RemoteApiModule, ServeApiModule } from '@app/platform/rpc';
import { Module, type DynamicModule } from '@nestjs/common';

/**
 * Files: their port by RPC, and their bytes by HTTP. Backups, which have them all, and imports,
 * which come as such.
 */
@Module({})
export class FilesAppModule {
  static with(adapters: Adapters, config: Config): DynamicModule {
    return {
      module: FilesAppModule,
      imports: [
        PlatformModule.forRoot(adapters, config, 'files'),
        RemoteApiModule.for(
          AccessApi,
          AccountsApi,
          AuditApi,
          CallsApi,
          ChatLogApi,
          ChatsApi,
          ImportedChatsApi,
          ImportedMessagesApi,
          MembersApi,
          MessagesApi,
          SettingsApi,
          TokensApi,
          UsersApi,
        ),
        FilesModule,
        FilesEdge,
        BackupsModule,
        ImportsModule,
        ServeApiModule.for(BackupsApi, FilesApi, ImportsApi),
      ],
    };
  }
}

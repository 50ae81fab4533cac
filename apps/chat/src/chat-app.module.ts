import { ChatsModule } from '@app/chats';
import {
  AccessApi,
  AudienceApi,
  AuditApi,
  ChatKeepingApi,
  ChatLogApi,
  ChatsApi,
  FilesApi,
  ImportedChatsApi,
  ImportedMessagesApi,
  InvitesApi,
  MembersApi,
  MessagesApi,
  PinsApi,
  ReactionsApi,
  ReadsApi,
  RetentionApi,
  SearchApi,
  SettingsApi,
  UsersApi,
} from '@app/contracts';
import { MessagesModule } from '@app/messages';
import { PlatformModule, type Adapters, type Config } from '@app/platform';
import { RemoteApiModule, ServeApiModule } from '@app/platform/rpc';
import { SearchModule } from '@app/search';
import { Module, type DynamicModule } from '@nestjs/common';

/** Chats, their members, their logs and what is found in them: they change together. */
@Module({})
export class ChatAppModule {
  static with(adapters: Adapters, config: Config): DynamicModule {
    return {
      module: ChatAppModule,
      imports: [
        PlatformModule.forRoot(adapters, config, 'chat'),
        RemoteApiModule.for(AuditApi, FilesApi, SettingsApi, UsersApi),
        ChatsModule,
        MessagesModule,
        SearchModule,
        ServeApiModule.for(
          AccessApi,
          AudienceApi,
          ChatKeepingApi,
          ChatLogApi,
          ChatsApi,
          ImportedChatsApi,
          ImportedMessagesApi,
          InvitesApi,
          MembersApi,
          MessagesApi,
          PinsApi,
          ReactionsApi,
          ReadsApi,
          RetentionApi,
          SearchApi,
        ),
      ],
    };
  }
}

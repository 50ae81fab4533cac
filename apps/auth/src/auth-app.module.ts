import { AuthModule } from '@app/auth';
import {
  AuditApi,
  AuthApi,
  ChatsApi,
  InvitesApi,
  ResetsApi,
  SettingsApi,
  TokensApi,
  UsersApi,
} from '@app/contracts';
import { PlatformModule, type Adapters, type Config } from '@app/platform';
import { RemoteApiModule, ServeApiModule } from '@app/platform/rpc';
import { Module, type DynamicModule } from '@nestjs/common';

/** Accounts and sessions. */
@Module({})
export class AuthAppModule {
  static with(adapters: Adapters, config: Config): DynamicModule {
    return {
      module: AuthAppModule,
      imports: [
        PlatformModule.forRoot(adapters, config, 'auth'),
        RemoteApiModule.for(AuditApi, ChatsApi, InvitesApi, SettingsApi, UsersApi),
        AuthModule,
        ServeApiModule.for(AuthApi, ResetsApi, TokensApi),
      ],
    };
  }
}

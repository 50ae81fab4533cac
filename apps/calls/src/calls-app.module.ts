import { CallsModule } from '@app/calls';
import {
  AccessApi,
  CallControlsApi,
  CallsApi,
  ChatLogApi,
  ChatsApi,
  MembersApi,
  SfuApi,
  UsersApi,
} from '@app/contracts';
import { PlatformModule, type Adapters, type Config } from '@app/platform';
import { RemoteApiModule, ServeApiModule } from '@app/platform/rpc';
import { Module, type DynamicModule } from '@nestjs/common';

/** Who calls whom, and what becomes of it. */
@Module({})
export class CallsAppModule {
  static with(adapters: Adapters, config: Config): DynamicModule {
    return {
      module: CallsAppModule,
      imports: [
        PlatformModule.forRoot(adapters, config, 'calls'),
        RemoteApiModule.for(AccessApi, ChatLogApi, ChatsApi, MembersApi, UsersApi),
        CallsModule,
        ServeApiModule.for(CallControlsApi, CallsApi, SfuApi),
      ],
    };
  }
}

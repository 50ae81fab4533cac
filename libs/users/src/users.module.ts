import { AccountsApi, UsersApi } from '@app/contracts';
import { Denials, PermissionGate, provideApi, provideOutbox } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { BotMaker } from './bot-maker.js';
import { ChangesOfOthers } from './changes-of-others.js';
import { MutesOfOthers } from './mutes-of-others.js';
import { OwnershipRepository } from './ownership.repository.js';
import { PersonViews } from './person-views.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

/** Global, since other modules know `UsersApi` and must not know who brings it. */
@Global()
@Module({
  providers: [
    BotMaker,
    ChangesOfOthers,
    Denials,
    MutesOfOthers,
    OwnershipRepository,
    PermissionGate,
    PersonViews,
    UsersRepository,
    provideOutbox('users'),
    ...provideApi(AccountsApi, AccountsService),
    ...provideApi(UsersApi, UsersService),
  ],
  exports: [AccountsApi, UsersApi],
})
export class UsersModule {}

import { UsersApi } from '@app/contracts';
import { provideApi } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { OwnershipRepository } from './ownership.repository.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

/** Global, since other modules know `UsersApi` and must not know who brings it. */
@Global()
@Module({
  providers: [UsersRepository, OwnershipRepository, ...provideApi(UsersApi, UsersService)],
  exports: [UsersApi],
})
export class UsersModule {}

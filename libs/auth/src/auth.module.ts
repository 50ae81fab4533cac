import { AuthApi, ResetsApi } from '@app/contracts';
import { provideApi, provideOutbox } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { CredentialsRepository } from './accounts/credentials.repository.js';
import { FailedAttempts } from './accounts/failed-attempts.js';
import { PasswordKeeper } from './accounts/password-keeper.js';
import { AuthService } from './auth.service.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { ResetsRepository } from './resets/resets.repository.js';
import { ResetsService } from './resets/resets.service.js';
import { SessionDesk } from './sessions/session-desk.js';
import { SessionEnder } from './sessions/session-ender.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SignIns } from './sessions/sign-ins.js';

/** Global, since other modules know `AuthApi` and must not know who brings it. */
@Global()
@Module({
  providers: [
    CredentialsRepository,
    FailedAttempts,
    PasswordHasher,
    PasswordKeeper,
    ResetsRepository,
    SessionDesk,
    SessionEnder,
    SessionsRepository,
    SignIns,
    provideOutbox('auth'),
    ...provideApi(AuthApi, AuthService),
    ...provideApi(ResetsApi, ResetsService),
  ],
  exports: [AuthApi, ResetsApi],
})
export class AuthModule {}

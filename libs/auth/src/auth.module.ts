import { AuthApi, ResetsApi, TokensApi } from '@app/contracts';
import { Denials, LiveSettings, PermissionGate, provideApi, provideOutbox } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { CredentialsRepository } from './accounts/credentials.repository.js';
import { FailedAttempts } from './accounts/failed-attempts.js';
import { OwnProfiles } from './accounts/own-profiles.js';
import { PasswordKeeper } from './accounts/password-keeper.js';
import { PasswordProof } from './accounts/password-proof.js';
import { Refusals } from './accounts/refusals.js';
import { RefusalsRepository } from './accounts/refusals.repository.js';
import { AuthService } from './auth.service.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { Registrations } from './accounts/registrations.js';
import { ResetsRepository } from './resets/resets.repository.js';
import { ResetsService } from './resets/resets.service.js';
import { Revoker } from './sessions/revoker.js';
import { SessionDesk } from './sessions/session-desk.js';
import { SessionEnder } from './sessions/session-ender.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SignIns } from './sessions/sign-ins.js';
import { TokenEnder } from './tokens/token-ender.js';
import { TokenOwners } from './tokens/token-owners.js';
import { TokensRepository } from './tokens/tokens.repository.js';
import { TokensService } from './tokens/tokens.service.js';

/** Global, since other modules know `AuthApi` and must not know who brings it. */
@Global()
@Module({
  providers: [
    CredentialsRepository,
    Denials,
    FailedAttempts,
    LiveSettings,
    OwnProfiles,
    PasswordHasher,
    PasswordKeeper,
    PasswordProof,
    PermissionGate,
    Refusals,
    RefusalsRepository,
    Registrations,
    ResetsRepository,
    Revoker,
    SessionDesk,
    SessionEnder,
    SessionsRepository,
    SignIns,
    TokenEnder,
    TokenOwners,
    TokensRepository,
    provideOutbox('auth'),
    ...provideApi(AuthApi, AuthService),
    ...provideApi(ResetsApi, ResetsService),
    ...provideApi(TokensApi, TokensService),
  ],
  exports: [AuthApi, ResetsApi, TokensApi],
})
export class AuthModule {}

import {
  isProblem,
  problem,
  type Actor,
  type AuthApi,
  type ChangePassword,
  type Device,
  type Done,
  type LogIn,
  type Me,
  type Profile,
  type Register,
  type SessionList,
  type SessionRef,
  type SignedIn,
  type UserRef,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { Credentials } from './accounts/credentials.repository.js';
import { OwnProfiles } from './accounts/own-profiles.js';
import { PasswordKeeper } from './accounts/password-keeper.js';
import { Registrations } from './accounts/registrations.js';
import { SessionDesk } from './sessions/session-desk.js';
import { SessionEnder } from './sessions/session-ender.js';
import { SignIns } from './sessions/sign-ins.js';

/** `register`, `logIn` and `refresh` are for anybody; the rest is about the actor alone. */
@Injectable()
export class AuthService implements AuthApi {
  constructor(
    private readonly passwords: PasswordKeeper,
    private readonly desk: SessionDesk,
    private readonly ender: SessionEnder,
    private readonly signIns: SignIns,
    private readonly registrations: Registrations,
    private readonly profiles: OwnProfiles,
  ) {}

  async register(
    _anybody: Actor,
    { account, device }: { account: Register; device: Device },
  ): Promise<SignedIn> {
    const profile = await this.registrations.make(account);
    return this.signIns.welcome(profile, device);
  }

  async logIn(
    _anybody: Actor,
    { credentials, device }: { credentials: LogIn; device: Device },
  ): Promise<SignedIn> {
    const account = await this.passwords.verify(credentials, device);
    return this.signIns.begin(account.userId, device, async () => {
      // The session is stored: a new password ends it with the others, or is seen here.
      await this.passwords.verifyAgain(account, credentials, device);
      return this.#profileOf(account, device);
    });
  }

  async refresh(
    _anybody: Actor,
    { refreshToken, device }: { refreshToken: string; device: Device },
  ): Promise<SignedIn> {
    const session = await this.desk.exchange(refreshToken, device);
    const { userId, sessionId } = session;
    const profile = await this.profiles.of(userId);
    if (profile.isDeactivated) {
      // The fact of the deactivation was lost on its way here, or has not arrived yet.
      await this.ender.end(userId, [sessionId]);
      throw problem('unauthenticated');
    }
    return this.signIns.signed(profile, session);
  }

  async logOut(actor: Actor): Promise<Done> {
    await this.ender.endBy(actor, actor.sessionId);
    return {};
  }

  me(actor: Actor): Promise<Me> {
    return this.profiles.me(actor);
  }

  async sessions(actor: Actor): Promise<SessionList> {
    const live = await this.desk.list(actor.userId);
    const items = live.map(({ id, device, createdAt, lastUsedAt }) => ({
      id,
      ...device,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      isCurrent: id === actor.sessionId,
    }));
    return { items };
  }

  async revoke(actor: Actor, { sessionId }: SessionRef): Promise<Done> {
    await this.ender.endOne(actor, sessionId);
    return {};
  }

  async revokeOthers(actor: Actor): Promise<Done> {
    await this.ender.endOthersOf(actor);
    return {};
  }

  /** No access check: it is on no edge, and who asks has found that this may be. */
  async endAll(_by: Actor, { userId }: UserRef): Promise<Done> {
    await this.ender.endAll(userId);
    return {};
  }

  async changePassword(
    actor: Actor,
    { device, ...input }: ChangePassword & { device: Device },
  ): Promise<Done> {
    await this.passwords.change(actor, input, device);
    await this.ender.endOthers(actor.userId, actor.sessionId);
    return {};
  }

  async #profileOf(account: Credentials, device: Device): Promise<Profile> {
    const { userId } = account;
    try {
      return await this.profiles.of(userId);
    } catch (error) {
      if (!isProblem(error, 'not_found')) throw error;
      // A registration that died between account and profile: it is finished now.
      const profile = await this.registrations.finish(account);
      await this.signIns.noteAccount(profile, device);
      return profile;
    }
  }
}

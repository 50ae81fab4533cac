import {
  anonymous,
  ChatsApi,
  isProblem,
  problem,
  UsersApi,
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
import { PasswordKeeper } from './accounts/password-keeper.js';
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
    private readonly users: UsersApi,
    private readonly chats: ChatsApi,
  ) {}

  async register(
    _anybody: Actor,
    { account, device }: { account: Register; device: Device },
  ): Promise<SignedIn> {
    const credentials = await this.passwords.open(account);
    const profile = await this.#createProfile(credentials).catch(async (error: unknown) => {
      // The username is somebody's already: this account must not keep the e-mail address from its
      // owner. After any other error it stays, and the first log-in makes the profile.
      if (isProblem(error, 'conflict')) await this.passwords.discard(credentials.userId);
      throw error;
    });
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
    const profile = await this.users.profile({ ...anonymous, userId }, { userId });
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

  async me(actor: Actor): Promise<Me> {
    const [profile, totals] = await Promise.all([
      this.users.profile(actor, { userId: actor.userId }),
      this.chats.totals(actor, {}),
    ]);
    return { ...profile, ...totals };
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
      return await this.users.profile({ ...anonymous, userId }, { userId });
    } catch (error) {
      if (!isProblem(error, 'not_found')) throw error;
      // A registration that died between account and profile: it is finished now.
      const profile = await this.#createProfile(account);
      await this.signIns.noteAccount(profile, device);
      return profile;
    }
  }

  #createProfile({ userId, username, name, email }: Credentials): Promise<Profile> {
    return this.users.create({ ...anonymous, userId }, { userId, username, name, email });
  }
}

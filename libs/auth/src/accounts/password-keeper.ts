import {
  problem,
  UserId,
  type Actor,
  type ChangePassword,
  type Device,
  type LogIn,
  type Problem,
  type Register,
} from '@app/contracts';
import { AuditOutbox, Clock, IdGenerator } from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { checkStrength } from '../passwords/password-strength.js';
import { CredentialsRepository, keyOf, type Credentials } from './credentials.repository.js';
import { PasswordProof } from './password-proof.js';

/** Makes accounts, and finds out whether somebody is who they say. */
@Injectable()
export class PasswordKeeper {
  readonly #logger = new Logger(PasswordKeeper.name);

  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly hasher: PasswordHasher,
    private readonly proof: PasswordProof,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly outbox: AuditOutbox,
  ) {}

  /** Throws `validation_failed` for a weak password, `conflict {field: 'email' | 'username'}`. */
  async open({ password, ...traits }: Omit<Register, 'inviteCode'>): Promise<Credentials> {
    checkStrength(password, traits, 'password');
    const credentials = {
      userId: UserId.parse(this.ids.next()),
      ...traits,
      passwordHash: await this.hasher.hash(password),
      createdAt: this.clock.now().toISOString(),
    };
    await this.credentials.insert(credentials);
    return credentials;
  }

  /** Takes back an account that came to nothing. */
  async discard(userId: UserId): Promise<void> {
    await this.credentials.remove(userId);
  }

  /**
   * Whose name and password these are. Throws `unauthenticated`, after the same work for a wrong
   * password and an unknown name, and `rate_limited`.
   */
  async verify({ email, username = '', password }: LogIn, device: Device): Promise<Credentials> {
    const identifier = email === undefined ? { username } : { email };
    const attempt = { account: keyOf(email ?? username), address: device.address };
    const find = () => this.credentials.findBy(identifier);
    const found = await this.proof.toSignIn({ attempt, password, find }, device);
    if (!found) throw problem('unauthenticated');
    await this.#strengthen(found, password);
    return found;
  }

  /**
   * Whether it is the password still that `verify` found right. Throws `unauthenticated`. The hash
   * may be another one of the same: a sign-in at the same time has strengthened it.
   */
  async verifyAgain(account: Credentials, { password }: LogIn, device: Device): Promise<void> {
    const now = await this.credentials.find(account.userId);
    const isRight =
      now !== undefined &&
      (now.passwordHash === account.passwordHash ||
        (await this.hasher.matches(password, now.passwordHash)));
    if (isRight) return;
    await this.proof.refuse(account, device);
    throw problem('unauthenticated');
  }

  /**
   * Throws `forbidden` for a wrong current password, `rate_limited` after too many of them, and
   * `validation_failed` for a weak new one.
   */
  async change(actor: Actor, input: ChangePassword, device: Device): Promise<void> {
    const target = { kind: 'user', id: actor.userId } as const;
    const deed = { action: 'password.changed', actor, target, origin: device } as const;
    await this.outbox.during(deed, () => this.#change(actor, input));
  }

  /** Throws `not_found` where there is no such account. */
  async known(userId: UserId): Promise<Credentials> {
    const found = await this.credentials.find(userId);
    if (!found) throw problem('not_found');
    return found;
  }

  /**
   * A new password, without the former one. `allow` is asked last, after all that may be wrong with
   * it, with the account as it is replaced. Throws `validation_failed` for a weak one, `not_found`.
   */
  async replace(
    userId: UserId,
    password: string,
    allow: (account: Credentials) => Promise<void>,
  ): Promise<void> {
    const found = await this.known(userId);
    checkStrength(password, found, 'newPassword');
    const hash = await this.hasher.hash(password);
    await allow(found);
    const isStored = await this.credentials.replaceHash(userId, found.passwordHash, hash);
    // They have changed it themselves meanwhile, so they know it.
    if (!isStored) throw problem('gone');
  }

  async #change(
    { userId, sessionId }: Actor,
    { currentPassword, newPassword }: ChangePassword,
  ): Promise<void> {
    const attempt = { account: userId, address: sessionId };
    const find = () => this.credentials.find(userId);
    const found = await this.proof.of({ attempt, password: currentPassword, find });
    if (!found) throw problem('forbidden');
    checkStrength(newPassword, found, 'newPassword');
    const hash = await this.hasher.hash(newPassword);
    const isStored = await this.credentials.replaceHash(userId, found.passwordHash, hash);
    // It was changed by somebody else meanwhile: what was given is no longer the current one.
    if (!isStored) throw problem('forbidden');
  }

  /** Hashes anew where the cost has risen since; now is when the password is at hand. */
  async #strengthen({ userId, passwordHash }: Credentials, password: string): Promise<void> {
    if (!this.hasher.isOutdated(passwordHash)) return;
    try {
      const hash = await this.hasher.hash(password);
      await this.credentials.replaceHash(userId, passwordHash, hash);
    } catch (error) {
      // Too many hashes wait, or the database is away: the next log-in tries again.
      this.#logger.warn(`The password of ${userId} keeps its hash: ${(error as Problem).message}`);
    }
  }
}

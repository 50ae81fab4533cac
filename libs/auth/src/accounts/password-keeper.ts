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
import { Clock, IdGenerator } from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { checkStrength } from '../passwords/password-strength.js';
import { CredentialsRepository, keyOf, type Credentials } from './credentials.repository.js';
import { FailedAttempts } from './failed-attempts.js';

/** Makes accounts, and finds out whether somebody is who they say. */
@Injectable()
export class PasswordKeeper {
  readonly #logger = new Logger(PasswordKeeper.name);

  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly hasher: PasswordHasher,
    private readonly failures: FailedAttempts,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** Throws `validation_failed` for a weak password, `conflict {field: 'email' | 'username'}`. */
  async open({ password, ...traits }: Register): Promise<Credentials> {
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
    const found = await this.failures.guard(attempt, async () => {
      const known = await this.credentials.findBy(identifier);
      const isRight = await this.hasher.matches(password, known?.passwordHash ?? this.hasher.decoy);
      return isRight ? known : undefined;
    });
    if (!found) throw problem('unauthenticated');
    await this.#strengthen(found, password);
    return found;
  }

  /**
   * Throws `forbidden` for a wrong current password, `rate_limited` after too many of them, and
   * `validation_failed` for a weak new one.
   */
  async change(
    { userId, sessionId }: Actor,
    { currentPassword, newPassword }: ChangePassword,
  ): Promise<void> {
    const attempt = { account: userId, address: sessionId };
    const found = await this.failures.guard(attempt, async () => {
      const known = await this.credentials.find(userId);
      const hash = known?.passwordHash ?? this.hasher.decoy;
      return (await this.hasher.matches(currentPassword, hash)) ? known : undefined;
    });
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

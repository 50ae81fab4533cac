import { createHash } from 'node:crypto';
import {
  anonymous,
  problem,
  UsersApi,
  type Actor,
  type Device,
  type Done,
  type MadeReset,
  type Problem,
  type Profile,
  type ResetPassword,
  type ResetsApi,
  type UserId,
  type UserRef,
} from '@app/contracts';
import { AuditOutbox, Clock, unguessableKey, type Deed } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Credentials } from '../accounts/credentials.repository.js';
import { PasswordKeeper } from '../accounts/password-keeper.js';
import { SessionEnder } from '../sessions/session-ender.js';
import type { ResetDocument } from './reset.schema.js';
import { ResetsRepository } from './resets.repository.js';

/** How long a link is good, in ms: handed over by whatever way there is, and used the next day. */
const goodMs = 24 * 3_600_000;

/** `make` is for modules, which have looked whether it may be; `use` is for who has the link. */
@Injectable()
export class ResetsService implements ResetsApi {
  constructor(
    private readonly resets: ResetsRepository,
    private readonly passwords: PasswordKeeper,
    private readonly ender: SessionEnder,
    private readonly users: UsersApi,
    private readonly outbox: AuditOutbox,
    private readonly clock: Clock,
  ) {}

  async make({ userId: madeBy }: Actor, { userId }: UserRef): Promise<MadeReset> {
    const account = await this.passwords.known(userId);
    const { seal } = await this.#standing(account, madeBy);
    const token = unguessableKey();
    const expiresAt = new Date(this.clock.now().getTime() + goodMs);
    await this.resets.put({ _id: userId, tokenHash: hashOf(token), madeBy, seal, expiresAt });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  async use(
    _anybody: Actor,
    { token, newPassword, device }: ResetPassword & { device: Device },
  ): Promise<Done> {
    const reset = await this.resets.find(hashOf(token), this.clock.now());
    if (!reset) throw problem('gone');
    const userId = reset._id;
    const target = { kind: 'user', id: userId } as const;
    const deed = { action: 'password.reset', actor: anonymous, target, origin: device } as const;
    if (reset.isSpent) throw await this.#triedAgain(reset, deed);
    await this.outbox.during(deed, async () => {
      await this.passwords.replace(userId, newPassword, (account) => this.#spend(reset, account));
      await this.ender.endAll(userId);
    });
    return {};
  }

  /** Of one of them, somebody else has had the link: the first time is an entry, and no other. */
  async #triedAgain(reset: ResetDocument, deed: Deed): Promise<Problem> {
    const isNew = await this.resets.noteTriedAgain(reset);
    if (isNew) await this.outbox.record({ ...deed, after: { isSpent: true } }, 'refused');
    return problem('gone');
  }

  /**
   * Throws `gone` to one of two who use it at once, and where it is not for this account any more:
   * there is another password, they or who made it are something else now, or suspended.
   */
  async #spend({ _id, tokenHash, madeBy, seal }: ResetDocument, account: Credentials) {
    const now = await this.#standing(account, madeBy);
    const isSpent = await this.resets.spend(_id, tokenHash);
    if (!isSpent || !now.isActive || now.seal !== seal) throw problem('gone');
  }

  async #standing({ userId, passwordHash }: Credentials, madeBy: UserId) {
    const [subject, maker] = await Promise.all([this.#profile(userId), this.#profile(madeBy)]);
    return {
      isActive: !subject.isDeactivated && !maker.isDeactivated,
      seal: hashOf(JSON.stringify([passwordHash, subject.role, maker.role])),
    };
  }

  #profile(userId: UserId): Promise<Profile> {
    return this.users.profile({ ...anonymous, userId }, { userId });
  }
}

/** A token is as good as a password: a copy of the database must not have it. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

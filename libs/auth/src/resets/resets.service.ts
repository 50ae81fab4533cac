import { createHash } from 'node:crypto';
import {
  anonymous,
  problem,
  type Actor,
  type Device,
  type Done,
  type MadeReset,
  type ResetPassword,
  type ResetsApi,
  type UserRef,
} from '@app/contracts';
import { AuditOutbox, Clock, unguessableKey } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { PasswordKeeper } from '../accounts/password-keeper.js';
import { SessionEnder } from '../sessions/session-ender.js';
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
    private readonly outbox: AuditOutbox,
    private readonly clock: Clock,
  ) {}

  async make(_module: Actor, { userId }: UserRef): Promise<MadeReset> {
    await this.passwords.mustKnow(userId);
    const token = unguessableKey();
    const expiresAt = new Date(this.clock.now().getTime() + goodMs);
    await this.resets.put({ _id: userId, tokenHash: hashOf(token), expiresAt });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  async use(
    _anybody: Actor,
    { token, newPassword, device }: ResetPassword & { device: Device },
  ): Promise<Done> {
    const tokenHash = hashOf(token);
    const userId = await this.resets.find(tokenHash, this.clock.now());
    if (userId === undefined) throw problem('gone');
    const target = { kind: 'user', id: userId } as const;
    const deed = { action: 'password.reset', actor: anonymous, target, origin: device } as const;
    await this.outbox.during(deed, async () => {
      await this.passwords.replace(userId, newPassword, async () => {
        // Of two who use it at once one has spent it.
        if (!(await this.resets.spend(userId, tokenHash))) throw problem('gone');
      });
      await this.ender.endOthers(userId);
    });
    return {};
  }
}

/** A token is as good as a password: a copy of the database must not have it. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

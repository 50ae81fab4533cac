import { anonymous, isProblem, UsersApi, type Actor, type UserId } from '@app/contracts';
import { AuditOutbox, PermissionGate } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { BotPicture } from '../avatar-transfers.js';

/** Who may change what programs look like; each time is an entry of the audit log. */
@Injectable()
export class BotPictures {
  constructor(
    private readonly gate: PermissionGate,
    private readonly users: UsersApi,
    private readonly outbox: AuditOutbox,
  ) {}

  /** `change`: what is done on behalf of the bot. Throws `forbidden`. */
  async change<T>(
    actor: Actor,
    { userId, origin }: BotPicture,
    change: (bot: Actor) => Promise<T>,
  ): Promise<T> {
    const right = 'manageBots';
    const about = { target: { kind: 'user', id: userId }, origin } as const;
    const by = await this.gate.admit(actor, right, about);
    if (!(await this.#isBot(userId))) throw await this.gate.refusal(by, right, about);
    const deed = { action: 'bot.picture_changed', actor: by, ...about } as const;
    return this.outbox.during(deed, () => change({ ...actor, userId, role: 'bot' }));
  }

  async #isBot(userId: UserId): Promise<boolean> {
    try {
      const { role } = await this.users.profile({ ...anonymous, userId }, { userId });
      return role === 'bot';
    } catch (error) {
      // Only the users module knows whether there is one.
      if (isProblem(error, 'not_found')) return false;
      throw error;
    }
  }
}

import {
  anonymous,
  isProblem,
  UsersApi,
  type Actor,
  type Origin,
  type Profile,
  type UserId,
} from '@app/contracts';
import { PermissionGate } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Whose tokens are whose matter. */
@Injectable()
export class TokenOwners {
  constructor(
    private readonly gate: PermissionGate,
    private readonly users: UsersApi,
  ) {}

  /** Who sees to the tokens of somebody, as what they are now. Throws `forbidden`. */
  async manager(actor: Actor, userId: UserId, origin?: Origin): Promise<Actor> {
    if (actor.userId === userId) return actor;
    const right = 'manageBots';
    const about = { target: { kind: 'user', id: userId }, origin } as const;
    const by = await this.gate.admit(actor, right, about);
    const owner = await this.profileOf(userId);
    // What an incoming webhook says it says by its address, and it reads nothing.
    const isProgram = owner?.role === 'bot' && !owner.isWebhook;
    if (!isProgram) throw await this.gate.refusal(by, right, about);
    return by;
  }

  /** Undefined for somebody without a profile, who is nobody. */
  async profileOf(userId: UserId): Promise<Profile | undefined> {
    try {
      return await this.users.profile({ ...anonymous, userId }, { userId });
    } catch (error) {
      // Only the users module knows whether there is one: a registration may have died over it.
      if (isProblem(error, 'not_found')) return undefined;
      throw error;
    }
  }
}

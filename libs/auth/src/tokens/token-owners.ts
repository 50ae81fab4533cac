import {
  anonymous,
  isProblem,
  mayInWorkspace,
  UsersApi,
  type Actor,
  type Profile,
  type UserId,
} from '@app/contracts';
import { Denials } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Whose tokens are whose matter. */
@Injectable()
export class TokenOwners {
  constructor(
    private readonly users: UsersApi,
    private readonly denials: Denials,
  ) {}

  /** Who sees to the tokens of somebody, as what they are now. Throws `forbidden`. */
  async manager(actor: Actor, userId: UserId): Promise<Actor> {
    if (actor.userId === userId) return actor;
    const [me, owner] = await Promise.all([this.profileOf(actor.userId), this.profileOf(userId)]);
    const mayManage = me && !me.isDeactivated && mayInWorkspace('manageBots', me.role);
    if (mayManage && owner?.role === 'bot') return { ...actor, role: me.role };
    const target = { kind: 'user', id: userId } as const;
    throw await this.denials.of(actor, { right: 'manageBots', target });
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

import {
  anonymous,
  ChatsApi,
  UsersApi,
  type Actor,
  type Me,
  type Profile,
  type UserId,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';

/** Profiles as other modules have them, for those whose they are. */
@Injectable()
export class OwnProfiles {
  constructor(
    private readonly users: UsersApi,
    private readonly chats: ChatsApi,
  ) {}

  of(userId: UserId): Promise<Profile> {
    return this.users.profile({ ...anonymous, userId }, { userId });
  }

  /** With what waits in all chats together. */
  async me(actor: Actor): Promise<Me> {
    const [profile, totals] = await Promise.all([
      this.users.profile(actor, { userId: actor.userId }),
      this.chats.totals(actor, {}),
    ]);
    return { ...profile, ...totals };
  }
}

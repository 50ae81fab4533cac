import {
  problem,
  UserId,
  type Actor,
  type BlockedBetween,
  type LookUpUsers,
  type MutedUsers,
  type Profile,
  type ResolveUsernames,
  type User,
  type UserIds,
  type UserList,
  type UserRef,
  type UsersApi,
  type UserSettings,
} from '@app/contracts';
import { aProfile, aUser } from '@app/contracts/testing';
import type { EventBus } from '@app/platform';

/** What the chats module asks of the users module, in memory; the rest is refused. */
export class MemoryUsers implements UsersApi {
  readonly #profiles = new Map<UserId, Profile>();
  readonly #blocks = new Set<string>();
  readonly mutedUntil = new Map<UserId, string>();

  constructor(private readonly eventBus: EventBus) {}

  /** Somebody new; the fact is told on request (`register`). */
  add(name: string, about: Partial<Profile> = {}): User {
    const profile = aProfile(name, about);
    this.#profiles.set(profile.id, profile);
    return aUser(name, { role: profile.role });
  }

  async register(name: string, about: Partial<Profile> = {}): Promise<void> {
    await this.eventBus.publish('user.created', this.add(name, about));
  }

  /** Times that somebody asked who blocks whom. */
  blocksAsked = 0;

  blockPair(one: Actor, two: Actor): void {
    this.#blocks.add(`${one.userId} ${two.userId}`).add(`${two.userId} ${one.userId}`);
    this.#tellBlock(one, two);
  }

  unblockPair(one: Actor, two: Actor): void {
    this.#blocks.delete(`${one.userId} ${two.userId}`);
    this.#blocks.delete(`${two.userId} ${one.userId}`);
    this.#tellBlock(one, two);
  }

  async set({ userId }: Actor, settings: Partial<UserSettings>): Promise<void> {
    const profile = this.#known(userId);
    this.#profiles.set(userId, { ...profile, settings: { ...profile.settings, ...settings } });
    await this.eventBus.publish('user.updated', aUser(profile.username));
  }

  async mute(userId: UserId, until: string | null): Promise<void> {
    if (until === null) this.mutedUntil.delete(userId);
    else this.mutedUntil.set(userId, until);
    await this.eventBus.publish('user.muted', { userId, until });
  }

  muted(): Promise<MutedUsers> {
    return Promise.resolve({
      items: [...this.mutedUntil].map(([userId, until]) => ({ userId, until })),
    });
  }

  profile(_: Actor, { userId }: UserRef): Promise<Profile> {
    return Promise.resolve(this.#known(userId));
  }

  lookUp(_: Actor, { userIds }: LookUpUsers): Promise<UserList> {
    const items = userIds.flatMap((userId) => {
      const profile = this.#profiles.get(userId);
      if (!profile) return [];
      const { role, isDeactivated } = profile;
      return aUser(userId, { role, ...(isDeactivated && { isDeactivated }) });
    });
    return Promise.resolve({ items });
  }

  resolve(_: Actor, { usernames }: ResolveUsernames): Promise<UserList> {
    return this.lookUp(_, { userIds: usernames.map((name) => UserId.parse(name)) });
  }

  blockedBetween({ userId }: Actor, { userIds }: BlockedBetween): Promise<UserIds> {
    this.blocksAsked++;
    return Promise.resolve({
      userIds: userIds.filter((id) => this.#blocks.has(`${userId} ${id}`)),
    });
  }

  create = refuse;
  get = refuse;
  update = refuse;
  changeAvatar = refuse;
  search = refuse;
  block = refuse;
  blocked = refuse;
  totals = refuse;

  #tellBlock(one: Actor, two: Actor): void {
    void this.eventBus.publish('user.blocked', { userId: one.userId, otherId: two.userId });
  }

  #known(userId: UserId): Profile {
    const profile = this.#profiles.get(userId);
    if (!profile) throw problem('not_found');
    return profile;
  }
}

const refuse = () => Promise.reject(new Error('Not asked for by the chats module'));

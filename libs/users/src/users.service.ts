import {
  defaultSettings,
  Problem,
  problem,
  type Actor,
  type Block,
  type BlockedBetween,
  type ChangeAvatar,
  type ChangedAvatar,
  type CreateUser,
  type Done,
  type LookUpUsers,
  type MutedUsers,
  type Profile,
  type ResolveUsernames,
  type SearchUsers,
  type UpdateUser,
  type UserId,
  type UserIds,
  type UserList,
  type UserOrProfile,
  type UserPage,
  type UserPatch,
  type UserRef,
  type UserTotals,
  type UsersApi,
} from '@app/contracts';
import { Clock, cutPage, decodeCursor, EventBus, pageInfo } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChangesOfOthers } from './changes-of-others.js';
import { OwnershipRepository } from './ownership.repository.js';
import type { Person } from './person.js';
import { PersonViews } from './person-views.js';
import { keyRangesOf } from './search-keys.js';
import { mayUpdate } from './update-rules.js';
import { UsersRepository } from './users.repository.js';

/** Everybody signed in may read people; what they read depends on who asks. */
@Injectable()
export class UsersService implements UsersApi {
  constructor(
    private readonly people: UsersRepository,
    private readonly ownership: OwnershipRepository,
    private readonly views: PersonViews,
    private readonly changes: ChangesOfOthers,
    private readonly eventBus: EventBus,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, input: CreateUser): Promise<Profile> {
    if (actor.userId !== input.userId) throw problem('forbidden');
    const earlier = await this.people.find(input.userId);
    if (earlier) return this.views.profileOf(earlier);
    const isFirst = await this.ownership.claim(input.userId);
    const { person, isNew } = await this.#insert(input, isFirst);
    if (isNew) await this.views.tellNew(person);
    return this.views.profileOf(person);
  }

  async get(actor: Actor, { userId }: UserRef): Promise<UserOrProfile> {
    const person = await this.#find(userId);
    return actor.userId === userId ? this.views.profileOf(person) : this.views.userOf(person);
  }

  /** No access check: it is on no edge, and modules ask it about whom they act for. */
  async profile(_actor: Actor, { userId }: UserRef): Promise<Profile> {
    return this.views.profileOf(await this.#find(userId));
  }

  async update(actor: Actor, { userId, patch, origin }: UpdateUser): Promise<Profile> {
    if (userId === actor.userId) return this.#updateSelf(actor, patch);
    return this.views.profileOf(await this.changes.make(actor, { userId, patch, origin }));
  }

  /** Nobody may change that of others: it comes with bytes that are theirs. */
  async changeAvatar({ userId }: Actor, { avatar }: ChangeAvatar): Promise<ChangedAvatar> {
    const changed = await this.people.changeAvatar(userId, avatar);
    if (!changed) throw problem('not_found');
    const former = changed.before.avatar;
    const profile = await this.views.profileOf(changed.after);
    if (former === (avatar ?? undefined)) return { profile };
    await this.views.tell(changed.after);
    return { profile, ...(former === undefined ? {} : { former }) };
  }

  async search(actor: Actor, { q, cursor, limit }: SearchUsers): Promise<UserPage> {
    const me = await this.#find(actor.userId);
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const ranges = keyRangesOf(q ?? '');
    // A mark without a letter: folded, it is nothing, and no word begins with it.
    if (q !== undefined && ranges.length === 0) return { items: [], page: pageInfo(undefined) };
    const found = await this.people.search({
      ranges,
      without: me.blocked,
      by: actor.userId,
      after,
      limit: limit + 1,
    });
    const { items, page } = cutPage(found, limit, ({ username }) => [username.toLowerCase()]);
    return { items: await this.views.usersOf(items), page };
  }

  async lookUp(_actor: Actor, { userIds }: LookUpUsers): Promise<UserList> {
    const found = new Map((await this.people.findAll(userIds)).map((one) => [one.id, one]));
    const asked = [...new Set(userIds)].flatMap((userId) => found.get(userId) ?? []);
    return { items: await this.views.usersOf(asked) };
  }

  async resolve(_actor: Actor, { usernames }: ResolveUsernames): Promise<UserList> {
    return { items: await this.views.usersOf(await this.people.findByUsernames(usernames)) };
  }

  async block(actor: Actor, { userId, isBlocked }: Block): Promise<Done> {
    if (actor.userId === userId) {
      const message = 'Nobody blocks themselves';
      throw problem('validation_failed', { issues: [{ path: 'userId', message }] });
    }
    if (!isBlocked) await this.people.unblock(actor.userId, userId);
    else await this.#block(actor, userId);
    void this.eventBus.publish('user.blocked', { userId: actor.userId, otherId: userId });
    return {};
  }

  async blocked(actor: Actor): Promise<UserList> {
    const { blocked } = await this.#find(actor.userId);
    const people = await this.people.findAll(blocked);
    people.sort((one, other) => one.username.localeCompare(other.username, 'en'));
    return { items: await this.views.usersOf(people) };
  }

  async muted(): Promise<MutedUsers> {
    return { items: await this.people.mutedAt(this.clock.now()) };
  }

  totals(): Promise<UserTotals> {
    return this.people.totals();
  }

  async blockedBetween(actor: Actor, { userIds }: BlockedBetween): Promise<UserIds> {
    const [me, blockers] = await Promise.all([
      this.people.find(actor.userId),
      this.people.blockersOf(actor.userId, userIds),
    ]);
    const mine = new Set(me?.blocked);
    const either = userIds.filter((userId) => mine.has(userId) || blockers.includes(userId));
    return { userIds: [...new Set(either)] };
  }

  async #updateSelf({ userId }: Actor, patch: UserPatch): Promise<Profile> {
    const me = await this.#find(userId);
    if (!mayUpdate({ isSelf: true, by: me.role, target: me.role, patch }))
      throw problem('forbidden');
    const person = await this.people.update(me, patch);
    if (!person) throw problem('not_found');
    await this.views.tell(person);
    return this.views.profileOf(person);
  }

  async #insert(
    { userId, username, name, email }: CreateUser,
    isFirst: boolean,
  ): Promise<{ person: Person; isNew: boolean }> {
    const person: Person = {
      id: userId,
      username,
      name,
      email,
      role: isFirst ? 'owner' : 'member',
      settings: defaultSettings,
      isDeactivated: false,
      blocked: [],
      createdAt: this.clock.now().toISOString(),
    };
    try {
      const isNew = await this.people.insert(person);
      return { person: isNew ? person : await this.#find(userId), isNew };
    } catch (error) {
      // The username is taken: whoever comes next must be able to be first. After any other error
      // the person may be stored all the same, and keeps the claim for the next `create`.
      if (isFirst && error instanceof Problem) await this.ownership.release(userId);
      throw error;
    }
  }

  async #block(actor: Actor, userId: UserId): Promise<void> {
    await this.#find(userId);
    const isStored = await this.people.block(actor.userId, userId);
    if (!isStored) throw problem('conflict', { field: 'blocked' });
  }

  async #find(userId: UserId): Promise<Person> {
    const person = await this.people.find(userId);
    if (!person) throw problem('not_found');
    return person;
  }
}

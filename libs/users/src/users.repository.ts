import {
  problem,
  type AccountState,
  type UserId,
  type UserTotals,
  type WorkspaceRole,
} from '@app/contracts';
import { aboveAll, Database, isDuplicate, isRefusedBy } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { MAX_BLOCKED, type Person } from './person.js';
import { searchKeysOf } from './search-keys.js';
import { USERNAME_INDEX, userSchema, userValidator, type UserDocument } from './user.schema.js';

/** What may change of a person, as far as the database is concerned. */
export type PersonChanges = Partial<
  Pick<Person, 'name' | 'role' | 'isDeactivated'> & { settings: Partial<Person['settings']> }
>;

/** A page of a search: who, and after whom. */
export interface PersonSearch {
  /** Each must hold a search key of the person: `[from, to)`. None: everybody. */
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
  /** Left out: these, and who blocks `by`. */
  readonly without: readonly UserId[];
  readonly by: UserId;
  /** The username, in lower case, that the page comes after; `''` for the first. */
  readonly after: string;
  readonly limit: number;
}

/** A page of everybody, or of those that fit. */
export interface PersonFilter extends Pick<PersonSearch, 'ranges' | 'after' | 'limit'> {
  readonly role?: WorkspaceRole | undefined;
  readonly state?: AccountState | undefined;
}

/** The people of the workspace. */
@Injectable()
export class UsersRepository {
  readonly #users: Model<UserDocument>;

  constructor(database: Database) {
    this.#users = database.model('users', userSchema, { validator: userValidator });
  }

  /** False if there is a person with this id already. Throws `conflict {field: 'username'}`. */
  async insert(person: Person): Promise<boolean> {
    try {
      await this.#users.create(toDocument(person));
      return true;
    } catch (error) {
      // Two registrations at once: the unique indexes decide, there is nothing to ask before.
      if (isRefusedBy(USERNAME_INDEX, error)) throw problem('conflict', { field: 'username' });
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async find(userId: UserId): Promise<Person | undefined> {
    const document = await this.#users.findById(userId).lean<UserDocument>();
    return document ? toPerson(document) : undefined;
  }

  /** Those that exist, in no order. At most 500 ids. */
  async findAll(userIds: readonly UserId[]): Promise<Person[]> {
    const found = await this.#users.find({ _id: { $in: [...userIds] } }).lean<UserDocument[]>();
    return found.map(toPerson);
  }

  /** Those that exist, in no order; compared without case. At most 500 usernames. */
  async findByUsernames(usernames: readonly string[]): Promise<Person[]> {
    const keys = usernames.map((username) => username.toLowerCase());
    const found = await this.#users.find({ usernameKey: { $in: keys } }).lean<UserDocument[]>();
    return found.map(toPerson);
  }

  /**
   * The new state; undefined if there is no such person, or if one of the traits `asSeen` is not as
   * `person` has it any more.
   */
  async update(
    person: Person,
    changes: PersonChanges,
    asSeen: readonly ('name' | 'role' | 'isDeactivated')[] = [],
  ): Promise<Person | undefined> {
    const { settings = {}, ...plain } = changes;
    const $set: Record<string, unknown> = { ...plain };
    for (const [key, value] of Object.entries(settings)) $set[`settings.${key}`] = value;
    if (plain.name !== undefined) $set['searchKeys'] = searchKeysOf(plain.name, person.username);
    const seen = Object.fromEntries(asSeen.map((trait) => [trait, person[trait]]));
    const document = await this.#users
      .findOneAndUpdate({ ...seen, _id: person.id }, { $set }, { returnDocument: 'after' })
      .lean<UserDocument>();
    return document ? toPerson(document) : undefined;
  }

  /** Until when they may not write; null: they may. False if there is no such person. */
  async mute(userId: UserId, until: string | null): Promise<boolean> {
    const mutedUntil = until === null ? null : new Date(until);
    return (
      (await this.#users.updateOne({ _id: userId }, { $set: { mutedUntil } })).matchedCount > 0
    );
  }

  /** Those who may not write at `now`. At most 10,000. */
  async mutedAt(now: Date): Promise<{ readonly userId: UserId; readonly until: string }[]> {
    const found = await this.#users
      .find({ mutedUntil: { $gt: now, $lt: new Date(8.64e15) } }, { mutedUntil: 1 })
      .limit(10_000)
      .lean<Pick<UserDocument, '_id' | 'mutedUntil'>[]>();
    return found.map(({ _id, mutedUntil }) => ({ userId: _id, until: mutedUntil!.toISOString() }));
  }

  /** Costs as much as there are people. */
  async totals(): Promise<UserTotals> {
    const found = await this.#users.aggregate<{
      readonly _id: { readonly isBot: boolean; readonly isOut: boolean };
      readonly count: number;
    }>([
      {
        $group: {
          _id: { isBot: { $eq: ['$role', 'bot'] }, isOut: '$isDeactivated' },
          count: { $sum: 1 },
        },
      },
    ]);
    const countOf = (isBot: boolean, isOut: boolean) =>
      found.find(({ _id }) => _id.isBot === isBot && _id.isOut === isOut)?.count ?? 0;
    const [active, suspended] = [countOf(false, false), countOf(false, true)];
    const bots = countOf(true, false) + countOf(true, true);
    return { total: active + suspended, active, suspended, bots };
  }

  /** The person as they were before, and are now; undefined if there is no such person. */
  async changeAvatar(
    userId: UserId,
    avatar: string | null,
  ): Promise<{ readonly before: Person; readonly after: Person } | undefined> {
    const change = avatar === null ? { $unset: { avatar: 1 } } : { $set: { avatar } };
    const document = await this.#users.findByIdAndUpdate(userId, change).lean<UserDocument>();
    if (!document) return undefined;
    const before = toPerson(document);
    return { before, after: { ...before, avatar: avatar ?? undefined } };
  }

  /**
   * Active people by username, at most `limit`. The first page costs as much as there are matches.
   * The next ones may cost as much as there are people: an engine that finds a range of usernames
   * walks that instead (20 ms among 10,000). So the first page, which most people never leave, has
   * none.
   */
  async search({ ranges, without, by, after, limit }: PersonSearch): Promise<Person[]> {
    const found = await this.#users
      .find({
        ...place({ ranges, after }),
        isDeactivated: false,
        _id: { $nin: [...without] },
        blocked: { $ne: by },
      })
      .sort({ usernameKey: 1 })
      .limit(limit)
      .lean<UserDocument[]>();
    return found.map(toPerson);
  }

  /** Everybody that fits by username, at most `limit`. For administration: costs as `search`. */
  async list({ ranges, after, role, state, limit }: PersonFilter): Promise<Person[]> {
    const found = await this.#users
      .find({
        ...place({ ranges, after }),
        ...(role !== undefined && { role }),
        ...(state !== undefined && { isDeactivated: state === 'suspended' }),
      })
      .sort({ usernameKey: 1 })
      .limit(limit)
      .lean<UserDocument[]>();
    return found.map(toPerson);
  }

  /** Idempotent. False when `userId` blocks as many as one may. */
  async block(userId: UserId, blocked: UserId): Promise<boolean> {
    const { matchedCount } = await this.#users.updateOne(
      { _id: userId, $or: [{ blocked }, { [`blocked.${MAX_BLOCKED - 1}`]: { $exists: false } }] },
      { $addToSet: { blocked } },
    );
    return matchedCount === 1;
  }

  /** Idempotent. */
  async unblock(userId: UserId, blocked: UserId): Promise<void> {
    await this.#users.updateOne({ _id: userId }, { $pull: { blocked } });
  }

  /** Those of `userIds` who block `blocked`. At most 500 ids. */
  async blockersOf(blocked: UserId, userIds: readonly UserId[]): Promise<UserId[]> {
    const found = await this.#users
      .find({ _id: { $in: [...userIds] }, blocked }, { _id: 1 })
      .lean<Pick<UserDocument, '_id'>[]>();
    return found.map(({ _id }) => _id);
  }
}

/** Whom all of the ranges find, after a username. */
function place({ ranges, after }: Pick<PersonSearch, 'ranges' | 'after'>) {
  const [first, ...more] = ranges.map(hasKeyWithin);
  return {
    ...first,
    ...(more.length > 0 && { $and: more }),
    ...(after !== '' && { usernameKey: { $gt: after, $lt: aboveAll } }),
  };
}

/** `$elemMatch`: one and the same key within both bounds, and an index scan that has both. */
function hasKeyWithin({ from, to }: PersonSearch['ranges'][number]) {
  return { searchKeys: { $elemMatch: { $gte: from, $lt: to } } };
}

function toDocument({ id, ...person }: Person): UserDocument {
  return {
    _id: id,
    username: person.username,
    usernameKey: person.username.toLowerCase(),
    name: person.name,
    searchKeys: searchKeysOf(person.name, person.username),
    email: person.email,
    role: person.role,
    settings: person.settings,
    isDeactivated: person.isDeactivated,
    ...(person.isWebhook && { isWebhook: true }),
    blocked: person.blocked,
    createdAt: new Date(person.createdAt),
  };
}

function toPerson(stored: UserDocument): Person {
  const { _id, usernameKey: _k, searchKeys: _s, mutedUntil, ...document } = stored;
  return {
    ...document,
    id: _id,
    createdAt: document.createdAt.toISOString(),
    ...(mutedUntil && { mutedUntil: mutedUntil.toISOString() }),
  };
}

import {
  problem,
  type Account,
  type AccountPage,
  type AccountPatch,
  type AccountQuery,
  type AccountsApi,
  type Actor,
  type ChangeAccount,
  type Done,
  type MakeBot,
  type MuteUser,
  type Origin,
  type Placeholder,
  type UserId,
  type UserPatch,
  type UserRef,
} from '@app/contracts';
import { cutPage, decodeCursor, pageInfo, PermissionGate } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { BotMaker } from './bot-maker.js';
import { ChangesOfOthers } from './changes-of-others.js';
import { MutesOfOthers } from './mutes-of-others.js';
import type { Person } from './person.js';
import { PersonViews } from './person-views.js';
import { keyRangesOf } from './search-keys.js';
import { UsersRepository } from './users.repository.js';

/** For those who may `readAccounts`; what they may change is for `mayUpdate` to say. */
@Injectable()
export class AccountsService implements AccountsApi {
  constructor(
    private readonly gate: PermissionGate,
    private readonly people: UsersRepository,
    private readonly views: PersonViews,
    private readonly changes: ChangesOfOthers,
    private readonly mutes: MutesOfOthers,
    private readonly bots: BotMaker,
  ) {}

  async list(actor: Actor, { q, role, state, cursor, limit }: AccountQuery): Promise<AccountPage> {
    await this.gate.admit(actor, 'readAccounts');
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const ranges = keyRangesOf(q ?? '');
    // A mark without a letter: folded, it is nothing, and no word begins with it.
    if (q !== undefined && ranges.length === 0) return { items: [], page: pageInfo(undefined) };
    const found = await this.people.list({ ranges, role, state, after, limit: limit + 1 });
    const { items, page } = cutPage(found, limit, ({ username }) => [username.toLowerCase()]);
    return { items: await this.views.accountsOf(items), page };
  }

  async get(actor: Actor, { userId }: UserRef): Promise<Account> {
    await this.gate.admit(actor, 'readAccounts', { target: targetOf(userId) });
    const person = await this.people.find(userId);
    if (!person) throw problem('not_found');
    return this.#accountOf(person);
  }

  async change(actor: Actor, { userId, patch, origin }: ChangeAccount): Promise<Account> {
    await this.gate.admit(actor, 'readAccounts', { target: targetOf(userId), origin });
    // What one changes of oneself is no administration, and nobody takes their own rights.
    if (userId === actor.userId) throw problem('forbidden');
    const { reason } = patch;
    const change = { userId, patch: toUserPatch(patch), reason, origin };
    return this.#accountOf(await this.changes.make(actor, change));
  }

  async makeBot(actor: Actor, input: MakeBot): Promise<Account> {
    const by = await this.gate.admit(actor, 'manageBots', { origin: input.origin });
    return this.#accountOf(await this.bots.make(by, input));
  }

  async makePlaceholder(actor: Actor, placeholder: Placeholder): Promise<Done> {
    await this.gate.admit(actor, 'makeBackups');
    await this.bots.makePlaceholder(placeholder);
    return {};
  }

  async mute(actor: Actor, input: MuteUser): Promise<Done> {
    await this.mutes.mute(actor, input);
    return {};
  }

  async mustModerate(
    actor: Actor,
    { userId, origin }: { userId: UserId; origin: Origin },
  ): Promise<Pick<Actor, 'role'>> {
    const { by } = await this.mutes.mustModerate(actor, userId, origin);
    return { role: by.role };
  }

  async #accountOf(person: Person): Promise<Account> {
    const [account] = await this.views.accountsOf([person]);
    return account!;
  }
}

const targetOf = (id: UserId) => ({ kind: 'user', id }) as const;

function toUserPatch({ name, role, state }: AccountPatch): UserPatch {
  return {
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(state !== undefined && { isDeactivated: state === 'suspended' }),
  };
}

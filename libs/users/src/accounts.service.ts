import {
  mayInWorkspace,
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
  type UserPatch,
  type UserRef,
  type WorkspacePermission,
} from '@app/contracts';
import { cutPage, decodeCursor, Denials, pageInfo } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { BotMaker } from './bot-maker.js';
import { ChangesOfOthers } from './changes-of-others.js';
import { Mutes } from './mutes.js';
import type { Person } from './person.js';
import { PersonViews } from './person-views.js';
import { keyRangesOf } from './search-keys.js';
import { UsersRepository } from './users.repository.js';

/** For those who may `readAccounts`; what they may change is for `mayUpdate` to say. */
@Injectable()
export class AccountsService implements AccountsApi {
  constructor(
    private readonly people: UsersRepository,
    private readonly views: PersonViews,
    private readonly changes: ChangesOfOthers,
    private readonly mutes: Mutes,
    private readonly denials: Denials,
    private readonly bots: BotMaker,
  ) {}

  async list(actor: Actor, { q, role, state, cursor, limit }: AccountQuery): Promise<AccountPage> {
    await this.#admit(actor);
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const ranges = keyRangesOf(q ?? '');
    // A mark without a letter: folded, it is nothing, and no word begins with it.
    if (q !== undefined && ranges.length === 0) return { items: [], page: pageInfo(undefined) };
    const found = await this.people.list({ ranges, role, state, after, limit: limit + 1 });
    const { items, page } = cutPage(found, limit, ({ username }) => [username.toLowerCase()]);
    return { items: await this.views.accountsOf(items), page };
  }

  async get(actor: Actor, { userId }: UserRef): Promise<Account> {
    await this.#admit(actor);
    const person = await this.people.find(userId);
    if (!person) throw problem('not_found');
    return this.#accountOf(person);
  }

  async change(actor: Actor, { userId, patch, origin }: ChangeAccount): Promise<Account> {
    await this.#admit(actor);
    // What one changes of oneself is no administration, and nobody takes their own rights.
    if (userId === actor.userId) throw problem('forbidden');
    const { reason } = patch;
    const change = { userId, patch: toUserPatch(patch), reason, origin };
    return this.#accountOf(await this.changes.make(actor, change));
  }

  async makeBot(actor: Actor, { bot, origin }: MakeBot): Promise<Account> {
    const { role } = await this.#admit(actor, 'manageBots');
    return this.#accountOf(await this.bots.make({ ...actor, role }, bot, origin));
  }

  async mute(actor: Actor, input: MuteUser): Promise<Done> {
    await this.mutes.mute(actor, input);
    return {};
  }

  async mustModerate(actor: Actor, { userId }: UserRef): Promise<Done> {
    await this.mutes.mustModerate(actor, userId);
    return {};
  }

  async #admit(actor: Actor, right: WorkspacePermission = 'readAccounts'): Promise<Person> {
    const me = await this.people.find(actor.userId);
    const isAdmitted = me && !me.isDeactivated && mayInWorkspace(right, me.role);
    if (!isAdmitted) throw await this.denials.of(actor, { right });
    return me;
  }

  async #accountOf(person: Person): Promise<Account> {
    const [account] = await this.views.accountsOf([person]);
    return account!;
  }
}

function toUserPatch({ name, role, state }: AccountPatch): UserPatch {
  return {
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(state !== undefined && { isDeactivated: state === 'suspended' }),
  };
}

import * as z from 'zod/mini';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { UserId } from './ids.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { WorkspaceRole } from './roles.js';
import { IsoTime, name, text } from './text.js';
import { User, Username, UserRef } from './users.contract.js';

/** A person, or a bot, as administration sees them. `email`: empty of a bot, which has none. */
export const Account = z.strictObject({
  ...User.shape,
  email: z.string(),
  createdAt: IsoTime,
  /** They may not write before; absent: they may. */
  mutedUntil: z.optional(IsoTime),
});
export type Account = z.output<typeof Account>;
z.globalRegistry.add(Account, { id: 'Account' });

/** `suspended`: they cannot sign in, and others see them as deactivated. */
export const AccountState = z.enum(['active', 'suspended']);
export type AccountState = z.output<typeof AccountState>;

/** By username. `q`: as in the search of people, but of everybody. */
export const AccountQuery = z.strictObject({
  ...PageQuery.shape,
  q: z.optional(text(1, 80)),
  role: z.optional(WorkspaceRole),
  state: z.optional(AccountState),
});
export type AccountQuery = z.output<typeof AccountQuery>;

export const AccountPage = pageOf(Account);
export type AccountPage = z.output<typeof AccountPage>;
z.globalRegistry.add(AccountPage, { id: 'AccountPage' });

/** Why something is done, for the audit log. */
export const Reason = text(1, 500);

export const AccountPatch = z
  .strictObject({
    name: z.optional(name(80)),
    role: z.optional(WorkspaceRole),
    state: z.optional(AccountState),
    reason: z.optional(Reason),
  })
  .check(
    z.refine(
      ({ name: called, role, state }) => [called, role, state].some((one) => one !== undefined),
      { error: 'Give a name, a role or a state', path: ['name'] },
    ),
  );
export type AccountPatch = z.output<typeof AccountPatch>;
z.globalRegistry.add(AccountPatch, { id: 'AccountPatch' });

/** What is done about somebody, and from where. */
export const ChangeAccount = z.strictObject({
  userId: UserId,
  patch: AccountPatch,
  origin: Origin,
});
export type ChangeAccount = z.output<typeof ChangeAccount>;

/** A program with a name of its own: no password, no e-mail address, only tokens. */
export const NewBot = z.strictObject({ username: Username, name: name(80) });
export type NewBot = z.output<typeof NewBot>;
z.globalRegistry.add(NewBot, { id: 'NewBot' });

/** `isWebhook`: an incoming webhook speaks for it, and no token ever does. */
const MakeBot = z.strictObject({
  bot: NewBot,
  origin: Origin,
  isWebhook: z.optional(z.literal(true)),
});
export type MakeBot = z.output<typeof MakeBot>;

/** Somebody of elsewhere, under an id that follows from what they are there. */
export const Placeholder = z.strictObject({ userId: UserId, ...NewBot.shape });
export type Placeholder = z.output<typeof Placeholder>;

/** Until when somebody may not write; null: they may again. */
export const Mute = z.strictObject({ until: z.nullable(IsoTime), reason: z.optional(Reason) });
export type Mute = z.output<typeof Mute>;
z.globalRegistry.add(Mute, { id: 'Mute' });

export const MuteUser = z.strictObject({ userId: UserId, ...Mute.shape, origin: Origin });
export type MuteUser = z.output<typeof MuteUser>;

const MustModerate = z.strictObject({ userId: UserId, origin: Origin });

/** `role`: of whoever asks, of now. */
const Moderator = z.strictObject({ role: WorkspaceRole });

export const accountsContract = defineApi({
  list: rpc('accounts.list', AccountQuery, AccountPage),
  get: rpc('accounts.get', UserRef, Account),
  change: rpc('accounts.change', ChangeAccount, Account),
  makeBot: rpc('accounts.makeBot', MakeBot, Account),
  makePlaceholder: rpc('accounts.makePlaceholder', Placeholder, Done),
  mute: rpc('accounts.mute', MuteUser, Done),
  mustModerate: rpc('accounts.mustModerate', MustModerate, Moderator),
});

/**
 * People, for who administers them. All throw `forbidden` for who may not, by what they are now.
 *
 * - `list`: everybody, the suspended ones too. `get`: throws `not_found`.
 * - `change`: written down in the audit log, with what was before. Throws `not_found`, and
 *   `forbidden` for what is not theirs to change: see `mayUpdate`, and `conflict` when they were
 *   changed meanwhile. Sessions of who is suspended end by the fact of it; `AdminApi.changeUser`
 *   ends them before it answers.
 * - `makeBot`: a new account with the role `bot`, which it keeps. Written down. Throws `conflict
 *   {field: 'username'}`.
 * - `makePlaceholder`: for who may `makeBackups`; on no edge. A suspended account without a
 *   password, by which something was said elsewhere. One that is there already is success, and
 *   stays as it is. Throws `conflict {field: 'username'}`.
 * - `mute`: by who may `moderatePeople`, of who is less than they are. In the audit log. Throws
 *   `validation_failed` for a time that is over. What they write is refused in every process as
 *   soon as it has heard of it.
 * - `mustModerate`: throws as `mute` does, and does nothing else.
 */
export abstract class AccountsApi extends apiClass(accountsContract) {}

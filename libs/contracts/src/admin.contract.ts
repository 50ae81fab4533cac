import * as z from 'zod/mini';
import { Account, ChangeAccount, MuteUser, Reason } from './accounts.contract.js';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { UserId } from './ids.js';
import { Done } from './paging.js';
import { IsoTime } from './text.js';

/** The body of what is done about somebody, where there is nothing to choose. */
export const WithReason = z.strictObject({ reason: z.optional(Reason) });
export type WithReason = z.output<typeof WithReason>;
z.globalRegistry.add(WithReason, { id: 'WithReason' });

/** Something that is done about somebody, why and from where. */
const AboutUser = z.strictObject({ userId: UserId, ...WithReason.shape, origin: Origin });
export type AboutUser = z.output<typeof AboutUser>;

/** What somebody is warned of, in words for them. */
export const Warning = z.strictObject({ reason: Reason });
export type Warning = z.output<typeof Warning>;
z.globalRegistry.add(Warning, { id: 'Warning' });

const WarnUser = z.strictObject({ userId: UserId, ...Warning.shape, origin: Origin });
export type WarnUser = z.output<typeof WarnUser>;

/** `path`: of the page, on this server, on which they choose a new password; good once. */
export const ResetLink = z.strictObject({ path: z.string(), expiresAt: IsoTime });
export type ResetLink = z.output<typeof ResetLink>;
z.globalRegistry.add(ResetLink, { id: 'ResetLink' });

export const adminContract = defineApi({
  changeUser: rpc('admin.changeUser', ChangeAccount, Account),
  signOutUser: rpc('admin.signOutUser', AboutUser, Done),
  makeResetLink: rpc('admin.makeResetLink', AboutUser, ResetLink),
  warnUser: rpc('admin.warnUser', WarnUser, Done),
  muteUser: rpc('admin.muteUser', MuteUser, Done),
});

/**
 * What administration does about people, where more than one module has a part in it. Written down
 * in the audit log. All throw `forbidden` for who may not, by what they are now, and about owners
 * for who is none; `not_found`.
 *
 * - `changeUser`: as `AccountsApi.change`. When it answers, the sessions of who is suspended have
 *   ended, and their tokens are refused everywhere.
 * - `signOutUser`: ends all their sessions. Idempotent.
 * - `makeResetLink`: for who has forgotten their password; earlier ones are good no more. Whoever
 *   has it can be them: hand it over yourself.
 * - `warnUser`, `muteUser`: by who may `moderatePeople`, of who is less than they are; see
 *   `AccountsApi.mute`. Who it is about is told at once, and finds it among their notices.
 */
export abstract class AdminApi extends apiClass(adminContract) {}

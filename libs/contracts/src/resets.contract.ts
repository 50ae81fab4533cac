import * as z from 'zod/mini';
import { Device, Password } from './auth.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { Done } from './paging.js';
import { IsoTime } from './text.js';
import { UserRef } from './users.contract.js';

/** The secret part of a link by which somebody chooses a new password. */
const ResetToken = z.string().check(z.regex(/^[\w-]{16,128}$/, 'Not such a token'));

export const ResetPassword = z.strictObject({ token: ResetToken, newPassword: Password });
export type ResetPassword = z.output<typeof ResetPassword>;
z.globalRegistry.add(ResetPassword, { id: 'ResetPassword' });

export const MadeReset = z.strictObject({ token: ResetToken, expiresAt: IsoTime });
export type MadeReset = z.output<typeof MadeReset>;

const ResetFrom = z.strictObject({ ...ResetPassword.shape, device: Device });

export const resetsContract = defineApi({
  make: rpc('resets.make', UserRef, MadeReset),
  use: rpc('resets.use', ResetFrom, Done),
});

/**
 * New passwords for people who have forgotten theirs.
 *
 * - `make`: for modules that have found that this may be; on no edge. In place of an earlier one.
 *   Throws `not_found`.
 * - `use`: for whoever has the link. Ends all sessions of the account. Throws `gone` for a token
 *   that was used, replaced, is too old, never was, or was made for the account as it no longer is
 *   (another password, another role, suspended; or who made it is), and `validation_failed` for a
 *   weak password, after which the link is still good.
 */
export abstract class ResetsApi extends apiClass(resetsContract) {}

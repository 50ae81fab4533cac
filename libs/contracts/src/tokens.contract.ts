import * as z from 'zod/mini';
import { Device } from './auth.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { SessionId, UserId } from './ids.js';
import { Done } from './paging.js';
import { WorkspaceRole } from './roles.js';
import { Scope } from './scopes.js';
import { IsoTime, name } from './text.js';
import { UserRef } from './users.contract.js';

/** Of a token: what a session's is, where it stands for one. */
export const TokenId = SessionId;
export type TokenId = SessionId;

const Scopes = z.array(Scope).check(
  z.minLength(1),
  z.maxLength(32),
  z.refine((scopes) => new Set(scopes).size === scopes.length, 'The same scope twice'),
);

/** `name`: what it is for, in its owner's words. Without `expiresAt` it is good until revoked. */
export const NewToken = z.strictObject({
  name: name(80),
  scopes: Scopes,
  expiresAt: z.optional(IsoTime),
});
export type NewToken = z.output<typeof NewToken>;
z.globalRegistry.add(NewToken, { id: 'NewToken' });

/** A token without its secret. `lastUsedAt`: to the minute; absent before it was used. */
export const Token = z.strictObject({
  id: TokenId,
  name: z.string(),
  scopes: z.array(Scope),
  createdAt: IsoTime,
  expiresAt: z.optional(IsoTime),
  lastUsedAt: z.optional(IsoTime),
});
export type Token = z.output<typeof Token>;
z.globalRegistry.add(Token, { id: 'Token' });

export const TokenList = z.strictObject({ items: z.array(Token) });
export type TokenList = z.output<typeof TokenList>;
z.globalRegistry.add(TokenList, { id: 'TokenList' });

/** `token`: `parley_<id>_<secret>`, shown this once. */
export const MadeToken = z.strictObject({ ...Token.shape, token: z.string() });
export type MadeToken = z.output<typeof MadeToken>;
z.globalRegistry.add(MadeToken, { id: 'MadeToken' });

const MakeToken = z.strictObject({ userId: UserId, made: NewToken, origin: Device });
export type MakeToken = z.output<typeof MakeToken>;

const RevokeToken = z.strictObject({ userId: UserId, tokenId: TokenId, origin: Device });
export type RevokeToken = z.output<typeof RevokeToken>;

const ShownToken = z.strictObject({ tokenId: TokenId, secret: z.string().check(z.maxLength(128)) });
export type ShownToken = z.output<typeof ShownToken>;

/** Whom a token speaks for. `role`: of now. */
export const TokenBearer = z.strictObject({
  userId: UserId,
  role: WorkspaceRole,
  scopes: z.array(z.string()),
  expiresAt: z.optional(IsoTime),
});
export type TokenBearer = z.output<typeof TokenBearer>;

export const tokensContract = defineApi({
  make: rpc('tokens.make', MakeToken, MadeToken),
  list: rpc('tokens.list', UserRef, TokenList),
  revoke: rpc('tokens.revoke', RevokeToken, Done),
  check: rpc('tokens.check', ShownToken, TokenBearer),
});

/**
 * Personal access tokens: for programs, each with scopes of its own. `make`, `list` and `revoke`
 * are for the person alone, of bots for who may `manageBots`, and throw `forbidden` to others.
 *
 * - `make`: throws `validation_failed` where `expiresAt` is not to come, and `conflict {field:
 *   'tokens'}` where there are as many as one may have.
 * - `list`: the newest first, the expired ones too, for a month.
 * - `revoke`: refused from now on, everywhere, and its sockets are closed. Idempotent. Throws
 *   `not_found`.
 * - `check`: for edges: whose it is. Notes that it was used. Throws `unauthenticated` for what is
 *   no token, was revoked, or is of somebody suspended; and `token_expired`.
 */
export abstract class TokensApi extends apiClass(tokensContract) {}

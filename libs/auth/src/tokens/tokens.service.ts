import { timingSafeEqual } from 'node:crypto';
import {
  problem,
  TokenId,
  type Actor,
  type Device,
  type Done,
  type MadeToken,
  type MakeToken,
  type NewToken,
  type RevokeToken,
  type ShownToken,
  type Token,
  type TokenBearer,
  type TokenList,
  type TokensApi,
  type UserId,
  type UserRef,
} from '@app/contracts';
import {
  AuditOutbox,
  Clock,
  digestOf,
  IdGenerator,
  unguessableKey,
  writeProgramToken,
} from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import { TokenEnder } from './token-ender.js';
import { TokenOwners } from './token-owners.js';
import { TokensRepository, type KeptToken } from './tokens.repository.js';

/** Tokens that one person may have, the expired ones of the last month among them. */
const maxTokens = 50;

/** Ms for which an expired token is shown still. */
const shownMs = 30 * 24 * 3_600_000;

/** Ms in which that it was used is noted once. */
const noteEveryMs = 60_000;

/** One's own tokens, or those of bots; `check` is for edges, about whoever shows one. */
@Injectable()
export class TokensService implements TokensApi {
  readonly #logger = new Logger(TokensService.name);

  constructor(
    private readonly tokens: TokensRepository,
    private readonly ender: TokenEnder,
    private readonly owners: TokenOwners,
    private readonly outbox: AuditOutbox,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async make(actor: Actor, { userId, made, origin }: MakeToken): Promise<MadeToken> {
    const by = await this.owners.manager(actor, userId, origin);
    const now = this.clock.now();
    const { token, secret } = this.#draw(userId, made, now);
    const { expiresAt } = token;
    const forgetAt = expiresAt && new Date(expiresAt.getTime() + shownMs);
    await this.tokens.insert(token, forgetAt);
    try {
      await this.#admit(by, token, origin);
    } catch (error) {
      // Nobody was told of it, whatever went wrong.
      await this.tokens.remove(token.id);
      throw error;
    }
    return { ...shown(token), token: writeProgramToken({ tokenId: token.id, secret }) };
  }

  async list(actor: Actor, { userId }: UserRef): Promise<TokenList> {
    await this.owners.manager(actor, userId);
    return { items: (await this.tokens.findOf(userId)).map(shown) };
  }

  async revoke(actor: Actor, { userId, tokenId, origin }: RevokeToken): Promise<Done> {
    const by = await this.owners.manager(actor, userId, origin);
    if (!(await this.tokens.isOf(userId, tokenId))) throw problem('not_found');
    const target = { kind: 'token', id: tokenId } as const;
    await this.outbox.during({ action: 'token.revoked', actor: by, target, origin }, () =>
      this.ender.end(userId, [tokenId]),
    );
    return {};
  }

  async check(_edge: Actor, { tokenId, secret }: ShownToken): Promise<TokenBearer> {
    const token = await this.tokens.find(tokenId);
    const now = this.clock.now();
    if (!token || !isSecretOf(token, secret)) throw problem('unauthenticated');
    if (token.expiresAt && token.expiresAt <= now) throw problem('token_expired');
    const bearer = await this.owners.profileOf(token.userId);
    // That they are suspended was lost on its way here, or has not arrived yet.
    if (!bearer || bearer.isDeactivated) throw problem('unauthenticated');
    await this.#noteUse(token, now);
    const { userId, scopes, expiresAt } = token;
    return {
      userId,
      role: bearer.role,
      scopes: [...scopes],
      ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    };
  }

  #draw(userId: UserId, { name, scopes, expiresAt }: NewToken, now: Date) {
    const secret = unguessableKey();
    const token: KeptToken = {
      id: TokenId.parse(this.ids.next()),
      userId,
      name,
      secretHash: digestOf(secret).toString('base64url'),
      scopes,
      createdAt: now,
      ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt) }),
    };
    if (token.expiresAt && token.expiresAt <= now) {
      const issues = [{ path: 'expiresAt', message: 'This is over already' }];
      throw problem('validation_failed', { issues });
    }
    return { token, secret };
  }

  /**
   * With the token stored: of those that are made at once each counts the others, and who is
   * suspended meanwhile is found to be, or has this one ended with the others.
   */
  async #admit(actor: Actor, token: KeptToken, origin: Device): Promise<void> {
    const { id, userId, name, scopes, expiresAt } = token;
    const bearer = await this.owners.profileOf(userId);
    if (!bearer || bearer.isDeactivated) throw problem('forbidden');
    const all = await this.tokens.findOf(userId);
    if (all.length > maxTokens) throw problem('conflict', { field: 'tokens' });
    const after = { name, scopes, userId, ...(expiresAt && { expiresAt }) };
    const target = { kind: 'token', id } as const;
    await this.outbox.record({ action: 'token.made', actor, target, origin, after });
  }

  async #noteUse({ id, lastUsedAt }: KeptToken, now: Date): Promise<void> {
    const before = new Date(now.getTime() - noteEveryMs);
    if (lastUsedAt && lastUsedAt > before) return;
    try {
      await this.tokens.noteUse(id, now, before);
    } catch (error) {
      // It is good all the same; the next use is noted.
      this.#logger.warn(`That ${id} was used is not noted: ${String(error)}`);
    }
  }
}

/** In the same time for all that is wrong with it. */
function isSecretOf({ secretHash }: KeptToken, secret: string): boolean {
  const kept = Buffer.from(secretHash, 'base64url');
  const given = digestOf(secret);
  return kept.length === given.length && timingSafeEqual(kept, given);
}

function shown({ id, name, scopes, createdAt, expiresAt, lastUsedAt }: KeptToken): Token {
  return {
    id,
    name,
    scopes: [...scopes],
    createdAt: createdAt.toISOString(),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
  };
}

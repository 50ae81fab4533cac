import {
  anonymous,
  isProblem,
  Problem,
  problem,
  TokensApi,
  type Actor,
  type TokenBearer,
} from '@app/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { BoundedMap } from '../memory/bounded-map.js';
import { RevocationList } from '../sessions/revocation-list.js';
import { AccessTokens, type Verified } from './access-tokens.js';
import { digestOf, isProgramToken, readProgramToken, type ProgramToken } from './program-token.js';

/** Tokens of programs that a process remembers. */
const maxKnown = 10_000;

/** Ms after which a token is asked about anew: its scopes, whose it is, and that it is used. */
const freshMs = 60_000;

/** What was found out about a token of a program, and when, in ms. */
interface Known {
  readonly verified: Verified;
  readonly askedAt: number;
}

/**
 * Who speaks by a bearer token: an access token, which says it itself, or a personal access token,
 * about which the auth module is asked once a minute. In between, and while that module is away (as
 * long as an access token would be good), what it has said counts, unless it was revoked since.
 */
@Injectable()
export class Bearers {
  /** By the hash of the token: a copy of our memory is no copy of the tokens. */
  readonly #known = new BoundedMap<string, Known>(maxKnown);
  readonly #asking = new Map<string, Promise<Verified>>();
  readonly #lastingMs: number;

  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly revocations: RevocationList,
    private readonly clock: Clock,
    @Inject(CONFIG) { accessTtl }: Pick<Config, 'accessTtl'>,
    @Optional() @Inject(TokensApi) private readonly tokens?: TokensApi,
  ) {
    this.#lastingMs = accessTtl * 1000;
  }

  /**
   * Throws `unauthenticated` for what is no token of ours, or revoked, or of somebody suspended,
   * `token_expired`, and `service_unavailable` for a token that is not known here, where the auth
   * module does not answer.
   */
  async verify(token: unknown): Promise<Verified> {
    if (!isProgramToken(token)) return this.accessTokens.verify(token);
    const shown = readProgramToken(token);
    if (!shown || !this.tokens) throw problem('unauthenticated');
    const key = digestOf(token).toString('base64url');
    const verified = await this.#ofProgram(key, shown);
    this.recheck(verified);
    return { ...verified, again: () => this.verify(token) };
  }

  /**
   * Whether what was verified once still holds: cheap enough for every socket event. Throws
   * `unauthenticated`, `token_expired`.
   */
  recheck(verified: Verified): void {
    this.accessTokens.recheck(verified);
  }

  async #ofProgram(key: string, shown: ProgramToken): Promise<Verified> {
    // Nobody is asked about what is known to be over.
    if (this.revocations.isRevoked(shown.tokenId)) throw problem('unauthenticated');
    const known = this.#known.get(key);
    if (known && this.#ageOf(known) < freshMs) return known.verified;
    try {
      return await this.#askOnce(key, shown);
    } catch (error) {
      // Away, not against it: as an access token would be, it is good for a while.
      const isAway = isProblem(error, 'service_unavailable', 'draining', 'internal');
      if (isAway && known && this.#ageOf(known) < this.#lastingMs) return known.verified;
      if (error instanceof Problem && !isAway) this.#known.delete(key);
      throw error;
    }
  }

  /** However many requests come with it at once. */
  #askOnce(key: string, shown: ProgramToken): Promise<Verified> {
    const asking = this.#asking.get(key);
    if (asking) return asking;
    const asked = this.#ask(key, shown).finally(() => this.#asking.delete(key));
    this.#asking.set(key, asked);
    return asked;
  }

  async #ask(key: string, shown: ProgramToken): Promise<Verified> {
    const askedAt = this.clock.now().getTime();
    const bearer = await this.tokens!.check(anonymous, shown);
    const verified = verifiedOf(shown, bearer);
    this.#known.set(key, { verified, askedAt });
    return verified;
  }

  #ageOf({ askedAt }: Known): number {
    return this.clock.now().getTime() - askedAt;
  }
}

/** Of a token that has no end of its own. */
const never = new Date('9999-12-31T00:00:00.000Z');

function verifiedOf({ tokenId }: ProgramToken, bearer: TokenBearer): Verified {
  const actor: Actor = { userId: bearer.userId, sessionId: tokenId, role: bearer.role };
  const expiresAt = bearer.expiresAt === undefined ? never : new Date(bearer.expiresAt);
  return { actor, expiresAt, scopes: new Set(bearer.scopes) };
}

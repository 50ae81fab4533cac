import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { Actor, problem } from '@app/contracts';
import { JwtService } from '@nestjs/jwt';
import * as z from 'zod/mini';
import type { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import type { RevocationList } from '../sessions/revocation-list.js';

export type TokenConfig = Pick<Config, 'jwtSecret' | 'jwtSecretPrevious' | 'accessTtl'>;

/** What a good token says. */
export interface Verified {
  readonly actor: Actor;
  readonly expiresAt: Date;
  /** Of a personal access token; absent: all that the actor may do. */
  readonly scopes?: ReadonlySet<string>;
  /** Of one, too: what it says now. Throws as `Bearers.verify`. */
  readonly again?: () => Promise<Verified>;
}

/** Seconds since 1970, as JWT has it. */
const Seconds = z.int().check(z.nonnegative());

const Claims = z.object({
  sub: Actor.shape.userId,
  sid: Actor.shape.sessionId,
  role: Actor.shape.role,
  iat: Seconds,
  exp: Seconds,
});

/**
 * Access tokens: HS256 JWTs `{sub: userId, sid: sessionId, role, iat, exp}` whose header names the
 * key (`kid`). They are verified without asking anybody; what was revoked since is in memory.
 *
 * Signed with `JWT_SECRET`; those of `JWT_SECRET_PREVIOUS` are accepted while they live, so a
 * rotation signs nobody out. Deliberately not here: refresh tokens (the auth module's).
 */
export class AccessTokens {
  readonly #jwt = new JwtService();
  /** `Map<kid, key>`, the signing one first. A `KeyObject`: 25 µs a token, a string costs 1,130. */
  readonly #keys: ReadonlyMap<string, KeyObject>;

  constructor(
    private readonly config: TokenConfig,
    private readonly clock: Clock,
    private readonly revocations: RevocationList,
  ) {
    const secrets = [config.jwtSecret, config.jwtSecretPrevious].filter((s) => s !== undefined);
    this.#keys = new Map(secrets.map((s) => [keyIdOf(s), createSecretKey(Buffer.from(s))]));
  }

  /** `expiresIn`: seconds. Throws a plain error in a process that was given no secret. */
  sign(actor: Actor): { token: string; expiresIn: number } {
    const [signing] = this.#keys;
    if (!signing) throw new Error('JWT_SECRET is missing');
    const [keyid, privateKey] = signing;
    const { userId: sub, sessionId: sid, role } = actor;
    const expiresIn = this.config.accessTtl;
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    const claims = { sub, sid, role, iat, exp: iat + expiresIn };
    const token = this.#jwt.sign(claims, { privateKey, keyid, algorithm: 'HS256' });
    return { token, expiresIn };
  }

  /**
   * Throws `unauthenticated` for what is no token of ours or belongs to a revoked session, and
   * `token_expired`.
   */
  verify(token: unknown): Verified {
    const { sub: userId, sid: sessionId, role, exp } = this.#claimsOf(token);
    const verified = { actor: { userId, sessionId, role }, expiresAt: new Date(exp * 1000) };
    this.recheck(verified);
    return verified;
  }

  /**
   * Whether what was verified once still holds: cheap enough for every socket event. Throws
   * `unauthenticated`, `token_expired`.
   */
  recheck({ actor, expiresAt }: Verified): void {
    if (this.revocations.isRevoked(actor.sessionId)) throw problem('unauthenticated');
    if (expiresAt <= this.clock.now()) throw problem('token_expired');
  }

  #claimsOf(token: unknown): z.output<typeof Claims> {
    const { data } = Claims.safeParse(typeof token === 'string' ? this.#read(token) : undefined);
    if (!data) throw problem('unauthenticated');
    return data;
  }

  #read(token: string): unknown {
    const key = this.#keys.get(keyIdIn(token) ?? '');
    if (!key) return undefined;
    // The types of JwtService lack `KeyObject` where its code takes it.
    const publicKey = key as unknown as Buffer;
    try {
      // Expiry is ours to judge, by our clock.
      const options = { publicKey, algorithms: ['HS256' as const], ignoreExpiration: true };
      return this.#jwt.verify<object>(token, options);
    } catch {
      // Forged, cut short or no JWT at all: jsonwebtoken only tells by throwing.
      return undefined;
    }
  }
}

/** Short enough for a header, long enough to tell two secrets apart; says nothing of the secret. */
function keyIdOf(secret: string): string {
  return createHash('sha256').update(`kid:${secret}`).digest('base64url').slice(0, 8);
}

const Header = z.object({ alg: z.literal('HS256'), kid: z.string() });

function keyIdIn(token: string): string | undefined {
  const [header = ''] = token.split('.', 1);
  try {
    const json: unknown = JSON.parse(Buffer.from(header, 'base64url').toString());
    return Header.safeParse(json).data?.kid;
  } catch {
    // No JSON, so no token of ours; JSON.parse only tells by throwing.
    return undefined;
  }
}

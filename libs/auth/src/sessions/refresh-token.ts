import { createHash, createHmac, randomBytes } from 'node:crypto';
import { SessionId } from '@app/contracts';

/**
 * A refresh token as clients hold it: `<sessionId>.<secret>`, opaque to them. The server keeps the
 * hash of the secret.
 */
export interface RefreshToken {
  readonly sessionId: SessionId;
  readonly secret: string;
}

/** The first one of a session. */
export function firstToken(sessionId: SessionId): RefreshToken {
  return { sessionId, secret: randomBytes(32).toString('base64url') };
}

/**
 * The one that follows a token: the same however often it is asked for, so that two tabs that
 * refresh at once go on with one token, whichever answer arrives last, and a lost answer can be had
 * again. Nobody can tell it from the token before without the server's `key`.
 */
export function successorOf({ sessionId, secret }: RefreshToken, key: string): RefreshToken {
  const next = createHmac('sha256', key).update(`refresh:${sessionId}.${secret}`);
  return { sessionId, secret: next.digest('base64url') };
}

/** A leaked database opens no session. No salt: the secret has 256 random bits. */
export function hashOf({ secret }: RefreshToken): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function write({ sessionId, secret }: RefreshToken): string {
  return `${sessionId}.${secret}`;
}

/** Undefined for what is no refresh token at all. */
export function read(text: string): RefreshToken | undefined {
  const [, id, secret] = /^([^.]{1,64})\.([\w-]{43})$/.exec(text) ?? [];
  const { data: sessionId } = SessionId.safeParse(id);
  return sessionId && secret ? { sessionId, secret } : undefined;
}

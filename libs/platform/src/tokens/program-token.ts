import { createHash } from 'node:crypto';
import { TokenId } from '@app/contracts';

/** A personal access token, as programs hold it: `parley_<id>_<secret>`. */
export interface ProgramToken {
  readonly tokenId: TokenId;
  readonly secret: string;
}

/** By which secret scanners, and we, tell it from anything else. */
const prefix = 'parley_';

const form = /^parley_([0-9A-Za-z-]{1,64})_([0-9a-z]{32})$/;

/** Whether it wants to be one; what an access token never does. */
export const isProgramToken = (token: unknown): token is string =>
  typeof token === 'string' && token.startsWith(prefix);

/** Undefined for what is none. */
export function readProgramToken(token: string): ProgramToken | undefined {
  const [, id, secret] = form.exec(token) ?? [];
  const { data: tokenId } = TokenId.safeParse(id);
  return tokenId && secret !== undefined ? { tokenId, secret } : undefined;
}

export const writeProgramToken = ({ tokenId, secret }: ProgramToken): string =>
  `${prefix}${tokenId}_${secret}`;

/** SHA-256. No salt: what it is of has 160 random bits. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

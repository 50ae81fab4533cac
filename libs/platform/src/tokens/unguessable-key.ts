import { randomBytes } from 'node:crypto';

/** Of Crockford's base 32, in small letters. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 32 digits, 160 random bits: nobody guesses it, and nobody tells anything from it. */
export function unguessableKey(): string {
  return Array.from(randomBytes(32), (byte) => alphabet[byte & 31]).join('');
}

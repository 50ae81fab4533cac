import { problem } from '@app/contracts';
import { commonPasswords } from './common-passwords.js';

/** What everybody can know of a person, and so nobody's password. */
export interface KnownTraits {
  readonly username: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Refuses passwords that are guessed first. Its length is the contract's business. Throws
 * `validation_failed` that names `password`.
 */
export function checkStrength(password: string, traits: KnownTraits): void {
  const message = weaknessOf(password, traits);
  if (message) throw problem('validation_failed', { issues: [{ path: 'password', message }] });
}

function weaknessOf(password: string, { username, name, email }: KnownTraits): string | undefined {
  const plain = foldCase(password);
  const traits = [username, name, email, email.split('@')[0]!].map(foldCase);
  if (traits.includes(plain)) return 'This is known of you';
  if (isMonotonous(plain)) return 'Too easy to guess: one character, or a row of neighbours';
  // `Password123!` is as common as `password`.
  const stem = plain.replace(/[^\p{L}]+$/u, '');
  if (commonPasswords.has(plain) || commonPasswords.has(stem)) return 'One of the most common';
  return undefined;
}

/** `aaaaaaaa`, `12345678`, `87654321`. */
function isMonotonous(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  return [0, 1, -1].some((step) =>
    codes.every((code, index) => index === 0 || code - codes[index - 1]! === step),
  );
}

function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

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
 * `validation_failed` that names `field`, by which the caller knows the password.
 */
export function checkStrength(password: string, traits: KnownTraits, field: string): void {
  const message = weaknessOf(password, traits);
  if (message) throw problem('validation_failed', { issues: [{ path: field, message }] });
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
  const codes = Array.from(text, (character) => character.codePointAt(0)!);
  const steps = codes.slice(1).map((code, index) => code - codes[index]!);
  return [0, 1, -1].some((same) => steps.every((step) => step === same));
}

function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

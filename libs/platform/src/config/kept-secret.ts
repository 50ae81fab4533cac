import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The secret kept in `file` (mode 0600), made at the first call: 43 characters of base64url, 256
 * bits. Two processes at once get the same one, and a crash never leaves half of it.
 */
export function keptSecret(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    // EEXIST: somebody made it before. `link` decides between two that make it at once.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  // Restored from a backup, it may have become readable to all.
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8');
}

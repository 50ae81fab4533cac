import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The injection token of the version: `string`, as in `package.json`. */
export const APP_VERSION = Symbol('APP_VERSION');

/**
 * Of the `package.json` nearest above the program, wherever it was built to or started from;
 * `0.0.0` where there is none.
 */
export function appVersion(from = dirname(process.argv[1] ?? process.cwd())): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: string };
      if (version !== undefined) return version;
    }
    if (folder === dirname(folder)) return '0.0.0';
  }
}

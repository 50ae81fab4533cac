import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/**
 * The variables of the process over those of `.env` in `folder` (default: where the process was
 * started). No file is the same as an empty one; a file that cannot be read throws.
 */
export function readEnvironment(folder = process.cwd()): NodeJS.ProcessEnv {
  return { ...readDotEnv(folder), ...process.env };
}

function readDotEnv(folder: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(join(folder, '.env'), 'utf8'));
  } catch (error) {
    // ENOENT: most installations have no `.env`; asking first would race with its writer.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

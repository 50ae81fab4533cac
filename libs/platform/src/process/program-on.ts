import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

/** The first program of this name in these folders. */
export function programOn(searchPath: readonly string[], name: string): string | undefined {
  return searchPath.map((folder) => join(folder, name)).find(isProgram);
}

/** Whether it is there, and may be started. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    // Not there, or not for us: either way the next place is asked.
    return false;
  }
}

import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Tokens } from '@parley/client';
import { Failure } from './failures.js';

/** Where somebody is signed in: by a password (`tokens`), or by a token made for programs. */
export interface SignedInAt {
  readonly url: string;
  readonly username: string;
  readonly tokens?: Tokens;
  readonly token?: string;
}

/** Who is signed in, kept for the next command in a file that nobody else may read. */
export class ConfigFile {
  constructor(readonly path: string) {}

  static in(env: Readonly<Record<string, string | undefined>>): ConfigFile {
    const folder = env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? homedir(), '.config');
    return new ConfigFile(join(folder, 'parley', 'config.json'));
  }

  read(): SignedInAt | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as SignedInAt;
    } catch {
      // Somebody has written it by hand.
      throw new Failure(`${this.path} is no JSON: repair it, or remove it`);
    }
  }

  /** In one step: a command that reads it meanwhile finds the old or the new one. */
  write(signedIn: SignedInAt): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const draft = `${this.path}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(signedIn, null, 2)}\n`, { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, this.path);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  private text(): string | undefined {
    try {
      return readFileSync(this.path, 'utf8');
    } catch (error) {
      // ENOENT: nobody is signed in. What else it may be is for the person to look into.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new Failure(`${this.path} cannot be read: ${(error as Error).message}`);
    }
  }
}

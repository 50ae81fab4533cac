import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { Failure } from './failures.js';

/** What a script of an installation has said. */
export interface ScriptEnd {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/**
 * The folder in which a server is installed, on this machine. A backup holds what no account may
 * read, and the keys of the workspace: so there is no way to it but over the machine itself.
 */
export class Installation {
  private constructor(readonly folder: string) {}

  /** Undefined where `folder`, or what it is in, is none. */
  static around(folder: string): Installation | undefined {
    for (let at = resolve(folder); ; at = dirname(at)) {
      if (isInstallation(at)) return new Installation(at);
      if (dirname(at) === at) return undefined;
    }
  }

  /** Throws `Failure`, with what to do instead. */
  static at(folder: string, script: string): Installation {
    const found = Installation.around(folder);
    if (found) return found;
    throw new Failure(
      `There is no installation of Parley in ${resolve(folder)}. This is done where the server ` +
        `runs, in the folder that it was installed in: \`parley ${script} … --in <folder>\`, or ` +
        `\`npm run ${script} -- …\``,
    );
  }

  /** Runs a script of its own, with its settings. Resolves when that has ended. */
  async run(
    script: string,
    args: readonly string[],
    env: Readonly<Record<string, string | undefined>>,
  ): Promise<ScriptEnd> {
    // Ours; a server refuses settings that it does not know.
    const { PARLEY_URL: _, PARLEY_TOKEN: __, PARLEY_PASSWORD: ___, ...settings } = env;
    const child = spawn('npm', ['run', '-s', script, '--', ...args], {
      cwd: this.folder,
      env: settings,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number>((end, fail) => {
      child.once('error', fail);
      child.once('close', (code) => end(code ?? 1));
    });
    const [exitCode, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { exitCode, out, err };
  }
}

function isInstallation(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const { name, scripts = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly name?: string;
    readonly scripts?: Readonly<Record<string, string>>;
  };
  return name === 'parley' && 'backup' in scripts;
}

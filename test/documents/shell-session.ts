import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const end = 'end-of-the-block';

/** A terminal in which somebody pastes one block after the other: variables stay. */
export class ShellSession {
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-shell-'));
  readonly #shell: ChildProcess;
  readonly #lines: Interface;
  #blocks = 0;

  constructor(cwd: string, environment: NodeJS.ProcessEnv = process.env) {
    this.#shell = spawn('bash', { cwd, env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#shell.stdout! });
  }

  /** What the block prints. Throws when a command of it, or the shell, fails. */
  async run(block: string): Promise<string> {
    const file = join(this.#folder, `${++this.#blocks}.sh`);
    // A file: what the block runs may read standard input, and would read the next block.
    writeFileSync(file, `${block}\n`);
    this.#shell.stdin!.write(`set -e; . ${file} </dev/null; printf '\\n%s\\n' ${end}\n`);
    const said: string[] = [];
    const listen = (line: string) => void said.push(line);
    this.#lines.on('line', listen);
    const gone = once(this.#lines, 'close').then(() => {
      throw new Error(`This failed:\n${block}\nIt said:\n${said.join('\n')}`);
    });
    await Promise.race([this.#reaches(end), gone]);
    gone.catch(() => undefined);
    this.#lines.off('line', listen);
    return said.slice(0, -1).join('\n').trimEnd();
  }

  async close(): Promise<void> {
    this.#shell.stdin!.end();
    if (this.#shell.exitCode === null) await once(this.#shell, 'exit');
    rmSync(this.#folder, { recursive: true });
  }

  #reaches(line: string): Promise<void> {
    return new Promise((resolve) => {
      const look = (said: string): void => {
        if (said !== line) return;
        this.#lines.off('line', look);
        resolve();
      };
      this.#lines.on('line', look);
    });
  }
}

/** A pattern for an answer as a document shows it, in which `…` stands for anything of a line. */
export function asShown(answer: string): RegExp {
  const parts = answer.trim().split('…');
  const literally = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${literally.join('.*')}$`);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runProgram } from '@parley/cli';

/** What a command has said, and how it ended. */
export interface Said {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Somebody at a terminal, with a home of their own and a server that they mean. */
export class CommandLine {
  private readonly home = mkdtempSync(join(tmpdir(), 'parley-home-'));
  private readonly enough = new AbortController();
  private heard = '';
  private waiting: (() => void) | undefined;

  constructor(
    private readonly url: string,
    private readonly env: NodeJS.ProcessEnv = {},
    private readonly password = 'correct horse battery',
  ) {}

  get configFile(): string {
    return join(this.home, 'parley/config.json');
  }

  /** `piped`: what comes by standard input. */
  async run(args: readonly string[], piped = ''): Promise<Said> {
    const said = { out: '', err: '' };
    const exitCode = await runProgram(args, {
      env: { XDG_CONFIG_HOME: this.home, PARLEY_URL: this.url, ...this.env },
      folder: this.home,
      input: Readable.from([piped]),
      out: (text) => {
        said.out += text;
        this.heard += text;
        this.waiting?.();
      },
      err: (text) => (said.err += text),
      askSecretly: () => Promise.resolve(this.password),
      enough: this.enough.signal,
    });
    return { exitCode, ...said };
  }

  /** Expects success; with `--json`, what that gave. */
  async json<Result>(...args: string[]): Promise<Result> {
    const { exitCode, out, err } = await this.run([...args, '--json']);
    if (exitCode !== 0) throw new Error(`parley ${args.join(' ')}: ${err}`);
    return JSON.parse(out) as Result;
  }

  /** Resolves when this was said by any command. */
  async says(text: string): Promise<void> {
    while (!this.heard.includes(text)) {
      await new Promise<void>((resolve) => (this.waiting = resolve));
    }
  }

  /** Ctrl-C. */
  stop(): void {
    this.enough.abort();
  }

  remove(): void {
    rmSync(this.home, { recursive: true });
  }
}

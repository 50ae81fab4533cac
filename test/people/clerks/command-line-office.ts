import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandLine } from '../command-line.js';
import {
  botScopes,
  Refusal,
  type Act,
  type Clerk,
  type Fetched,
  type OpenOffice,
} from './clerk.js';

interface WithId {
  readonly id: string;
}

/** Those who sit at a terminal. */
export const commandLineOffice: OpenOffice = (url) => {
  const lines: CommandLine[] = [];
  const sitDown = () => {
    const line = new CommandLine(url);
    lines.push(line);
    return line;
  };
  return Promise.resolve({
    newcomer: async (username) => {
      const line = sitDown();
      const email = `${username}@parley.example`;
      await line.json('register', '-u', username, '-n', username, '-e', email);
      await line.json('login', '-u', username);
      return new CommandLineClerk(line);
    },
    program: async (token) => {
      const line = sitDown();
      await line.run(['login', '--token-stdin'], token);
      return new CommandLineClerk(line);
    },
    close: () => {
      for (const line of lines) line.remove();
    },
  });
};

class CommandLineClerk implements Clerk {
  constructor(private readonly line: CommandLine) {}

  async makeChannel(slug: string): Promise<string> {
    return (await this.ask<WithId>('chats', 'create', slug, '--slug', slug, '--private')).id;
  }

  async invite(chatId: string): Promise<string> {
    return (await this.ask<{ code: string }>('chats', 'invite', chatId)).code;
  }

  async accept(code: string): Promise<void> {
    await this.ask('chats', 'accept', code);
  }

  async send(chatId: string, text: string): Promise<string> {
    return (await this.ask<WithId>('send', chatId, text)).id;
  }

  async texts(chatId: string): Promise<string[]> {
    const { out } = await this.run('tail', chatId, '--no-follow', '--lines', '100');
    const said = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Told);
    return said.filter(({ message }) => message.kind === 'text').map(({ message }) => message.text);
  }

  async report(id: string): Promise<void> {
    await this.ask('report', 'message', id, '--category', 'spam');
  }

  async openReports(): Promise<Record<string, string>> {
    const reports = await this.ask<(WithId & { message?: WithId })[]>(
      'admin',
      'reports',
      'list',
      '--all',
    );
    return Object.fromEntries(reports.map(({ id, message }) => [message!.id, id]));
  }

  async handle(reportId: string, act: Act, until?: string): Promise<void> {
    const command = ['admin', 'reports', act.replace('_', '-'), reportId];
    const long = until ? ['--until', until] : [];
    await this.ask(...command, '--reason', 'As the story has it', ...long);
  }

  async makeBot(username: string): Promise<string> {
    await this.ask('admin', 'bots', 'make', username, '--name', username);
    const make = [
      'admin',
      'bots',
      'tokens',
      'make',
      `@${username}`,
      'story',
      '--scope',
      ...botScopes,
    ];
    return (await this.ask<{ token: string }>(...make)).token;
  }

  async suspended(): Promise<string[]> {
    const list = ['admin', 'users', 'list', '--state', 'suspended', '--all'];
    return (await this.ask<{ username: string }[]>(...list)).map(({ username }) => username);
  }

  exportOwn(): Promise<Fetched> {
    return inFolder((file) => this.ask<Fetched>('export', '--output', file));
  }

  auditActions(): Promise<string[]> {
    return inFolder(async (file) => {
      await this.ask('admin', 'audit', 'export', '--output', file);
      const entries = readFileSync(file, 'utf8').trimEnd().split('\n');
      return entries.map((line) => (JSON.parse(line) as { action: string }).action);
    });
  }

  async isAuditIntact(): Promise<boolean> {
    return (await this.ask<{ isIntact: boolean }>('admin', 'audit', 'verify')).isIntact;
  }

  private async ask<Answer>(...args: readonly string[]): Promise<Answer> {
    return JSON.parse((await this.run(...args)).out) as Answer;
  }

  private async run(...args: readonly string[]) {
    const said = await this.line.run([...args, '--json']);
    if (said.exitCode === 0) return said;
    throw new Refusal((JSON.parse(said.err) as { error: { code: string } }).error.code);
  }
}

interface Told {
  readonly message: { readonly kind: string; readonly text: string };
}

async function inFolder<T>(act: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-clerk-'));
  try {
    return await act(join(folder, 'file'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry, Backup, Chat, Import, Message } from '@app/contracts';
import { slackZip } from '@app/imports/testing';
import { eventually } from '@app/platform/testing';
import { CommandLine } from '../people/command-line.js';
import { topologies, type Deployment } from '../topologies/index.js';

interface Named {
  readonly id: string;
  readonly username: string;
}

describe.each(topologies)('The command line, %s', (_, start) => {
  let deployment: Deployment;
  const terminals: CommandLine[] = [];

  const terminal = (url = deployment.url) => {
    const made = new CommandLine(url);
    terminals.push(made);
    return made;
  };

  /** Registers under a name, and is signed in. */
  async function arrive(name: string): Promise<CommandLine> {
    const person = terminal();
    const account = ['--username', name, '--name', name, '--email', `${name}@parley.example`];
    await person.json('register', ...account);
    await person.json('login', '--username', name);
    return person;
  }

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(async () => {
    for (const one of terminals) one.remove();
    await deployment.close();
  });

  it('shows what was done to people and to what they said', async () => {
    const olga = await arrive('olga');
    const ada = await arrive('ada');
    const ben = await arrive('ben');
    const { id: channel } = await olga.json<Chat>(
      ...['chats', 'create', 'Harbour', '--slug', 'harbour', '--member', '@ada', '@ben'],
    );
    const { id: advertised } = await ben.json<Message>('send', '#harbour', 'Buy', 'now!');
    await ada.json('report', 'message', advertised, '--category', 'spam', '--comment', 'Again');
    const [report] = await olga.json<Named[]>('admin', 'reports', 'list');
    const why = ['--reason', 'No advertising here'];
    await olga.json('admin', 'reports', 'delete-message', report!.id, ...why);
    const shown = await ada.run(['tail', channel, '--no-follow']);
    expect(shown.out).toMatch(/#2 {2}ben: \(deleted\)\n$/);

    await olga.json('admin', 'users', 'suspend', '@ben', '--reason', 'Advertises');
    expect(await ben.run(['whoami'])).toMatchObject({ exitCode: 3 });
    await olga.json('admin', 'users', 'restore', '@ben');
    await olga.json('admin', 'users', 'role', '@ada', 'moderator');
    await olga.json('admin', 'users', 'rename', '@ada', 'Ada L.');
    expect((await olga.run(['admin', 'users', 'show', '@ada'])).out).toMatch(
      /name +Ada L\.\nrole +moderator/,
    );
    await ben.json('login', '--username', 'ben');
    await olga.json('admin', 'users', 'warn', '@ben', '--reason', 'This once');
    await olga.json('admin', 'users', 'mute', '@ben', '--until', '2099-01-01T00:00:00Z');
    expect((await ben.run(['send', '#harbour', 'but'])).exitCode).toBe(1);
    await olga.json('admin', 'users', 'unmute', '@ben');
    await ben.json('send', '#harbour', 'sorry');

    const all = await olga.json<AuditEntry[]>('admin', 'audit', 'list', '--all');
    expect(await olga.json<unknown[]>('admin', 'audit', 'list', '--limit', '2')).toHaveLength(2);
    expect(all.length).toBeGreaterThan(10);
  });

  it('exports the audit log into a file of one’s own that was not there', async () => {
    const [olga] = terminals as [CommandLine];
    const folder = mkdtempSync(join(tmpdir(), 'parley-export-'));
    const file = join(folder, 'audit.jsonl');
    await olga.json('admin', 'audit', 'export', '--output', file);
    const entries = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect((JSON.parse(entries[0]!) as AuditEntry).position).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await olga.run(['admin', 'audit', 'export', '-o', file])).exitCode).toBe(1);
    rmSync(folder, { recursive: true });
  });

  it('has backups made where the server is, and removes them', async () => {
    const [olga, ada] = terminals as [CommandLine, CommandLine];
    const { id } = await olga.json<Backup>('admin', 'backups', 'make', '--label', 'Tonight');
    await eventually(async () => {
      const listed = await olga.json<Backup[]>('admin', 'backups', 'list');
      expect(listed).toMatchObject([{ id, label: 'Tonight', state: 'ready' }]);
    });
    await olga.json('admin', 'backups', 'remove', id, '--reason', 'No more');
    expect(await olga.json('admin', 'backups', 'list')).toEqual([]);
    expect((await ada.run(['admin', 'backups', 'list'])).exitCode).toBe(1);
  });

  it('brings in what was said elsewhere, a trial first', async () => {
    const [olga, ada] = terminals as [CommandLine, CommandLine];
    const folder = mkdtempSync(join(tmpdir(), 'parley-import-'));
    const file = join(folder, 'export.zip');
    writeFileSync(file, slackZip());
    const started = async (...more: string[]) => {
      const start = ['admin', 'imports', 'start', 'slack', file, ...more];
      const { id } = await olga.json<Import>(...start);
      return eventually(async () => {
        const found = await olga.json<Import>('admin', 'imports', 'show', id);
        expect(found.state).toBe('done');
        return found;
      });
    };
    expect(await started('--trial')).toMatchObject({ isTrial: true, fileName: 'export.zip' });
    const { id, counts } = await started('--reason', 'We have moved');
    expect(counts.messages).toBeGreaterThan(0);
    const { out } = await olga.run(['admin', 'imports', 'show', id]);
    expect(out).toMatch(/import: done, 6 of 6 chats[^]+messages: \d+[^]+placeholder: /);
    await olga.json('admin', 'imports', 'remove', id);
    expect(await olga.json('admin', 'imports', 'list')).toMatchObject([{ isTrial: true }]);
    expect((await ada.run(['admin', 'imports', 'list'])).exitCode).toBe(1);
    rmSync(folder, { recursive: true });
  });

  it('keeps who is signed in to itself, until they sign out', async () => {
    const cleo = await arrive('cleo');
    expect(statSync(cleo.configFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(cleo.configFile, 'utf8')).not.toContain('correct horse');
    expect((await cleo.run(['whoami'])).out).toMatch(/username +cleo/);
    const { tokens } = JSON.parse(readFileSync(cleo.configFile, 'utf8')) as {
      tokens: { accessToken: string };
    };
    expect((await cleo.run(['logout'])).exitCode).toBe(0);
    const { exitCode, err } = await cleo.run(['whoami', '--json']);
    expect(exitCode).toBe(3);
    expect(JSON.parse(err)).toMatchObject({
      error: { message: expect.stringMatching('login') as string },
    });
    const authorization = `Bearer ${tokens.accessToken}`;
    const me = await fetch(`${deployment.url}/api/auth/me`, { headers: { authorization } });
    expect(me.status).toBe(401);
  });

  it('takes a token that was made for it, with what that opens', async () => {
    const dora = await arrive('dora');
    const make = ['tokens', 'make', 'script', '--scope', 'users:read', 'chats:read'];
    const { token } = await dora.json<{ token: string }>(...make);
    const script = terminal();
    expect((await script.run(['login', '--token-stdin'], `${token}\n`)).exitCode).toBe(0);
    expect((await script.json<Named>('whoami')).username).toBe('dora');
    const refused = await script.run(['send', '@dora', 'mine', '--json']);
    expect(JSON.parse(refused.err)).toMatchObject({ error: { code: 'insufficient_scope' } });
  });

  it('shows what comes until it is told to stop', async () => {
    const eve = await arrive('eve');
    const fay = await arrive('fay');
    await eve.json('send', '@fay', 'before');
    const tail = fay.run(['tail', '@eve']);
    await fay.says('before');
    await eve.run(['send', '@fay'], 'two\nlines\n');
    await fay.says('two lines');
    await eve.json('send', '@fay', 'an \u001b[31morder');
    await fay.says('an  [31morder');
    fay.stop();
    const { exitCode, out } = await tail;
    expect(exitCode).toBe(0);
    expect(out.match(/eve: /g)).toHaveLength(4);
  });

  it('tells what is wrong in words, and by its exit code', async () => {
    const gil = await arrive('gil');
    const run = async (...args: string[]) => {
      const { exitCode, err } = await gil.run(args);
      return [exitCode, err.split('\n')[0]];
    };
    expect(await run('admin', 'users', 'list')).toEqual([1, 'parley: You may not do this']);
    expect(await run('send', '@nobody', 'hi')).toEqual([
      1,
      'parley: There is nobody called @nobody',
    ]);
    expect(await run('sing')).toEqual([2, "error: unknown command 'sing'"]);
    expect(await run('send')).toEqual([2, "error: missing required argument 'chat'"]);
    expect(
      await run(
        '--url',
        'http://127.0.0.1:1',
        'register',
        ...['-u', 'x', '-n', 'x'],
        '-e',
        'x@y.example',
      ),
    ).toEqual([4, 'parley: The server cannot be reached']);
    expect((await gil.run(['register', '-u', 'x y', '-n', 'x', '-e', 'x@y.example'])).err).toMatch(
      /^parley: .+\n {2}username: /,
    );
  });
});

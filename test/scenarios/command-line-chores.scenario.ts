import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AdminChat,
  Chat,
  IncomingWebhook,
  IncomingWebhookWithPath,
  Webhook,
  WebhookDelivery,
} from '@app/contracts';
import { CommandLine } from '../people/command-line.js';
import { topologies, type Deployment } from '../topologies/index.js';

interface Named {
  readonly id: string;
  readonly username: string;
}

describe.each(topologies)('The chores of the command line, %s', (_, start) => {
  let deployment: Deployment;
  let olga: CommandLine;
  let ada: CommandLine;
  let folder: string;

  async function arrive(name: string): Promise<CommandLine> {
    const person = new CommandLine(deployment.url);
    const account = ['--username', name, '--name', name, '--email', `${name}@parley.example`];
    await person.json('register', ...account);
    await person.json('login', '--username', name);
    return person;
  }

  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

  beforeAll(async () => {
    deployment = await start();
    folder = mkdtempSync(join(tmpdir(), 'parley-chores-'));
    olga = await arrive('olga');
    ada = await arrive('ada');
  });

  afterAll(async () => {
    for (const one of [olga, ada]) one.remove();
    rmSync(folder, { recursive: true });
    await deployment.close();
  });

  it('goes into channels and out of them, and sees to who is in', async () => {
    const make = ['chats', 'create', 'Open sea', '--slug', 'open-sea'];
    const { id } = await olga.json<Chat>(...make);
    const listed = await ada.json<{ id: string; slug: string }[]>('chats', 'directory', '-q', 'op');
    expect(listed).toMatchObject([{ id, slug: 'open-sea' }]);
    await ada.json('chats', 'join', id);
    const names = async () =>
      (await olga.json<{ user: Named }[]>('chats', 'members', '#open-sea')).map(
        ({ user }) => user.username,
      );
    expect((await names()).toSorted()).toEqual(['ada', 'olga']);
    await ada.json('chats', 'leave', '#open-sea');
    await olga.json('chats', 'add', '#open-sea', '@ada');
    expect((await ada.run(['chats', 'show', '#open-sea'])).out).toMatch(/name +Open sea/);
    await olga.json('chats', 'remove', '#open-sea', '@ada');
    expect(await names()).toEqual(['olga']);
  });

  it('lists so many, or all', async () => {
    for (const name of ['one', 'two', 'three'])
      await olga.json('chats', 'create', name, '--member', '@ada');
    const limited = await ada.json<Chat[]>('chats', 'list', '--limit', '2');
    const all = await ada.json<Chat[]>('chats', 'list', '--limit', '2', '--all');
    expect(limited).toHaveLength(2);
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['one', 'two', 'three']));
  });

  it('finds people, and hears nothing of some of them', async () => {
    const [found] = await olga.json<Named[]>('users', 'find', 'ad');
    expect(found).toMatchObject({ username: 'ada' });
    expect((await olga.run(['users', 'show', '@ada'])).out).toContain(found!.id);
    await ada.json('users', 'block', '@olga');
    expect(await olga.json('users', 'find', 'ad')).toEqual([]);
    expect(await ada.json('users', 'blocked')).toMatchObject([{ username: 'olga' }]);
    await ada.json('users', 'unblock', '@olga');
    await olga.json('send', '@ada', 'hi');
  });

  it('keeps the chats of the workspace', async () => {
    await ada.json('chats', 'create', 'Old pier', '--slug', 'old-pier');
    const admin = (...args: string[]) => olga.json<AdminChat>('admin', 'chats', ...args);
    expect(await admin('archive', '#old-pier')).toMatchObject({ isArchived: true });
    const archived = ['admin', 'chats', 'list', '--state', 'archived'];
    const [kept] = await olga.json<AdminChat[]>(...archived);
    expect(kept).toMatchObject({ slug: 'old-pier' });
    expect(await admin('restore', kept!.id)).toMatchObject({ isArchived: false });
    await ada.json('chats', 'add', '#old-pier', '@olga');
    const heirs = ['admin', 'chats', 'heirs', '#old-pier', '-q', 'ol'];
    expect(await olga.json(...heirs)).toMatchObject([{ username: 'olga' }]);
    const handed = await admin('hand-over', '#old-pier', '@olga', '--reason', 'She is away');
    expect(handed.ownerId).toBe((await olga.json<Named>('whoami')).id);
    await admin('delete', '#old-pier');
    expect((await olga.run(['admin', 'chats', 'show', kept!.id])).out).toMatch(/deletedAt +20/);
    expect((await ada.run(['admin', 'chats', 'list'])).exitCode).toBe(1);
  });

  it('makes bots, and ends their tokens', async () => {
    await olga.json('admin', 'bots', 'make', 'pilot', '--name', 'Pilot');
    expect(await olga.json('admin', 'bots', 'list')).toMatchObject([{ username: 'pilot' }]);
    const tokens = (...args: string[]) => ['admin', 'bots', 'tokens', ...args];
    const made = await olga.json<{ id: string }>(
      ...tokens('make', '@pilot', 'harbour', '--scope', 'chats:read'),
    );
    expect(await olga.json(...tokens('list', '@pilot'))).toMatchObject([{ id: made.id }]);
    await olga.json(...tokens('revoke', '@pilot', made.id));
    expect(await olga.json(...tokens('list', '@pilot'))).toEqual([]);
  });

  it('sees to webhooks', async () => {
    await olga.json('chats', 'create', 'Quay', '--slug', 'quay');
    const webhooks = <T = Webhook>(...args: string[]) => olga.json<T>('admin', 'webhooks', ...args);
    const made = await webhooks<Webhook & { secret: string }>(
      ...['create', 'log', 'http://127.0.0.1:1/', '--chat', '#quay'],
      ...['--event', 'message.created'],
    );
    expect(made).toMatchObject({ events: ['message.created'], state: 'active' });
    expect(idsOf(await webhooks<Webhook[]>('list'))).toEqual([made.id]);
    expect((await webhooks<{ secret: string }>('new-secret', made.id)).secret).not.toBe(
      made.secret,
    );
    const ping = await webhooks<WebhookDelivery>('ping', made.id);
    expect(idsOf(await webhooks<WebhookDelivery[]>('deliveries', made.id))).toEqual([ping.id]);
    const paused = await webhooks('change', made.id, '--state', 'paused', '--name', 'logs');
    expect(paused).toMatchObject({ state: 'paused', name: 'logs' });
    expect(await webhooks('show', made.id)).toMatchObject({ name: 'logs' });
    expect((await olga.run(['admin', 'webhooks', 'replay', made.id, 'nothing'])).exitCode).toBe(1);
    await webhooks('remove', made.id);
    expect(await webhooks<Webhook[]>('list')).toEqual([]);
  });

  it('gives programs an address to write to, and ends it', async () => {
    await olga.json('chats', 'create', 'Lock', '--slug', 'lock');
    const hooks = <T = IncomingWebhook>(...args: string[]) =>
      olga.json<T>('admin', 'incoming-webhooks', ...args);
    const made = await hooks<IncomingWebhookWithPath>('create', 'Builds', '#lock');
    expect(made).toMatchObject({ name: 'Builds', mayCallAll: false, state: 'active' });
    expect(idsOf(await hooks<IncomingWebhook[]>('list'))).toEqual([made.id]);
    const renew = ['admin', 'incoming-webhooks', 'new-address', made.id];
    const address = (await olga.run(renew)).out.trim();
    expect(address).toMatch(new RegExp(`^http://.*/api/hooks/${made.id}/[0-9a-z]{32}$`));
    const say = async (at: string) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ text: 'Green' });
      return (await fetch(at, { method: 'POST', headers, body })).status;
    };
    expect([await say(address), await say(new URL(made.path, address).href)]).toEqual([200, 404]);
    expect(await hooks('change', made.id, '--state', 'paused')).toMatchObject({ state: 'paused' });
    expect(await say(address)).toBe(409);
    expect(await hooks('show', made.id)).toMatchObject({ state: 'paused' });
    await hooks('remove', made.id);
    expect(await hooks<IncomingWebhook[]>('list')).toEqual([]);
  });

  it('fetches what is kept of somebody, now or later, and writes over nothing', async () => {
    const file = join(folder, 'ada.zip');
    expect((await ada.run(['export', '--last'])).exitCode).toBe(1);
    const ordered = await ada.json<{ id: string }>('export', '--no-wait');
    expect(ordered.id).toMatch(/^[0-9A-Z]{26}$/);
    const { sizeBytes } = await ada.json<{ sizeBytes: number }>('export', '--last', '-o', file);
    expect(statSync(file)).toMatchObject({ size: sizeBytes });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { exitCode, err } = await ada.run(['export', '--last', '-o', file]);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('exist') as string]);
  });

  it('looks at what stands between it and the server', async () => {
    const findings = await ada.json<{ check: string; state: string }[]>('doctor');
    expect(findings.map(({ check, state }) => [check, state])).toEqual([
      ['server', 'ok'],
      ['transport', 'ok'],
      ['clock', 'ok'],
      ['account', 'ok'],
      ['events', 'ok'],
      ['installation', 'skipped'],
    ]);
  });

  /** As a program that has this token. */
  async function withToken(token: string, ...args: string[]) {
    const program = new CommandLine(deployment.url, { PARLEY_TOKEN: token });
    try {
      return await program.run(args);
    } finally {
      program.remove();
    }
  }

  it('names an account that may not hear events', async () => {
    const made = await ada.json<{ token: string }>('tokens', 'make', 'p', '--scope', 'users:read');
    const { exitCode, out, err } = await withToken(made.token, 'doctor');
    expect(out).toContain('✓ account: ada is signed in');
    expect(out).toMatch(/^✗ events: .+\n {4}Let WebSockets through .+ needs `events:read`/m);
    expect([exitCode, err]).toEqual([1, 'parley: Not in order: events\n']);
  });

  it('names what is wrong, and what helps', async () => {
    const { exitCode, out, err } = await ada.run(['--url', 'http://127.0.0.1:1', 'doctor']);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^✗ server: The server cannot be reached\n {4}Check --url/);
    expect(err).toBe('parley: Not in order: server, clock\n');
    const far = await ada.run(['--url', 'http://chat.invalid', 'doctor']);
    expect(far.out).toContain('! transport: Passwords and tokens can be read by anybody');
    const unknown = await withToken('parley_nobody_nothing', 'doctor');
    expect(unknown.out).toMatch(/^✗ account: .+\n {4}Run `parley login`/m);
    expect(unknown.err).toBe('parley: Not in order: account, events\n');
    const away = await ada.run(['backup', 'all.parley']);
    expect(away).toMatchObject({ exitCode: 1 });
    expect(away.err).toMatch(/^parley: There is no installation of Parley in /);
  });
});

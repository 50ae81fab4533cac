import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  Chat,
  Job,
  JobCounts,
  MadeAnnouncement,
  RetentionState,
  SettingsState,
  Stats,
  Topology,
} from '@app/contracts';
import { adapters, defineJob, type Adapters } from '@app/platform';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import sharp from 'sharp';
import * as z from 'zod/mini';
import { CommandLine } from '../people/command-line.js';
import { topologies, type Deployment } from '../topologies/index.js';

const errand = defineJob('test.errand', z.strictObject({}), { attempts: 1 });

/** Twelve processes begin at once, and each says so when it has a moment. */
const patienceMs = 30_000;

describe.each(topologies)('A workspace run from the command line, %s', (shape, start) => {
  let deployment: Deployment;
  let olga: CommandLine;
  /** One more process, which has a kind of jobs of its own. */
  let other: Adapters;
  const done: string[] = [];
  let isBroken = true;

  const admin = <Result>(...args: string[]) => olga.json<Result>('admin', ...args);
  const seen = async (...args: string[]) => (await olga.run(['admin', ...args])).out;

  beforeAll(async () => {
    const mongodbUri = freshDatabaseUri();
    deployment = await start({ MONGODB_URI: mongodbUri });
    olga = new CommandLine(deployment.url);
    const account = ['--username', 'olga', '--name', 'Olga', '--email', 'olga@parley.example'];
    await olga.json('register', ...account);
    await olga.json('login', '--username', 'olga');
    const { redisUrl } = deployment;
    other = await adapters({ mongodbUri, redisUrl });
    await other.database!.open();
    other.jobs!.handle(errand, (_errand, { key }) => {
      if (isBroken) throw new Error('The shop is shut');
      done.push(key);
    });
  });

  afterAll(async () => {
    olga.remove();
    await other.close();
    await deployment.close();
  });

  it('tells how much there is, and what each day brought', async () => {
    const before = await admin<Stats>('stats');
    await olga.json('chats', 'create', 'Harbour', '--slug', 'harbour');
    const stats = await admin<Stats>('stats', '--days', '1');
    expect(stats).toMatchObject({ users: { total: 1 }, away: [] });
    expect(stats.chats!.channels).toBe(before.chats!.channels + 1);
    expect(stats.days).toHaveLength(1);
    const words = await seen('stats', '--days', '1');
    expect(words).toMatch(/^total +1$/m);
    expect(words).toMatch(/^DAY +USERS +MESSAGES +CALLS +BYTES\n\d{4}-\d\d-\d\d +1 /m);
  });

  it('changes what is set of the workspace, and lets go of it again', async () => {
    expect(await admin('settings', 'show')).toMatchObject({ version: 0 });
    expect(await seen('settings', 'show')).toMatch(/^name +\S.* \(the server’s\)$/m);
    const set = ['settings', 'set', '--reason', 'New house'];
    const changed = await admin<SettingsState>(
      ...[...set, '--name', 'The Quay', '--channels-by', 'admins', '--edit-window', '-1'],
    );
    const settings = { name: 'The Quay', channelsBy: 'admins', editWindow: -1 };
    expect(changed).toMatchObject({ version: 1, settings });
    expect(await seen('settings', 'show')).toMatch(/^name +The Quay$/m);
    const late = await olga.run(['admin', ...set, '--if-version', '0', '--name', 'Late']);
    expect([late.exitCode, late.err]).toEqual([1, expect.stringContaining('changed') as string]);
    const unset = await admin<SettingsState>(...set, '--unset', 'name', 'edit-window');
    expect(unset.settings).toMatchObject({ name: null, channelsBy: 'admins', editWindow: null });
    expect((await olga.run(['admin', ...set])).exitCode).toBe(2);
  });

  it('says for how long messages are kept, and what would go', async () => {
    const retention = <Result>(...args: string[]) => admin<Result>('retention', ...args);
    const state = await retention<RetentionState>('show');
    expect(state.days).toBeNull();
    const set = ['set', '--if-version', String(state.version), '--reason', 'The law'];
    expect(await retention(...set, '--days', '365')).toMatchObject({ days: 365 });
    expect(await seen('retention', 'show')).toMatch(/^kept +365 days$/m);
    const late = await olga.run(['admin', 'retention', ...set, '--forever']);
    expect([late.exitCode, late.err]).toEqual([1, expect.stringContaining('changed') as string]);

    const { id } = await olga.json<Chat>('chats', 'create', 'Archive', '--slug', 'archive');
    const chat = ['--chat', id];
    expect(await retention('set', ...chat, '--days', '30')).toMatchObject({ days: 30 });
    expect(await retention('list')).toMatchObject([{ chatId: id, name: 'Archive', days: 30 }]);
    expect(await seen('retention', 'show', ...chat)).toBe('30 days\n');
    expect(await retention('set', ...chat, '--inherit')).not.toHaveProperty('days');
    expect(await retention('list')).toEqual([]);
    const nothing = { messages: 0, files: 0, bytes: 0, items: [] };
    expect(await retention('preview', '--days', '30')).toEqual(nothing);
    expect(await retention('preview', ...chat)).toEqual(nothing);

    await eventually(() => retention('purge', '--reason', 'Now'), patienceMs);
    await eventually(async () => {
      const { lastRun } = await retention<RetentionState>('show');
      expect(lastRun).toMatchObject({ state: 'done', messages: 0 });
    }, patienceMs);
    expect(await retention('set', '--forever')).toMatchObject({ days: null });
    for (const wrong of [[], ['--days', '3', '--forever'], ['--inherit']])
      expect((await olga.run(['admin', 'retention', 'set', ...wrong])).exitCode).toBe(2);
  });

  it('says something to everybody, and takes it down', async () => {
    const create = ['announcements', 'create', 'We move', 'tonight', '--severity', 'warning'];
    const made = await admin<MadeAnnouncement>(...create, '--stays');
    const as = { text: 'We move tonight', severity: 'warning', isDismissible: false };
    expect(made).toMatchObject({ ...as, state: 'live' });
    expect(await admin('announcements', 'list')).toMatchObject([{ id: made.id, state: 'live' }]);
    await admin('announcements', 'end', made.id, '--reason', 'Done');
    expect(await admin('announcements', 'list')).toMatchObject([{ id: made.id, state: 'over' }]);
    expect((await olga.run(['admin', 'announcements', 'end', made.id])).exitCode).toBe(1);
  });

  it('begins a job anew that has failed, and takes out what is not to be done', async () => {
    await eventually(() => other.jobs!.enqueue(errand, {}, { key: 'milk' }));
    const mine = ['--kind', 'test.errand'];
    const failed = await eventually(async () => {
      const [job] = await admin<Job[]>('jobs', 'list', ...mine);
      expect(job).toMatchObject({ key: 'milk', state: 'failed' });
      return job!;
    }, patienceMs);
    expect(await seen('jobs', 'list', ...mine)).toContain('The shop is shut');
    const kinds = await admin<JobCounts[]>('jobs', 'kinds');
    expect(kinds).toContainEqual(expect.objectContaining({ kind: 'test.errand', failed: 1 }));
    isBroken = false;
    await admin('jobs', 'retry', failed.id, '--reason', 'It is open');
    await eventually(() => expect(done).toEqual(['milk']), patienceMs);

    await other.jobs!.enqueue(errand, {}, { key: 'bread', delayMs: 3_600_000 });
    const delayed = ['jobs', 'list', ...mine, '--state', 'delayed'];
    const [bread] = await admin<Job[]>(...delayed);
    expect(bread).toMatchObject({ key: 'bread' });
    await admin('jobs', 'remove', bread!.id);
    expect(await admin(...delayed)).toEqual([]);
  });

  it('shows what runs, and lets a process drain', async () => {
    const processes = async () => (await admin<Topology>('topology')).processes;
    const app = shape === 'embedded' ? 'server' : 'chat';
    const one = await eventually(async () => {
      const found = (await processes()).filter((process) => process.app === app);
      expect(found).toHaveLength(shape === 'embedded' ? 1 : 2);
      return found[0]!;
    }, patienceMs);
    const words = await seen('topology');
    expect(words).toMatch(new RegExp(`^${one.id} +${app} .* ready `, 'm'));
    expect(words).toMatch(/^message\.created +chats +\d/m);
    expect(words).toMatch(/^test\.errand +\d/m);
    if (shape === 'embedded') {
      const { exitCode, err } = await olga.run(['admin', 'drain', one.id]);
      expect([exitCode, err]).toEqual([1, expect.stringMatching(/^parley: /) as string]);
      return;
    }
    const stateOf = async () => (await processes()).find(({ id }) => id === one.id)?.state;
    await admin('drain', one.id, '--reason', 'Its machine is replaced');
    await eventually(async () => expect(await stateOf()).toBe('draining'), patienceMs);
    await admin('drain', one.id, '--undo');
    await eventually(async () => expect(await stateOf()).toBe('ready'), patienceMs);
  });

  it('gives a bot a picture, and takes it away', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-picture-'));
    const file = join(folder, 'pilot.png');
    const background = { r: 20, g: 80, b: 120 };
    const create = { width: 64, height: 64, channels: 3 as const, background };
    writeFileSync(file, await sharp({ create }).png().toBuffer());
    await admin('bots', 'make', 'pilot', '--name', 'Pilot');
    const avatar = async () =>
      (await olga.json<{ avatar?: string }>('users', 'show', '@pilot')).avatar;
    expect(await avatar()).toBeUndefined();
    await admin('bots', 'picture', '@pilot', file);
    expect(await avatar()).toBeDefined();
    await admin('bots', 'picture', '@pilot');
    expect(await avatar()).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});

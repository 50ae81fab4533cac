import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserId, type BackupId } from '@app/contracts';
import { adapters, configFrom, UlidGenerator, type Adapters, type Config } from '@app/platform';
import {
  eventually,
  freshDatabaseUri,
  HeardDeeds,
  ManualTime,
  PaperQueue,
} from '@app/platform/testing';
import { checkBackup } from '../archive/restore.js';
import { BackupEnds } from './backup-ends.js';
import { BackupFolder } from './backup-folder.js';
import { BackupJobs, makeBackup } from './backup-jobs.js';
import { BackupsRepository } from './backups.repository.js';
import type { EndedBackup } from './kept-backup.js';

const olga = UserId.parse('olga');
const untold = new AbortController().signal;
const aTry = '01JD3V8K3A0N5T8W2E6R9Y4UBC';

describe('Backups in the folder of the server', () => {
  const root = mkdtempSync(join(tmpdir(), 'parley-backups-'));
  let ports: Adapters;
  let place: string;
  let config: Config;
  let time: ManualTime;
  let deeds: HeardDeeds;
  let backups: BackupsRepository;
  let folder: BackupFolder;
  let queue: PaperQueue;
  let jobs: BackupJobs;

  beforeEach(async () => {
    ports = await adapters({ mongodbUri: freshDatabaseUri() });
    place = join(mkdtempSync(join(root, 'one-')), 'backups');
    config = configFrom({
      NODE_ENV: 'test',
      PARLEY_DATA_DIR: join(place, '..'),
      PARLEY_BACKUP_DIR: place,
      PARLEY_BACKUPS_KEPT: '2',
    });
    const ids = new UlidGenerator();
    time = new ManualTime();
    deeds = new HeardDeeds('backups', ports.database!, time);
    backups = new BackupsRepository(ports.database!);
    folder = new BackupFolder(ports.database!, ids, config);
    const ends = new BackupEnds(backups, folder, deeds.outbox, time, config);
    queue = new PaperQueue();
    jobs = new BackupJobs(queue.jobs, backups, folder, ends, ids, time);
    jobs.onModuleInit();
    await ports.database!.open();
    deeds.outbox.onApplicationBootstrap();
  });

  afterEach(async () => {
    await deeds.outbox.onApplicationShutdown();
    await ports.database!.close();
    await ports.close();
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const ordered = async (label?: string) => {
    const pending = jobs.draw(olga, label);
    expect(await backups.insert(pending)).toBe(true);
    return pending;
  };
  const tried = (id: BackupId, attempt = 1, signal = untold) =>
    queue.try(makeBackup, id, attempt, signal);
  const made = async () => {
    const { id } = await ordered();
    await tried(id);
    return (await backups.find(id)) as EndedBackup & { state: 'ready' };
  };

  it('are made one at a time', async () => {
    const { id } = await ordered('the first');
    expect(await backups.pending()).toMatchObject({ id, label: 'the first' });
    expect(await backups.insert(jobs.draw(olga, 'the second'))).toBe(false);
    await tried(id);
    expect(await backups.pending()).toBeUndefined();
    await ordered('the second');
  });

  it('are whole, and what is said of their files is so', async () => {
    const { archive } = await made();
    const bytes = readFileSync(join(place, archive.name));
    expect(archive).toMatchObject({ size: bytes.length, isEncrypted: false });
    expect(archive.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await checkBackup({ file: join(place, archive.name) })).toMatchObject({ chats: 0 });
    expect(await folder.has(archive)).toBe(true);
    writeFileSync(join(place, archive.name), bytes.subarray(1));
    expect(await folder.has(archive)).toBe(false);
  });

  it('begin anew after a process that died over one, of which nothing stays', async () => {
    const { id } = await ordered();
    mkdirSync(place);
    writeFileSync(join(place, `${id}.${aTry}.parley.new`), 'half of it');
    // It had written all, and told nobody.
    writeFileSync(join(place, `${id}.${aTry}.parley`), 'all of it');
    expect(await backups.ended()).toEqual([]);
    await tried(id, 2);
    const { archive } = (await backups.find(id)) as { archive: { name: string } };
    expect(readdirSync(place)).toEqual([archive.name]);
    await checkBackup({ file: join(place, archive.name) });
  });

  it('are one where a process was taken for dead, and was not', async () => {
    const { id } = await ordered();
    await Promise.allSettled([tried(id), tried(id, 2)]);
    const [one, ...others] = (await backups.ended()) as Awaited<ReturnType<typeof made>>[];
    expect(others).toEqual([]);
    expect(readdirSync(place)).toEqual([one!.archive.name]);
    await checkBackup({ file: join(place, one!.archive.name) });
  });

  it('are given back by a process that stops, without a file', async () => {
    const { id } = await ordered();
    await expect(tried(id, 3, AbortSignal.abort())).rejects.toThrow('abort');
    expect(readdirSync(place)).toEqual([]);
    expect(await backups.pending()).toMatchObject({ id });
  });

  it('have failed after the last try, with why', async () => {
    writeFileSync(place, 'no folder');
    const { id } = await ordered();
    await expect(tried(id, 1)).rejects.toThrow('EEXIST');
    expect(await backups.pending()).toMatchObject({ id });
    await expect(tried(id, 3)).rejects.toThrow('EEXIST');
    const why = expect.stringContaining('EEXIST') as string;
    expect(await backups.find(id)).toMatchObject({ state: 'failed', error: why });
    expect(await backups.pending()).toBeUndefined();
  });

  it('leave room for others on their disk', async () => {
    const freeBytes = Number.MAX_SAFE_INTEGER;
    const full = { ...config, backups: { ...config.backups, freeBytes } };
    const crowded = new BackupFolder(ports.database!, new UlidGenerator(), full);
    await expect(crowded.write((await ordered()).id, untold)).rejects.toThrow('are free in');
    expect(readdirSync(place)).toEqual([]);
  });

  it('are looked for when their job was lost, and given up when it is dead', async () => {
    const { id } = await ordered();
    // Whatever a clock says meanwhile.
    time.pass(-600_000);
    await jobs.sweep();
    expect(queue.ordered).toEqual([id]);
    queue.given.push({ key: id, error: 'Abandoned' });
    await jobs.sweep();
    expect(await backups.find(id)).toMatchObject({ state: 'failed', error: 'Abandoned' });
  });

  it('are kept as many as is said, and the rest is written down', async () => {
    const all = [await made(), await made(), await made()];
    const left = (await backups.ended()).map(({ id }) => id);
    expect(left).toEqual([all[2]!.id, all[1]!.id]);
    expect(readdirSync(place).sort()).toEqual([all[1]!.archive.name, all[2]!.archive.name].sort());
    await eventually(() =>
      expect(deeds.all).toMatchObject([
        {
          action: 'backup.removed',
          outcome: 'done',
          actor: { id: olga },
          target: { kind: 'backup', id: all[0]!.id },
          before: { archive: { sha256: all[0]!.archive.sha256 } },
          after: { replacedBy: all[2]!.id },
        },
      ]),
    );
  });

  it('are removed for newer ones by several processes at once, and it is written down once', async () => {
    const [one] = [await made(), await made()];
    const others = new HeardDeeds('backups_too', ports.database!, time);
    const theirs = new BackupEnds(backups, folder, others.outbox, time, config);
    const ours = new BackupEnds(backups, folder, deeds.outbox, time, config);
    const pending = await ordered();
    const archive = await folder.write(pending.id, untold);
    // Ready, and nobody has tidied yet.
    await backups.end(pending, { state: 'ready', archive, endedAt: time.now().toISOString() });

    await Promise.all([ours.tidy(), theirs.tidy(), ours.tidy()]);

    others.outbox.onApplicationBootstrap();
    for (const { outbox } of [deeds, others]) await outbox.sweep();
    await others.outbox.onApplicationShutdown();
    const told = [...deeds.all, ...others.all];
    expect(told.map(({ target }) => target!.id)).toEqual(told.map(() => one.id));
    // The log takes a deed once by its id.
    expect(new Set(told.map(({ id }) => id)).size).toBe(1);
    expect((await backups.ended()).map(({ id }) => id)).toEqual([
      pending.id,
      expect.not.stringMatching(one.id),
    ]);
    expect(readdirSync(place)).toHaveLength(2);
  });

  it('that have failed are kept as many as is said', async () => {
    const failed = [];
    for (let n = 0; n < 3; n++) {
      const pending = await ordered();
      queue.given.push({ key: pending.id, error: `No disk ${n}` });
      await jobs.sweep();
      failed.unshift(pending.id);
    }
    expect((await backups.ended()).map(({ id }) => id)).toEqual(failed.slice(0, 2));
  });

  it('make way for the next one when a process died between their end and their order', async () => {
    const { id } = await made();
    const orders = ports.database!.connection.collection('backup_orders');
    const left = { backupId: id, createdBy: olga, createdAt: new Date() };
    await orders.insertOne({ _id: 'backup' as never, ...left });
    await jobs.sweep();
    expect(queue.ordered).toEqual([]);
    await ordered('the next one');
  });

  it('leave alone what else is in the folder', async () => {
    mkdirSync(place);
    const others = [`${aTry}.${aTry}.parley`, `${aTry}.${aTry}.parley.new`, 'mine.parley'];
    for (const name of others) writeFileSync(join(place, name), 'of others');
    const { archive } = await made();
    expect(readdirSync(place).sort()).toEqual([...others, archive.name].sort());
  });
});

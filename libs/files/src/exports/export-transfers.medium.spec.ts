import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  ExportId,
  Message,
  serverEvents,
  type Actor,
  type DataExport,
  type ExportState,
  type Problem,
} from '@app/contracts';
import { Database, JobQueue } from '@app/platform';
import { eventually, readZip } from '@app/platform/testing';
import { Contents } from '../contents.js';
import { ExportTransfers } from '../export-transfers.js';
import { StoragePort } from '../storage/storage-port.js';
import { crew, FilesBench, others } from '../testing/files-bench.js';
import { ExportJobs } from './export-jobs.js';
import { ExportMaker } from './export-maker.js';
import { ExportsRepository } from './exports.repository.js';

const origin = { address: '192.0.2.1', userAgent: 'a browser' };
const [past, future] = ['2020-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'];

describe('ExportTransfers', () => {
  let bench: FilesBench;
  let ada: Actor;
  const exportsOf = () => bench.part(ExportTransfers);

  afterEach(() => bench.close());

  const open = async (settings: NodeJS.ProcessEnv = {}) => {
    bench = await FilesBench.open(settings);
    ada = bench.person('ada', crew, others);
  };

  /** The first of hers that has come to its end. */
  const ended = (state: ExportState = 'ready'): Promise<DataExport> =>
    eventually(async () => {
      const [newest] = (await exportsOf().list(ada)).items;
      expect(newest!.state).toBe(state);
      return newest!;
    });

  const contentOf = async ({ id }: DataExport) => {
    const archive = await exportsOf().open(ada, id, origin);
    return readZip(await buffer(await archive.read()));
  };

  const textOf = (found: Map<string, Buffer>, path: string) => found.get(path)!.toString();

  const make = async () => {
    await exportsOf().order(ada, origin);
    return ended();
  };

  /** Since all that was ordered. */
  const aDayPasses = () =>
    bench
      .part(Database)
      .connection.collection('exports')
      .updateMany({}, { $set: { createdAt: new Date(Date.now() - 86_400_001) } });

  it('hold what was said, the files, and sums that are right', async () => {
    await open();
    const sent = await bench.upload(ada, 'a report', 'report.txt');
    const waiting = await bench.upload(ada, 'not sent yet', 'draft.txt');
    bench.past.happened(crew, 230, sent);
    bench.past.happened(others, 1, sent);
    const found = await contentOf(await make());

    expect([...found.keys()].toSorted()).toEqual([
      'README.txt',
      'SHA256SUMS',
      'blocked.jsonl',
      'calls.jsonl',
      ...[crew, others].flatMap((chat) =>
        ['chat', 'members', 'messages', 'receipts'].map((name) => `chats/${chat}/${name}.jsonl`),
      ),
      ...[`files/${sent.id}/report.txt`, `files/${waiting.id}/draft.txt`].toSorted(),
      'profile.jsonl',
      'schema.json',
    ]);
    const lines = textOf(found, `chats/${crew}/messages.jsonl`).trimEnd().split('\n');
    const seqs = lines.map((line) => Message.parse(JSON.parse(line)).seq);
    expect(seqs).toEqual(Array.from({ length: 230 }, (_, n) => n + 1));
    const receipt = JSON.parse(textOf(found, `chats/${crew}/receipts.jsonl`)) as unknown;
    expect(receipt).toEqual({ userId: 'ben', lastReadSeq: 2 });
    expect(textOf(found, `files/${sent.id}/report.txt`)).toBe('a report');

    const sums = textOf(found, 'SHA256SUMS').trimEnd().split('\n');
    expect(sums).toHaveLength(found.size - 1);
    for (const sum of sums) {
      const [sha256, path] = sum.split('  ') as [string, string];
      expect(createHash('sha256').update(found.get(path)!).digest('hex')).toBe(sha256);
    }
  });

  it('say what has no room in them, and take the rest', async () => {
    await open({ PARLEY_EXPORT_BYTES: '20' });
    const small = await bench.upload(ada, 'small', 'small.txt');
    const large = await bench.upload(ada, 'larger than twenty bytes', 'large.txt');
    bench.past.happened(crew, 2, large, small);
    const made = await make();
    expect(made.archive!.leftOut).toBe(1);
    const found = await contentOf(made);
    expect(found.has(`files/${small.id}/small.txt`)).toBe(true);
    expect(found.has(`files/${large.id}/large.txt`)).toBe(false);
    expect(JSON.parse(textOf(found, 'left-out.jsonl'))).toMatchObject({ id: large.id });
  });

  it('end where somebody was put out of a chat meanwhile', async () => {
    await open();
    bench.past.happened(crew, 3);
    bench.past.putOut.add(ada.userId);
    const found = await contentOf(await make());
    expect(found.get(`chats/${crew}/messages.jsonl`)).toHaveLength(0);
  });

  it('are made one at a time, and told to the person', async () => {
    await open();
    const told: unknown[] = [];
    bench.hear((_, event, payload) => {
      if (event === 'export_ended') told.push(serverEvents.export_ended.parse(payload));
    });
    // The first may not be there already when the second is asked for.
    bench.part(JobQueue).pause(true);
    const [one, other] = await Promise.all([
      exportsOf().order(ada, origin),
      exportsOf().order(ada, origin),
    ]);
    bench.part(JobQueue).pause(false);
    expect(other.id).toBe(one.id);
    await ended();
    await eventually(() => expect(told).toEqual([{ id: one.id, state: 'ready' }]));
    await eventually(() =>
      expect(bench.deeds.map(({ action, outcome }) => [action, outcome])).toContainEqual([
        'export.ordered',
        'done',
      ]),
    );
  });

  it('are made once a day as long as the last one is good', async () => {
    await open();
    const first = await make();
    const again = exportsOf().order(ada, origin);
    await expect(again).rejects.toMatchObject({ code: 'rate_limited' });
    const { params } = (await again.catch((error: unknown) => error)) as Problem<'rate_limited'>;
    expect(params.retryAfterMs).toBeGreaterThan(0);
    expect(params.retryAfterMs).toBeLessThanOrEqual(86_400_000);
    expect((await exportsOf().list(ada)).items).toMatchObject([{ id: first.id }]);
    await aDayPasses();
    expect((await exportsOf().order(ada, origin)).id).not.toBe(first.id);
  });

  it('are made again at once where the last one has failed', async () => {
    await open();
    const id = ExportId.parse('0'.repeat(26));
    const failed = {
      id,
      actor: ada,
      state: 'pending',
      createdAt: new Date().toISOString(),
    } as const;
    const exports = bench.part(ExportsRepository);
    await exports.end(failed, { state: 'failed', endedAt: past, expiresAt: future });
    expect(await make()).toMatchObject({ state: 'ready' });
  });

  it('take the place of the one before, whose bytes go', async () => {
    await open();
    const storage = bench.part(StoragePort);
    const first = await make();
    await bench.part(Contents).dropUnneeded(first.archive!.sha256);
    expect(await storage.has(first.archive!.sha256)).toBe(true);
    bench.past.happened(crew, 1);
    await aDayPasses();
    await exportsOf().order(ada, origin);
    await eventually(async () => {
      const { items } = await exportsOf().list(ada);
      expect(items).toHaveLength(1);
      expect(items[0]!.id).not.toBe(first.id);
    });
    await eventually(async () => expect(await storage.has(first.archive!.sha256)).toBe(false));
    await expect(exportsOf().open(ada, first.id, origin)).rejects.toThrow('not_found');
  });

  it('are nobody else’s', async () => {
    await open();
    const { id } = await make();
    const ben = bench.person('ben', crew);
    expect((await exportsOf().list(ben)).items).toEqual([]);
    await expect(exportsOf().open(ben, id, origin)).rejects.toThrow('not_found');
    const link = await exportsOf().open(undefined, id, origin);
    await (await link.read({ start: 5, end: 6 })).toArray();
    await (await link.read()).toArray();
    const fetched = () => bench.deeds.filter(({ action }) => action === 'export.fetched');
    await eventually(() => expect(fetched()).toHaveLength(1));
    expect(fetched()[0]).toMatchObject({ actor: { id: 'anonymous' }, target: { id: 'ada' } });
  });

  it('are opened by no link once whose they are is suspended', async () => {
    await open();
    const { id } = await make();
    const byLink = () => exportsOf().open(undefined, id, origin);
    await expect(byLink()).resolves.toBeDefined();
    bench.owners.suspended.add(ada.userId);
    await expect(byLink()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('go on from nothing where a process has stopped over them', async () => {
    await open();
    bench.past.happened(crew, 3);
    const id = ExportId.parse('0'.repeat(26));
    const createdAt = new Date().toISOString();
    const begun = { id, actor: ada, state: 'pending', createdAt } as const;
    await bench.part(ExportsRepository).insert(begun);
    const stopped = new AbortController();
    bench.past.before = () => stopped.abort();
    const maker = bench.part(ExportMaker);
    await expect(maker.make(id, stopped.signal)).rejects.toThrow('aborted');
    expect(readdirSync(join(bench.folder, 'incoming'))).toEqual([]);
    expect((await exportsOf().list(ada)).items).toMatchObject([{ id, state: 'pending' }]);

    bench.past.before = () => undefined;
    await maker.make(id, new AbortController().signal);
    const made = await ended();
    expect((await contentOf(made)).get(`chats/${crew}/messages.jsonl`)).not.toHaveLength(0);
    // Whoever was taken for dead, and comes late, changes nothing.
    await maker.make(id, new AbortController().signal);
    expect(await ended()).toMatchObject({ id, endedAt: made.endedAt });
  });

  describe('when they are swept', () => {
    const insert = (name: string, createdAt: string) => {
      const id = ExportId.parse(name.padEnd(26, '0'));
      const actor = bench.person(name.toLowerCase(), crew);
      return bench.part(ExportsRepository).insert({ id, actor, state: 'pending', createdAt });
    };
    const statesOf = async (name: string) =>
      (await exportsOf().list(bench.person(name, crew))).items.map(({ state }) => state);

    it('are made where their job was lost, and given up after a day', async () => {
      await open();
      await insert('LATE', new Date(Date.now() - 3_600_000).toISOString());
      await insert('OLD', past);
      await bench.part(ExportJobs).sweep();
      expect(await statesOf('old')).toEqual(['failed']);
      await eventually(async () => expect(await statesOf('late')).toEqual(['ready']));
    });

    it('are removed once their time is over, with their bytes', async () => {
      await open();
      const made = await make();
      const storage = bench.part(StoragePort);
      const exports = bench.part(ExportsRepository);
      await bench.part(ExportJobs).sweep();
      expect(await exports.find(made.id)).toBeDefined();
      // As if it had been made long ago.
      for (const expiresAt of [past, future]) {
        const id = ExportId.parse(expiresAt === past ? 'A'.repeat(26) : 'B'.repeat(26));
        const actor = bench.person(`of-${expiresAt.slice(0, 4)}`, crew);
        const { sha256 } = made.archive!;
        const archive = { sha256, sizeBytes: 1, leftOut: 0 };
        const pending = { id, actor, state: 'pending', createdAt: past } as const;
        await exports.end(pending, { state: 'ready', archive, endedAt: past, expiresAt });
      }
      await exports.remove(made.id);
      await bench.part(ExportJobs).sweep();
      expect(await exports.find(ExportId.parse('A'.repeat(26)))).toBeUndefined();
      // The other one has the same bytes.
      expect(await storage.has(made.archive!.sha256)).toBe(true);
      expect(await exports.find(ExportId.parse('B'.repeat(26)))).toBeDefined();
    });
  });
});

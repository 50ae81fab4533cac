import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { FileId, problem, UserId, type Import, type ImportSource } from '@app/contracts';
import { adapters, UlidGenerator, type Adapters } from '@app/platform';
import { freshDatabaseUri, ManualTime, PaperQueue } from '@app/platform/testing';
import type { FileTransfers, IncomingFile } from '../../../files/src/file-transfers.js';
import { mattermostZip, slackFiles, slackTime, slackTs, slackZip } from '../testing/samples.js';
import { Died, PaperWorkspace } from '../testing/paper-workspace.js';
import { zipOf } from '../testing/zip-of.js';
import { AccountsHere } from './accounts-here.js';
import { FileImporter } from './file-importer.js';
import { ImportFolder } from './import-folder.js';
import { ImportJobs, runImport } from './import-jobs.js';
import { ImportRunner } from './import-runner.js';
import { ImportsRepository } from './imports.repository.js';
import type { OrderedImport } from './kept-import.js';

const olga = UserId.parse('olga');
const ann = UserId.parse('ann-here');
const untold = new AbortController().signal;

describe('Imports', () => {
  const root = mkdtempSync(join(tmpdir(), 'parley-imports-'));
  let ports: Adapters;
  let imports: ImportsRepository;
  let workspace: PaperWorkspace;
  let time: ManualTime;
  let jobs: ImportJobs;
  let queue: PaperQueue;
  let uploads: Map<FileId, Buffer>;
  let refused: Set<string>;
  let dataDir: string;
  let folder: ImportFolder;
  let freeBytes: number;

  /** The module, as another process has it that begins now. */
  const begin = () => {
    const transfers = {
      open: (_: unknown, id: FileId) => {
        const content = uploads.get(id);
        if (!content) return Promise.reject(problem('not_found'));
        return Promise.resolve({ read: () => Promise.resolve(Readable.from([content])) });
      },
      receive: async (_: unknown, { id, name, content }: IncomingFile) => {
        if (refused.has(name)) throw problem('quota_exceeded', { limitBytes: 1 });
        await workspace.keepFile(id!, await text(content));
      },
    } as unknown as FileTransfers;
    folder = new ImportFolder(transfers, { dataDir, imports: { freeBytes } });
    const accounts = new AccountsHere(workspace.accountsApi);
    const files = new FileImporter(workspace.filesApi, transfers);
    const { chatsApi, messagesApi } = workspace;
    const runner = new ImportRunner(folder, imports, accounts, chatsApi, messagesApi, files);
    queue = new PaperQueue();
    jobs = new ImportJobs(queue.jobs, imports, folder, runner, new UlidGenerator(), time);
    jobs.onModuleInit();
  };

  beforeAll(async () => {
    ports = await adapters({ mongodbUri: freshDatabaseUri() });
    imports = new ImportsRepository(ports.database!);
    await ports.database!.open();
  });

  beforeEach(async () => {
    for (const name of ['imports', 'import_claims', 'imported_chats'])
      await ports.database!.connection.collection(name).deleteMany({});
    workspace = new PaperWorkspace();
    workspace.accounts.push(
      { id: olga, username: 'olga', email: 'olga@example.com', role: 'owner' },
      { id: ann, username: 'somebody-else', email: 'ann@example.com', role: 'member' },
      { id: UserId.parse('bob-here'), username: 'Bob', email: 'bob@x.example', role: 'member' },
    );
    time = new ManualTime();
    uploads = new Map();
    refused = new Set();
    dataDir = mkdtempSync(join(root, 'one-'));
    freeBytes = 0;
    begin();
  });

  afterAll(async () => {
    await ports.database!.close();
    await ports.close();
    rmSync(root, { recursive: true, force: true });
  });

  const order = async (source: ImportSource, content: Buffer, isTrial = false) => {
    const fileId = FileId.parse(`file-${uploads.size}`);
    uploads.set(fileId, content);
    const ordered = jobs.draw(olga, { source, fileId, isTrial, fileName: 'export.zip' });
    expect(await imports.insert(ordered)).toBe(true);
    return ordered;
  };
  const tried = ({ id }: OrderedImport, attempt = 1, signal = untold) =>
    queue.try(runImport, id, attempt, signal);
  const done = async (source: ImportSource, content: Buffer, isTrial = false): Promise<Import> => {
    const ordered = await order(source, content, isTrial);
    await tried(ordered);
    return (await imports.find(ordered.id))!;
  };
  /** What there is, in an order of its own. */
  const all = () => ({
    chats: [...workspace.chats.values()],
    placeholders: [...workspace.placeholders.values()],
    files: [...workspace.files],
  });

  it('of a trial write nothing, and count as the import does', async () => {
    const trial = await done('slack', slackZip(), true);
    expect(workspace.writes).toBe(0);
    const real = await done('slack', slackZip());
    expect([trial.state, real.state]).toEqual(['done', 'done']);
    expect(real.counts).toEqual(trial.counts);
    expect(real.notes).toEqual(trial.notes);
    expect(real.progress).toEqual({ chats: 6, ofChats: 6 });
  });

  it('bring people in at the end, and hand the chat to one of them', async () => {
    await done('slack', slackZip());
    const [plans, quiet, secrets] = [...workspace.chats.values()];
    expect(plans).toMatchObject({ members: ['ann-here', 'bob-here'], owner: 'ann-here' });
    expect(plans!.begun).toMatchObject({ kind: 'channel', traits: { slug: 'plans' } });
    expect(quiet).toMatchObject({ owner: 'bob-here', messages: [] });
    expect(secrets).toMatchObject({ members: ['ann-here'], owner: 'ann-here' });
    expect(plans!.messages.map(({ senderId }) => senderId).slice(0, 1)).toEqual([ann]);
    const cleo = [...workspace.placeholders.values()].find(({ name }) => name === 'Cleo Cox');
    expect(cleo).toMatchObject({ username: 'cleo-imported' });
  });

  it.each([
    ['slack', slackZip],
    ['mattermost', mattermostZip],
  ] as const)('of %s come to the same, wherever a process dies over them', async (source, zip) => {
    const whole = await done(source, zip());
    const [expected, writes] = [all(), workspace.writes];
    expect(writes).toBeGreaterThan(10);
    for (let death = 1; death <= writes; death++) {
      workspace = new PaperWorkspace();
      workspace.accounts.push(...(await accountsOf()));
      await ports.database!.connection.collection('imported_chats').deleteMany({});
      begin();
      const ordered = await order(source, zip());
      workspace.dieAt(death);
      await expect(tried(ordered)).rejects.toBeInstanceOf(Died);
      workspace.live();
      begin();
      await tried(ordered, 2);
      const { counts, notes, state } = (await imports.find(ordered.id))!;
      expect({ death, state, counts, notes }).toEqual({
        death,
        state: 'done',
        counts: whole.counts,
        notes: whole.notes,
      });
      expect({ death, ...all() }).toEqual({ death, ...expected });
    }
  });

  const accountsOf = () =>
    Promise.resolve([
      { id: olga, username: 'olga', email: 'olga@example.com', role: 'owner' as const },
      { id: ann, username: 'somebody-else', email: 'ann@example.com', role: 'member' as const },
      {
        id: UserId.parse('bob-here'),
        username: 'Bob',
        email: 'bob@x.example',
        role: 'member' as const,
      },
    ]);

  it('of the same source bring in nothing twice', async () => {
    await done('slack', slackZip());
    const before = all();
    const again = await done('slack', slackZip());
    expect(all()).toEqual(before);
    expect(again.counts).toMatchObject({ chats: 0, messages: 0, files: 0 });
    expect(again.notes).toContainEqual(
      expect.objectContaining({ reason: 'chat_present', count: 4 }),
    );
  });

  it('take another slug where theirs is taken', async () => {
    workspace.taken.add('plans').add('plans-2');
    await done('slack', slackZip());
    const slugs = [...workspace.chats.values()].map((chat) => chat.begun.traits.slug);
    expect(slugs).toEqual(['plans-3', 'quiet', 'secrets', undefined]);
  });

  it('come without a file that is not let in, and leave its name', async () => {
    refused.add('plan.txt');
    const { counts, notes } = await done('slack', slackZip());
    expect(counts.files).toBe(0);
    expect(notes).toContainEqual({
      reason: 'file_refused',
      count: 1,
      examples: ['plan.txt: quota_exceeded'],
    });
  });

  it('of a source that is wrong fail at once, with where', async () => {
    const content = '[{"ts": }]';
    const files = slackFiles.filter(({ name }) => name !== 'plans/2017-07-15.json');
    const broken = zipOf([...files, { name: 'plans/2017-07-15.json', content }]);
    for (const isTrial of [true, false])
      expect(await done('slack', broken, isTrial)).toMatchObject({
        state: 'failed',
        refusal: { reason: 'bad_json', file: 'plans/2017-07-15.json', line: 1 },
      });
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([]);
  });

  it('fail in words when the file is gone, and after the last try', async () => {
    const gone = await order('slack', slackZip());
    uploads.clear();
    await tried(gone);
    expect(await imports.find(gone.id)).toMatchObject({ refusal: { reason: 'file_gone' } });
    const dying = await order('slack', slackZip());
    workspace.dieAt(1);
    const last = runImport.limits.attempts;
    await expect(tried(dying, last - 1)).rejects.toBeInstanceOf(Died);
    expect(await imports.find(dying.id)).toMatchObject({ state: 'pending' });
    await expect(tried(dying, last)).rejects.toBeInstanceOf(Died);
    expect(await imports.find(dying.id)).toMatchObject({ refusal: { reason: 'internal' } });
  });

  it('are one at a time, end when they are stopped, and go on with the next', async () => {
    const ordered = await order('slack', slackZip());
    const another = jobs.draw(olga, {
      ...{ source: 'slack', fileId: ordered.fileId, isTrial: false, fileName: 'x' },
    } as never);
    expect(await imports.insert(another)).toBe(false);
    const { store } = workspace.messagesApi;
    workspace.messagesApi.store = async (actor, input) => {
      await imports.end(ordered.id, { state: 'stopped', endedAt: time.now().toISOString() });
      return store(actor, input);
    };
    await tried(ordered);
    expect(await imports.find(ordered.id)).toMatchObject({ state: 'stopped' });
    expect([...workspace.chats.values()].map(({ members }) => members.length)).toEqual([1]);
    workspace.messagesApi.store = store;
    expect((await done('slack', slackZip())).state).toBe('done');
    expect(workspace.chats.size).toBe(4);
  });

  it('bring nothing into a chat that was half there, and was deleted', async () => {
    const ordered = await order('slack', slackZip());
    workspace.dieAt(4);
    await expect(tried(ordered)).rejects.toBeInstanceOf(Died);
    workspace.live();
    const [half] = [...workspace.chats.keys()];
    workspace.deleted.add(half!);
    const before = workspace.chats.get(half!)!.messages.length;
    await tried(ordered, 2);
    const { counts, notes } = (await imports.find(ordered.id))!;
    expect(workspace.chats.get(half!)!.messages).toHaveLength(before);
    expect(counts.chats).toBe(3);
    expect(notes).toContainEqual({ reason: 'chat_present', count: 1, examples: ['plans'] });
  });

  it('are given back when the process stops', async () => {
    const ordered = await order('slack', slackZip());
    const stop = new AbortController();
    stop.abort();
    await expect(tried(ordered, 1, stop.signal)).rejects.toThrow();
    expect(await imports.find(ordered.id)).toMatchObject({ state: 'pending' });
    await tried(ordered, 1);
    expect(await imports.find(ordered.id)).toMatchObject({ state: 'done' });
  });

  it('out of a backup, which has no claims, are over', async () => {
    const { id } = await order('slack', slackZip());
    await ports.database!.connection.collection('import_claims').deleteMany({});
    expect(await imports.find(id)).toMatchObject({ state: 'stopped' });
    expect((await done('slack', slackZip())).state).toBe('done');
  });

  it.each([
    ['slack', slackZip],
    ['mattermost', mattermostZip],
  ] as const)('of %s leave room for others on their disk', async (source, zip) => {
    freeBytes = Number.MAX_SAFE_INTEGER;
    begin();
    const refusal = { reason: 'no_room' };
    expect(await done(source, zip())).toMatchObject({ state: 'failed', refusal });
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([]);
  });

  /** Holds up whoever writes messages the first time; resolves once somebody does. */
  const held = () => {
    const [reached, others] = [
      Promise.withResolvers<undefined>(),
      Promise.withResolvers<undefined>(),
    ];
    const { store } = workspace.messagesApi;
    workspace.messagesApi.store = async (...of) => {
      workspace.messagesApi.store = store;
      reached.resolve(undefined);
      await others.promise;
      return store(...of);
    };
    return { reached: reached.promise, goOn: () => others.resolve(undefined) };
  };

  it('are done by one try while another goes that was taken for dead, and was not', async () => {
    const ordered = await order('mattermost', mattermostZip());
    const first = held();
    const lost = new AbortController();
    const one = tried(ordered, 1, lost.signal);
    await first.reached;
    const second = held();
    const other = tried(ordered, 2);
    await second.reached;
    lost.abort();
    first.goOn();
    await expect(one).rejects.toThrow();
    second.goOn();
    await other;
    expect(await imports.find(ordered.id)).toMatchObject({ state: 'done' });
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([]);
  });

  it('are listed as many as are kept, the newest', async () => {
    const { id: first } = await order('slack', slackZip());
    for (let n = 0; n < 51; n++) {
      const { id } = (await imports.pending())!;
      await imports.end(id, { state: 'stopped', endedAt: time.now().toISOString() });
      await order('slack', slackZip());
    }
    await jobs.sweep();
    const listed = await imports.all();
    // And the one that is under way.
    expect(listed).toHaveLength(51);
    expect(listed.map(({ id }) => id)).not.toContain(first);
  });

  it('keep their folder when they begin while others look for what is left', async () => {
    const { reached, goOn } = held();
    let run: Promise<void> | undefined;
    await folder.tidy(async () => {
      run = tried(await order('mattermost', mattermostZip()));
      await reached;
      return undefined;
    });
    goOn();
    await run;
    expect((await imports.all())[0]).toMatchObject({ state: 'done' });
  });

  it('say nothing in the future, nor begin there', async () => {
    const times = ['9999999999.000100', slackTs(0), '9999999999.000200', slackTs(1)];
    const said = times.map((ts) => ({ ts, user: 'U1', text: ts }));
    const named = (name: string) => ({ id: name, name, created: 3_900_000_000 });
    const file = (name: string, items: object[]) => ({ name, content: JSON.stringify(items) });
    const lists = [file('users.json', []), file('channels.json', ['plans', 'empty'].map(named))];
    await done('slack', zipOf([...lists, file('plans/2017-07-14.json', said)]));
    const [plans, silent] = [...workspace.chats.values()];
    const dayBefore = '2017-07-13T10:00:00.000Z';
    expect(plans!.begun.at).toBe(dayBefore);
    expect(plans!.messages.map(({ createdAt }) => createdAt)).toEqual([
      dayBefore,
      slackTime(0),
      slackTime(0),
      slackTime(1),
    ]);
    expect(silent!.begun.at).toBe(time.now().toISOString());
  });

  it('of 50,000 messages hold few of them at once', async () => {
    const messages = Array.from({ length: 50_000 }, (_, n) => ({
      ts: slackTs(n),
      user: 'U1',
      text: `No ${n} ${'of many words '.repeat(20)}`,
    }));
    const files = slackFiles.filter(({ name }) => !name.includes('/'));
    const large = zipOf([
      ...files,
      { name: 'plans/2017-07-14.json', content: JSON.stringify(messages) },
    ]);
    let most = 0;
    let count = 0;
    workspace.messagesApi.store = (_, { items }) => {
      most = Math.max(most, items.length);
      count += items.length;
      return Promise.resolve({});
    };
    expect((await done('slack', large)).counts.messages).toBe(50_000);
    expect([count, most]).toEqual([50_000, 100]);
  });
});

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adapters, type Database } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { backUp } from './back-up.js';
import { DatabasePaste } from './database-copy.repository.js';
import { ContentPaste } from './kept-bytes.js';
import { restore } from './restore.js';

const content = 'what was uploaded';
const sha256 = createHash('sha256').update(content).digest('hex');

describe('restore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-restore-'));
  /** Archives of one database: with contents of files, and of one that has them in a bucket. */
  const [withFiles, ofBucket] = [join(folder, 'with-files'), join(folder, 'of-bucket')];
  const open: Database[] = [];

  /** An empty place. */
  async function place() {
    const database = (await adapters({ mongodbUri: freshDatabaseUri() })).database!;
    await database.open();
    open.push(database);
    const dataDir = join(folder, `data-${open.length}`);
    return { database, dataDir, filesFolder: join(dataDir, 'files') };
  }

  const contentIn = (filesFolder: string) =>
    join(filesFolder, 'contents', sha256.slice(0, 2), sha256);
  const isEmpty = (database: Database) => new DatabasePaste(database).isEmpty();
  const written = (dir: string) =>
    ['jwt-secret', 'files/contents'].filter((name) => existsSync(join(dir, name)));

  beforeAll(async () => {
    const { database, dataDir, filesFolder } = await place();
    const add = (name: string, document: object) =>
      database.connection.db!.collection(name).insertOne({ ...document });
    await add('things', { n: 1 });
    await add('chats', { _id: 'c1' });
    for (const seq of [1, 2]) await add('messages', { chatId: 'c1', seq, revs: seq });
    await add('notification_places', { _id: 'c1', seq: 1, rev: 1 });
    await add('jobs', { name: 'notifications.mail' });
    await add('webhooks', { state: 'active' });
    await add('mail_lines', { waitsIn: 'ada:c1' });
    mkdirSync(join(contentIn(filesFolder), '..'), { recursive: true });
    writeFileSync(contentIn(filesFolder), content);
    writeFileSync(join(dataDir, 'jwt-secret'), 'the key');
    await backUp({ database, dataDir, filesFolder }, { file: withFiles });
    await backUp({ database, dataDir }, { file: ofBucket });
  });

  afterEach(() => jest.restoreAllMocks());

  afterAll(async () => {
    for (const database of open) await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings documents, keys and contents back', async () => {
    const target = await place();
    expect(await restore(target, { file: withFiles })).toMatchObject({ files: 1, hasFiles: true });
    expect(await isEmpty(target.database)).toBe(false);
    expect(readFileSync(join(target.dataDir, 'jwt-secret'), 'utf8')).toBe('the key');
    expect(readFileSync(contentIn(target.filesFolder), 'utf8')).toBe(content);
  });

  it('brings nothing back that would be sent outside by itself', async () => {
    const { database, ...target } = await place();
    await restore({ database, ...target }, { file: withFiles });
    const first = (name: string) => database.connection.db!.collection(name).findOne();
    expect(await first('jobs')).toBeNull();
    expect(await first('webhooks')).toMatchObject({ state: 'paused' });
    expect(await first('mail_lines')).toMatchObject({ waitsIn: null });
    expect(await first('notification_places')).toMatchObject({ seq: 2, rev: 2 });
  });

  it.each(['jwt-secret', 'vapid-key'])('is refused where there is a %s already', async (name) => {
    const target = await place();
    mkdirSync(target.dataDir);
    writeFileSync(join(target.dataDir, name), 'in use');
    const words = 'There are data already';
    await expect(restore(target, { file: withFiles })).rejects.toThrow(words);
    expect(readFileSync(join(target.dataDir, name), 'utf8')).toBe('in use');
    expect(await isEmpty(target.database)).toBe(true);
  });

  it('is refused with files where these are kept in a bucket', async () => {
    const { database, dataDir } = await place();
    const words = 'are kept in a bucket here';
    await expect(restore({ database, dataDir }, { file: withFiles })).rejects.toThrow(words);
    expect([await isEmpty(database), written(dataDir)]).toEqual([true, []]);
  });

  it('is refused without them where these are kept in a folder', async () => {
    const target = await place();
    const words = 'in a bucket: name that one';
    await expect(restore(target, { file: ofBucket })).rejects.toThrow(words);
    expect([await isEmpty(target.database), written(target.dataDir)]).toEqual([true, []]);
  });

  it('leaves neither keys nor contents behind when it fails on its way', async () => {
    const target = await place();
    const full = new Error('no space left');
    const add = jest.spyOn(ContentPaste.prototype, 'add').mockRejectedValue(full);
    await expect(restore(target, { file: withFiles })).rejects.toThrow('no space left');
    expect(add).toHaveBeenCalled();
    expect(written(target.dataDir)).toEqual([]);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adapters, type Database } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { backUp } from './back-up.js';
import { checkBackup } from './restore.js';

describe('backUp', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-back-up-'));
  const dataDir = join(folder, 'data');
  let database: Database;

  beforeAll(async () => {
    database = (await adapters({ mongodbUri: freshDatabaseUri() })).database!;
    await database.open();
  });

  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves a draft alone that another one has', async () => {
    const file = join(folder, 'taken');
    writeFileSync(`${file}.new`, 'of another one');
    const words = 'another backup is writing it';
    await expect(backUp({ database, dataDir }, { file })).rejects.toThrow(words);
    expect(readFileSync(`${file}.new`, 'utf8')).toBe('of another one');
  });

  it('is given up where there is no room for more of it', async () => {
    const file = join(folder, 'large');
    let frames = 0;
    const room = () => (++frames > 1 ? Promise.reject(new Error('No room')) : Promise.resolve());
    await expect(backUp({ database, dataDir }, { file, room })).rejects.toThrow('No room');
    expect(readdirSync(folder).filter((name) => name.startsWith('large'))).toEqual([]);
  });

  it('is made by one of two at once, whole, and for its owner alone', async () => {
    const file = join(folder, 'both');
    const both = await Promise.allSettled(
      [1, 2].map(() => backUp({ database, dataDir }, { file })),
    );
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as Error).name)).toEqual(['StartRefused']);
    expect(await checkBackup({ file })).toMatchObject({ chats: 0, hasFiles: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).not.toContain('both.new');
  });
});

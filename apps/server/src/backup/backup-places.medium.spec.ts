import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '@app/backups';
import { configFrom } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { withDatabase } from '../running-database.js';
import { restoreFrom, withSource } from './backup-places.js';

describe('restoreFrom', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-places-'));
  const file = join(folder, 'workspace.parley');

  beforeAll(async () => {
    const dataDir = join(folder, 'from');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'jwt-secret'), 'the key');
    await withDatabase(freshDatabaseUri(), async (database) => {
      await database.connection.db!.collection('things').insertOne({ n: 1 });
      await backUp({ database, dataDir, filesFolder: join(dataDir, 'files') }, { file });
    });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const placesIn = (dataDir: string) =>
    configFrom({ ...process.env, NODE_ENV: 'test', PARLEY_DATA_DIR: dataDir });

  it('fills a data directory that is a disk of its own, and does not take its place', async () => {
    const dataDir = join(folder, 'disk');
    mkdirSync(join(dataDir, 'lost+found'), { recursive: true });
    // Of one that was killed.
    mkdirSync(join(dataDir, 'restoring'));
    writeFileSync(join(dataDir, 'restoring', 'jwt-secret'), 'half a workspace');
    const { ino } = statSync(dataDir);
    await restoreFrom({ file }, placesIn(dataDir));
    expect(statSync(dataDir).ino).toBe(ino);
    expect(readFileSync(join(dataDir, 'jwt-secret'), 'utf8')).toBe('the key');
    expect(readdirSync(dataDir)).not.toContain('restoring');
    expect(readdirSync(folder)).not.toContain('disk.restoring');
    const found = await withSource(
      ({ database }) => database.connection.db!.collection('things').countDocuments(),
      placesIn(dataDir),
    );
    expect(found).toBe(1);
  });

  it('is refused where there is something, which stays', async () => {
    const dataDir = join(folder, 'in-use');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'jwt-secret'), 'in use');
    await expect(restoreFrom({ file }, placesIn(dataDir))).rejects.toThrow('is not empty');
    expect(readdirSync(dataDir)).toEqual(['jwt-secret']);
  });

  it('is refused where something has come meanwhile, which stays', async () => {
    const dataDir = join(folder, 'started-meanwhile');
    const key = join(dataDir, 'jwt-secret');
    mkdirSync(dataDir);
    // A server that its supervisor has started again.
    const watched = watch(dataDir);
    watched.once('change', () => writeFileSync(key, 'in use'));
    await expect(restoreFrom({ file }, placesIn(dataDir))).rejects.toThrow('is not empty');
    watched.close();
    expect(readFileSync(key, 'utf8')).toBe('in use');
    expect(readdirSync(dataDir)).toEqual(['jwt-secret']);
  });
});

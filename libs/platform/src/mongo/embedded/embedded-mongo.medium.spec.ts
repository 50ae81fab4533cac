import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@app/platform/testing';
import { mongo } from 'mongoose';
import { configFrom } from '../../config/config.js';
import { StartRefused } from '../../config/start-refused.js';
import { EmbeddedMongo } from './embedded-mongo.js';
import { enginesOn } from './orphaned-engine.js';

const { MongoClient } = mongo;

async function insert(uri: string, _id: string): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 });
  const durable = { writeConcern: { w: 'majority', journal: true } } as const;
  await client
    .db()
    .collection<{ _id: string }>('notes')
    .insertOne({ _id }, durable)
    .finally(() => client.close());
}

async function notes(uri: string): Promise<string[]> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 });
  const found = client.db().collection<{ _id: string }>('notes').find().toArray();
  return (await found.finally(() => client.close())).map(({ _id }) => _id);
}

describe('EmbeddedMongo', () => {
  let dataDir: string;
  let running: EmbeddedMongo[];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'parley-data-'));
    running = [];
  });

  afterEach(async () => {
    for (const database of running) await database.close();
    expect(enginesOn(join(dataDir, 'database'))).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<EmbeddedMongo> {
    const { cacheDir } = configFrom();
    const database = await EmbeddedMongo.start({ dataDir, cacheDir, searchPath: [] });
    running.push(database);
    return database;
  }

  it('keeps its data between starts', async () => {
    const first = await start();
    await insert(first.uri, 'kept');
    await first.close();

    expect(await notes((await start()).uri)).toEqual(['kept']);
  });

  it('refuses who has no password or a wrong one', async () => {
    const { uri } = await start();
    const address = new URL(uri);
    address.password = 'wrong';
    await expect(insert(address.href, 'x')).rejects.toMatchObject({ code: 18 });
    address.username = address.password = '';
    address.searchParams.delete('authSource');
    await expect(insert(address.href, 'x')).rejects.toThrow(/auth/i);
  });

  it('lets nobody else read its secrets', async () => {
    await start();
    const secrets = readdirSync(dataDir).filter((name) => name.startsWith('database-'));
    expect(secrets).toEqual(['database-key', 'database-password']);
    for (const name of secrets) expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
  });

  it('listens on loopback only', async () => {
    const { pid } = await start();
    const listening = (table: string) =>
      readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
        .split('\n')
        .filter((line) => line.trim().split(/\s+/)[3] === '0A')
        .map((line) => line.trim().split(/\s+/)[1]!);
    const port = Number(new URL(running[0]!.uri).port).toString(16).toUpperCase().padStart(4, '0');
    const ours = [...listening('tcp'), ...listening('tcp6')].filter((at) => at.endsWith(port));
    expect(ours).toEqual([`0100007F:${port}`]);
  });

  it('refuses a second process on its data directory, and says who has it', async () => {
    await start();
    await expect(start()).rejects.toThrow(
      `The data directory ${dataDir} is in use by process ${process.pid}`,
    );
    await expect(start()).rejects.toThrow(StartRefused);
  });

  it('restarts an engine that dies; nothing acknowledged is lost, drivers reconnect', async () => {
    const database = await start();
    const client = new MongoClient(database.uri, { serverSelectionTimeoutMS: 10_000 });
    await insert(database.uri, 'before');
    const { pid } = database;
    process.kill(pid, 'SIGKILL');
    await eventually(() => {
      expect(database.pid).not.toBe(pid);
    });
    const found = client.db().collection('notes').countDocuments();
    expect(await found.finally(() => client.close())).toBe(1);
  });
});

import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@app/platform/testing';
import { mongo } from 'mongoose';
import { configFrom } from '../../config/config.js';
import { StartRefused } from '../../config/start-refused.js';
import { EmbeddedMongo } from './embedded-mongo.js';
import { findEngine } from './find-engine.js';
import { enginesOn } from './orphaned-engine.js';

const { MongoClient } = mongo;

/** For what hangs, in ms: a busy engine takes its time. */
const patienceMs = 30_000;

async function insert(uri: string, _id: string): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: patienceMs });
  const durable = { writeConcern: { w: 'majority', journal: true } } as const;
  await client
    .db()
    .collection<{ _id: string }>('notes')
    .insertOne({ _id }, durable)
    .finally(() => client.close());
}

async function notes(uri: string): Promise<string[]> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: patienceMs });
  const found = client.db().collection<{ _id: string }>('notes').find().toArray();
  return (await found.finally(() => client.close())).map(({ _id }) => _id);
}

/** Whether a process has a handler of its own for a signal. */
function catches(pid: number, signal: number): boolean {
  const [, mask] = /^SigCgt:\s*(\w+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return (BigInt(`0x${mask}`) & (1n << BigInt(signal - 1))) !== 0n;
}

function startIn(dataDir: string, mongod?: string): Promise<EmbeddedMongo> {
  const { cacheDir } = configFrom();
  return EmbeddedMongo.start({ dataDir, cacheDir, mongod, searchPath: [] });
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

  async function start(mongod?: string): Promise<EmbeddedMongo> {
    const database = await startIn(dataDir, mongod);
    running.push(database);
    return database;
  }

  it('keeps its data between starts', async () => {
    const first = await start();
    await insert(first.uri, 'kept');
    await first.close();

    expect(await notes((await start()).uri)).toEqual(['kept']);
  });

  it('says in words that there can be no data directory', async () => {
    const file = join(dataDir, 'a file');
    writeFileSync(file, '');
    const { cacheDir } = configFrom();
    const under = EmbeddedMongo.start({ dataDir: join(file, 'data'), cacheDir, searchPath: [] });
    await expect(under).rejects.toThrow(/cannot be made \(ENOTDIR\)/);
    const itself = EmbeddedMongo.start({ dataDir: file, cacheDir, searchPath: [] });
    await expect(itself).rejects.toThrow(/cannot be made \(EEXIST\)/);
  });

  it('restarts an engine that dies; nothing acknowledged is lost, drivers reconnect', async () => {
    const database = await start();
    const client = new MongoClient(database.uri, { serverSelectionTimeoutMS: patienceMs });
    await insert(database.uri, 'before');
    const { pid } = database;
    process.kill(pid, 'SIGKILL');
    await eventually(() => {
      expect(database.pid).not.toBe(pid);
    });
    const found = client.db().collection('notes').countDocuments();
    expect(await found.finally(() => client.close())).toBe(1);
  });

  it('gives up on an engine that keeps dying, and says so', async () => {
    const database = await start();
    // It sleeps, or would put a file into its folder meanwhile.
    process.kill(database.pid, 'SIGSTOP');
    // Its place is taken by what no engine can open.
    rmSync(join(dataDir, 'database'), { recursive: true });
    writeFileSync(join(dataDir, 'database'), '');
    process.kill(database.pid, 'SIGKILL');
    expect((await database.failed).message).toBe('The database keeps dying');
  }, 120_000);

  it('stops what a killed server has left running, and only that', async () => {
    await (await start()).close();
    const { file } = findEngine({ ...configFrom(), searchPath: [] });
    const folder = join(dataDir, 'database');
    const orphan = spawn(file, ['--storage-path', folder, '--port', '0'], { stdio: 'ignore' });
    const bystander = spawn('sleep', ['60', '--storage-path', folder], { argv0: 'secantus-notes' });
    await eventually(() => {
      expect(enginesOn(folder)).toEqual([orphan.pid]);
      // Before it has its handler a signal just ends it.
      expect(catches(orphan.pid!, constants.signals.SIGTERM)).toBe(true);
    });
    const gone = new Promise((resolve) => orphan.once('exit', (code) => resolve(code)));
    await insert((await start()).uri, 'after');
    // In order: by its own exit, and not by a signal.
    expect(await gone).toBe(0);
    bystander.kill();
  });

  it('begins anew when it was killed before the engine was secured', async () => {
    const { uri } = await start();
    await insert(uri, 'kept');
    await running.pop()!.close();
    rmSync(join(dataDir, 'database.json'));
    rmSync(join(dataDir, 'database-password'));
    expect(await notes((await start()).uri)).toEqual(['kept']);
  });

  describe('with a `mongod`', () => {
    let mongod: string;
    const calls = () => readFileSync(`${mongod}.calls`, 'utf8').trim().split('\n');

    beforeEach(() => {
      const { file } = findEngine({ ...configFrom(), searchPath: [] });
      mkdirSync(join(dataDir, 'bin'));
      mongod = join(dataDir, 'bin/mongod');
      writeFileSync(mongod, standIn(file));
      chmodSync(mongod, 0o755);
    });

    it('starts it as a replica set on loopback, open once and then with its key', async () => {
      const first = await start(mongod);
      await insert(first.uri, 'kept');
      await first.close();
      expect(await notes((await start(mongod)).uri)).toEqual(['kept']);

      expect(calls()).toHaveLength(3);
      for (const call of calls()) {
        expect(call).toContain('--bind_ip 127.0.0.1 --nounixsocket --replSet rs0');
      }
      const key = `--keyFile ${join(dataDir, 'database-key')}`;
      expect(calls().map((call) => call.includes(key))).toEqual([false, true, true]);
      // The set knows its member by the port.
      const ports = calls().map((call) => /--port (\d+)/.exec(call)![1]);
      expect(ports[2]).toBe(ports[1]);
    });

    it('refuses the data of the other engine, in words, and leaves the directory free', async () => {
      await (await start()).close();
      const refused = start(mongod);
      await expect(refused).rejects.toThrow(/written by SecantusDB.*MongoDB.*cannot read/);
      await expect(refused).rejects.toThrow(StartRefused);
      expect(enginesOn(join(dataDir, 'database'))).toEqual([]);
      await start();
    });
  });
});

// Nothing of this changes it: one engine is enough for all.
describe('EmbeddedMongo, while it runs', () => {
  let dataDir: string;
  let database: EmbeddedMongo;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'parley-data-'));
    database = await startIn(dataDir);
  });

  afterAll(async () => {
    await database.close();
    expect(enginesOn(join(dataDir, 'database'))).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('refuses who has no password or a wrong one', async () => {
    const { uri } = database;
    const address = new URL(uri);
    address.password = 'wrong';
    await expect(insert(address.href, 'x')).rejects.toMatchObject({ code: 18 });
    address.username = address.password = '';
    address.searchParams.delete('authSource');
    await expect(insert(address.href, 'x')).rejects.toThrow(/auth/i);
  });

  it('lets nobody else read its secrets', () => {
    const secrets = readdirSync(dataDir).filter((name) => name.startsWith('database-'));
    expect(secrets).toEqual(['database-key', 'database-password']);
    for (const name of secrets) expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
  });

  it('listens on loopback only', () => {
    const { pid, uri } = database;
    const listening = (table: string) =>
      readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
        .split('\n')
        .filter((line) => line.trim().split(/\s+/)[3] === '0A')
        .map((line) => line.trim().split(/\s+/)[1]!);
    const port = Number(new URL(uri).port).toString(16).toUpperCase().padStart(4, '0');
    const ours = [...listening('tcp'), ...listening('tcp6')].filter((at) => at.endsWith(port));
    expect(ours).toEqual([`0100007F:${port}`]);
  });

  it('refuses a second process on its data directory, and says who has it', async () => {
    await expect(startIn(dataDir)).rejects.toThrow(
      `The data directory ${dataDir} is in use by process ${process.pid}`,
    );
    await expect(startIn(dataDir)).rejects.toThrow(StartRefused);
  });
});

/** What MongoDB's flags come to in the engine that is here; it writes down how it was called. */
const standIn = (engine: string): string => `#!/bin/sh
echo "$*" >> "$0.calls"
while [ $# -gt 0 ]; do
  case $1 in
    --dbpath) folder=$2 ;;
    --port) port=$2 ;;
    --keyFile) auth=--auth ;;
  esac
  shift
done
exec ${engine} --storage-path "$folder" --port "$port" --sync-on-commit --cache-size 256M $auth
`;

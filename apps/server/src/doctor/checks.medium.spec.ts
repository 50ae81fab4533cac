import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createServer as createTlsServer,
  getCACertificates,
  setDefaultCACertificates,
} from 'node:tls';
import { adapters, databaseAt, type Database } from '@app/platform';
import { eventually, freePort, freshDatabaseUri, RedisProcess } from '@app/platform/testing';
import type { mongo } from 'mongoose';
import { indexCheck, writeConcernCheck } from './database-checks.js';
import { examine } from './examine.js';
import type { Check } from './finding.js';
import { clockCheck, diskCheck, mediaWorkerCheck, pushKeyCheck } from './machine-checks.js';
import { certificateCheck, mailCheck, portCheck, relayOf, turnCheck } from './network-checks.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-doctor-'));
const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listening(server: Server): Promise<number> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Says this to whoever connects, and hears nothing. */
const saying = (words: string) =>
  listening(createServer((socket) => socket.on('error', () => socket.destroy()).end(words)));

/** One of `localhost` that nobody else knows, good for so many days from now. */
function certificateFor(days: number) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const files = ['-nodes', '-days', `${days}`, '-keyout', key, '-out', cert];
  execFileSync('openssl', [...kind, ...files, '-subj', '/CN=localhost'], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

/** A busy machine may keep somebody from answering in the time that a check has for them. */
const mustFind = (check: Check, found: object) =>
  eventually(async () => expect(await check()).toMatchObject(found));

describe('The check of', () => {
  describe('ports', () => {
    it('finds one free, and taken by Parley', async () => {
      expect(await portCheck('127.0.0.1', await freePort())()).toMatchObject({ state: 'ok' });
      const parley = createHttpServer((_, response) => {
        response.setHeader('content-type', 'application/json').end('{}');
      });
      await mustFind(portCheck('127.0.0.1', await listening(parley)), {
        state: 'ok',
        says: expect.stringContaining('Parley answers') as string,
      });
    });

    it('names one that somebody else has', async () => {
      const found = await portCheck('127.0.0.1', await saying('not Parley'))();
      expect(found).toMatchObject({ check: 'ports', state: 'failed' });
      expect(found.says).toContain('Somebody else');
      expect(found.cure).toContain('--port');
    });
  });

  it('the clock names whose is another one, and by how much', async () => {
    const of = (seconds: number) =>
      clockCheck('database', () => Promise.resolve(new Date(Date.now() + seconds * 1000)))();
    expect(await of(0)).toMatchObject({ state: 'ok' });
    expect(await of(90)).toMatchObject({
      ...{ check: 'clock', state: 'failed' },
      says: 'That of the database is 90 s ahead',
    });
    expect((await of(-45)).says).toBe('That of the database is 45 s behind');
  });

  it('the disk names a folder without room, and one where nothing can be written', async () => {
    const data = join(folder, 'data');
    expect(await diskCheck(data, 1)()).toMatchObject({ state: 'ok' });
    expect(readdirSync(folder)).not.toContain('data');
    expect(await diskCheck(data, Number.MAX_SAFE_INTEGER)()).toMatchObject({
      ...{ check: 'disk', state: 'failed' },
      cure: expect.stringContaining('Make room') as string,
    });
    writeFileSync(data, 'a file in its place');
    expect(await diskCheck(data, 1)()).toMatchObject({
      state: 'failed',
      cure: expect.stringContaining('PARLEY_DATA_DIR') as string,
    });
  });

  it('the media worker names that there is none, and one that is no program', async () => {
    const cache = join(folder, 'cache');
    expect(await mediaWorkerCheck(cache)()).toMatchObject({ state: 'warning' });
    mkdirSync(join(cache, 'mediasoup-worker-1'), { recursive: true });
    const worker = join(cache, 'mediasoup-worker-1', 'mediasoup-worker');
    writeFileSync(worker, '');
    expect(await mediaWorkerCheck(cache, worker)()).toMatchObject({
      ...{ check: 'media worker', state: 'failed' },
      says: `${worker} is not a program that can be started`,
    });
    chmodSync(worker, 0o755);
    expect(await mediaWorkerCheck(cache)()).toMatchObject({ state: 'ok', says: worker });
  });

  it('push keys names that there is none, and one of another length', async () => {
    expect(await pushKeyCheck('A'.repeat(43))()).toMatchObject({ state: 'ok' });
    expect(await pushKeyCheck(undefined)()).toMatchObject({ state: 'warning' });
    expect(await pushKeyCheck('short')()).toMatchObject({ check: 'push keys', state: 'failed' });
  });

  it('TURN names a relay that does not answer', async () => {
    const relay = createSocket('udp4');
    relay.bind(0, '127.0.0.1');
    await once(relay, 'listening');
    const url = `turn:127.0.0.1:${relay.address().port}`;
    relay.on('message', (ask, { port }) => {
      relay.send(Buffer.concat([Buffer.from('01010000', 'hex'), ask.subarray(4)]), port);
    });
    await mustFind(turnCheck([url]), { state: 'ok' });
    await new Promise<void>((resolve) => relay.close(() => resolve()));
    expect(await turnCheck([url])()).toMatchObject({
      ...{ check: 'TURN', state: 'failed' },
      cure: expect.stringContaining('coturn') as string,
    });
    const deaf = `127.0.0.1:${await freePort()}`;
    for (const tcp of [`turn:${deaf}?transport=tcp`, `turns:${deaf}`])
      expect(await turnCheck([tcp])()).toMatchObject({ check: 'TURN', state: 'failed' });
    expect(await turnCheck(['stun:127.0.0.1:1'])()).toMatchObject({ state: 'skipped' });
  });

  it.each([
    ['turns:[::1]:443', { host: '::1', port: 443, isByTcp: true }],
    ['turn:[fd00::1]', { host: 'fd00::1', port: 3478, isByTcp: false }],
    ['turns:relay.example', { host: 'relay.example', port: 5349, isByTcp: true }],
    ['TURN:relay.example?transport=tcp', { host: 'relay.example', port: 3478, isByTcp: true }],
  ])('TURN looks where %s leads', (url, relay) => {
    expect(relayOf(url)).toEqual(relay);
  });

  it('mail names a server that is away, and one that is none', async () => {
    const urlOf = (port: number) => `smtp://127.0.0.1:${port}`;
    await mustFind(mailCheck(urlOf(await saying('220 hello\r\n'))), { state: 'ok' });
    await mustFind(mailCheck(urlOf(await saying('HTTP/1.1 400\r\n'))), {
      ...{ check: 'mail', state: 'failed' },
      says: expect.stringContaining('no mail server') as string,
    });
    expect(await mailCheck(urlOf(await freePort()))()).toMatchObject({ state: 'failed' });
    const bySmtps = `smtps://127.0.0.1:${await freePort()}`;
    expect(await mailCheck(bySmtps)()).toMatchObject({ check: 'mail', state: 'failed' });
    expect(await mailCheck(undefined)()).toMatchObject({ state: 'skipped' });
  });

  it('mail and certificates look where an IPv6 address leads, as it stands in a URL', async () => {
    const at = `[::1]:${await freePort()}`;
    const checks = [mailCheck(`smtp://${at}`), mailCheck(`smtps://${at}`)];
    for (const check of [...checks, certificateCheck(`https://${at}`)]) {
      const { state, says } = await check();
      // As an address, which nobody has to look up.
      expect([state, says]).toEqual(['failed', expect.not.stringContaining('getaddrinfo')]);
    }
  });

  it('certificates names one that nobody trusts, and one that has ended', async () => {
    const server = createTlsServer(certificateFor(2));
    const origin = `https://localhost:${await listening(server)}`;
    await mustFind(certificateCheck(origin), {
      ...{ check: 'certificates', state: 'failed' },
      says: expect.stringContaining('not trusted') as string,
    });
    await mustFind(certificateCheck(origin, new Date('2100-01-01')), {
      says: 'That of localhost has ended.',
      cure: expect.stringContaining('Renew') as string,
    });
    const nobody = await certificateCheck(`https://localhost:${await freePort()}`)();
    expect(nobody).toMatchObject({ check: 'certificates', state: 'failed' });
    expect(await certificateCheck('http://localhost')()).toMatchObject({ state: 'skipped' });
  });

  it('certificates warns of one that ends soon', async () => {
    const pair = certificateFor(20);
    const trusted = getCACertificates();
    setDefaultCACertificates([...trusted, pair.cert]);
    try {
      const origin = `https://localhost:${await listening(createTlsServer(pair))}`;
      await mustFind(certificateCheck(origin), { state: 'ok' });
      const aWeekLater = new Date(Date.now() + 7 * 86_400_000);
      await mustFind(certificateCheck(origin, aWeekLater), {
        ...{ check: 'certificates', state: 'warning' },
        says: expect.stringMatching(/good for 1[23] days/) as string,
        cure: expect.stringContaining('Renew') as string,
      });
    } finally {
      setDefaultCACertificates(trusted);
    }
  });

  describe('the database', () => {
    let database: Database;

    beforeAll(async () => {
      database = (await adapters({ mongodbUri: freshDatabaseUri() })).database!;
      await database.open();
    });

    afterAll(() => database.close());

    it('writes on a majority, and leaves nothing behind', async () => {
      expect(await writeConcernCheck(database)()).toMatchObject({ state: 'ok' });
      const names = await database.connection.db!.listCollections().toArray();
      expect(names.map(({ name }) => name)).not.toContain('doctor');
    });

    it('leaves nothing behind where nobody says in time that it is stored', async () => {
      const db = database.connection.db!;
      const probes = db.collection('doctor');
      const store = probes.insertOne.bind(probes);
      const all = Object.getPrototypeOf(probes) as mongo.Collection;
      const insert = jest.spyOn(all, 'insertOne').mockImplementation(async (...given) => {
        await store(...given);
        throw new Error('waiting for replication timed out');
      });
      expect(await writeConcernCheck(database)()).toMatchObject({ state: 'failed' });
      insert.mockRestore();
      const names = await db.listCollections().toArray();
      expect(names.map(({ name }) => name)).not.toContain('doctor');
    });

    it('names an index that is missing', async () => {
      const messages = database.connection.db!.collection('messages');
      await messages.createIndex({ chatId: 1, seq: 1 }, { unique: true, name: 'chat_seq' }, {});
      expect(await indexCheck(database)()).toMatchObject({
        ...{ check: 'indexes', state: 'failed' },
        says: 'Missing: messages.chat_rev',
      });
      await messages.createIndex({ chatId: 1, revs: 1 }, { unique: true, name: 'chat_rev' }, {});
      expect(await indexCheck(database)()).toMatchObject({ state: 'ok' });
    });

    it('names that it takes no writes, and that it is alone', async () => {
      const saying = (hello: object) =>
        ({ connection: { db: { command: () => Promise.resolve(hello) } } }) as unknown as Database;
      const away = await writeConcernCheck(saying({ isWritablePrimary: false }))();
      expect(away).toMatchObject({ state: 'failed', says: 'It takes no writes.' });
      const alone = await writeConcernCheck(saying({ isWritablePrimary: true }))();
      expect(alone).toMatchObject({ check: 'database', state: 'failed' });
      expect(alone.says).toContain('no replica set');
    });
  });
});

describe('examine', () => {
  const environment = async (): Promise<NodeJS.ProcessEnv> => ({
    PORT: String(await freePort()),
    JWT_SECRET: 's'.repeat(32),
    PARLEY_DATA_DIR: join(folder, 'examined'),
    MONGODB_URI: freshDatabaseUri(),
  });

  it('looks at each, and finds what is away', async () => {
    const redis = `redis://127.0.0.1:${await freePort()}`;
    const findings = await examine({ ...(await environment()), REDIS_URL: redis });
    const stateOf = new Map(findings.map(({ check, state }) => [check, state]));
    expect([...stateOf.keys()]).toEqual([
      ...['settings', 'ports', 'disk', 'media worker', 'TURN', 'push keys', 'mail'],
      ...['database', 'indexes', 'clock', 'Redis'],
    ]);
    expect(stateOf.get('database')).toBe('ok');
    expect(stateOf.get('Redis')).toBe('failed');
    expect(findings.find(({ check }) => check === 'Redis')!.cure).toContain('REDIS_URL');
  });

  it('names each fault of an installation in which everything is wrong, with its cure', async () => {
    const [data, worker] = [join(folder, 'no-folder'), join(folder, 'no-worker')];
    for (const file of [data, worker]) writeFileSync(file, 'a file in its place');
    const dead = async () => `127.0.0.1:${await freePort()}`;
    const findings = await examine({
      PORT: String(await saying('not Parley')),
      PARLEY_HOST: '127.0.0.1',
      JWT_SECRET: 's'.repeat(32),
      NODE_ENV: 'production',
      CLIENT_URL: `https://${await dead()}`,
      PARLEY_DATA_DIR: data,
      PARLEY_FILES_DIR: join(data, 'files'),
      PARLEY_MEDIA_WORKER: worker,
      PARLEY_TURN_URLS: `turn:${await dead()}`,
      PARLEY_TURN_SECRET: 's'.repeat(32),
      PARLEY_SMTP_URL: `smtp://${await dead()}`,
      PARLEY_MAIL_FROM: 'parley@example.com',
      MONGODB_URI: `mongodb://${await dead()}/x?serverSelectionTimeoutMS=500`,
      REDIS_URL: `redis://${await dead()}`,
    });
    const wrong = ['ports', 'disk', 'disk', 'media worker', 'TURN', 'push keys'];
    expect(findings.map(({ check, state }) => [check, state])).toEqual([
      ['settings', 'ok'],
      ...wrong.map((check) => [check, check === 'push keys' ? 'warning' : 'failed']),
      ...['certificates', 'mail', 'database', 'Redis'].map((check) => [check, 'failed']),
    ]);
    for (const { state, cure } of findings) if (state !== 'ok') expect(cure).toBeTruthy();
  });

  it('names a Redis that has no room', async () => {
    const redis = await RedisProcess.start();
    const line = connect(Number(new URL(redis.url).port), '127.0.0.1');
    line.write('CONFIG SET maxmemory 1\r\n');
    expect(String((await once(line, 'data'))[0])).toBe('+OK\r\n');
    line.destroy();
    const findings = await examine({ ...(await environment()), REDIS_URL: redis.url });
    const found = findings.find(({ check }) => check === 'Redis');
    expect(found).toMatchObject({
      state: 'failed',
      cure: expect.stringContaining('REDIS_URL') as string,
    });
    await redis.stop();
  });

  it('names a database in which nothing was started yet, and leaves it so', async () => {
    const given = await environment();
    const findings = await examine(given);
    const indexes = findings.find(({ check }) => check === 'indexes');
    expect(indexes).toMatchObject({
      state: 'warning',
      says: expect.stringContaining('empty') as string,
    });
    const database = await databaseAt(given['MONGODB_URI']!);
    await database.open();
    expect(await database.connection.db!.listCollections().toArray()).toEqual([]);
    await database.close();
  });

  it('says what is wrong with the settings, before anything else', async () => {
    const findings = await examine({ ...(await environment()), PARLEY_NONSENSE: '1' });
    expect(findings).toMatchObject([{ check: 'settings', state: 'failed' }]);
    expect(findings[0]!.says).toContain('PARLEY_NONSENSE');
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, freshDatabaseUri, RedisProcess } from '@app/platform/testing';
import { Part } from '../../apps/cluster/src/part.js';
import { appProgram, type AppName } from '../../apps/cluster/src/programs.js';

const redisParts =
  /node_modules\/(ioredis|bullmq|opossum)\/|\/platform\/src\/(rpc|redis)\/|\/redis-[^/]*\.js$/;
// Whatever calls itself a port's class needs these two of ours, and they load nothing.
const nowhere = {
  PARLEY_FILES_S3_ENDPOINT: 'http://127.0.0.1:9',
  PARLEY_FILES_S3_KEY: 'key',
  PARLEY_FILES_S3_SECRET: 'secret',
};
const names = /\/rpc\/(elsewhere|provide-api|remote-api|replicas)\.js$/;

// What a process is has been decided when it starts: by its import list, and by its settings.
describe('An app loads', () => {
  let redis: RedisProcess;
  let folder: string;
  let starts = 0;
  let plainServer: Promise<string[]> | undefined;
  /** What the build has put into each file. */
  let modules: Record<string, string[]>;

  beforeAll(async () => {
    redis = await RedisProcess.start();
    folder = mkdtempSync(join(tmpdir(), 'parley-modules-'));
    modules = JSON.parse(readFileSync('dist/apps/modules.json', 'utf8')) as typeof modules;
  });

  afterAll(async () => {
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The modules of an app that has started and stopped: in its files, and of packages on disk. */
  async function loadedBy(app: AppName, settings: NodeJS.ProcessEnv): Promise<string[]> {
    const file = join(folder, `${app}-${++starts}`);
    const environment = {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      NODE_ENV: 'test',
      PARLEY_LOG_LEVEL: 'warn',
      JWT_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      NOTE_MODULES_IN: file,
      ...settings,
    };
    const program = appProgram(app, { number: 1, port: await freePort(), environment });
    const note = ['--import', resolve('test/processes/note-modules.mjs')];
    const part = new Part({ ...program, args: [...note, ...program.args] });
    await part.start();
    await part.stop();
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((url) => modules[url.split('/dist/')[1] ?? ''] ?? [url]);
  }

  /** Of the server with these settings; without any it is started once. */
  function loadedByServer(settings?: NodeJS.ProcessEnv): Promise<string[]> {
    const load = () => loadedBy('server', { MONGODB_URI: freshDatabaseUri(), ...settings });
    return settings ? load() : (plainServer ??= load());
  }

  it('no Redis and no RPC where one process is all', async () => {
    const modules = await loadedByServer();
    expect(modules.filter((url) => redisParts.test(url) && !names.test(url))).toEqual([]);
    expect(modules.some((url) => url.includes('/mongoose/'))).toBe(true);
  });

  it('nothing of S3, unless files are kept there', async () => {
    const ofS3 = async (settings?: NodeJS.ProcessEnv) =>
      (await loadedByServer(settings)).some((url) => url.includes('@aws-sdk'));
    expect(await ofS3()).toBe(false);
    expect(await ofS3({ PARLEY_FILES_S3_BUCKET: 'parley', ...nowhere })).toBe(true);
  });

  it('nothing of mediasoup before there is a group call', async () => {
    const modules = await loadedByServer();
    expect(modules.filter((url) => url.includes('node_modules/mediasoup/'))).toEqual([]);
    expect(modules.some((url) => url.endsWith('/media/media-engine-from.js'))).toBe(true);
  });

  it('nothing of OpenTelemetry but its interface, unless traces are to be sent', async () => {
    const ofTracing = async (settings?: NodeJS.ProcessEnv) => {
      const modules = await loadedByServer(settings);
      const packages = modules.map((url) => /\/(@opentelemetry\/[^/]+)\//.exec(url)?.[1]);
      return [...new Set(packages)].filter((name) => name !== undefined).sort();
    };
    expect(await ofTracing()).toEqual(['@opentelemetry/api']);
    const nobody = 'http://127.0.0.1:9/v1/traces';
    expect(await ofTracing({ PARLEY_OTLP_URL: nobody })).toContain('@opentelemetry/sdk-trace');
  });

  it('no database driver, and nothing of a domain but its edge, in a gateway', async () => {
    const modules = await loadedBy('gateway', { REDIS_URL: redis.url });
    expect(modules.filter((url) => /node_modules\/(mongoose|mongodb|bson)\//.test(url))).toEqual(
      [],
    );
    const kinds =
      'auth|users|admin|backups|imports|chats|messages|search|files|calls|notifications|webhooks';
    const domains = new RegExp(`/libs/(${kinds})/src/(?!edge/|\\w+-transfers\\.)`);
    expect(modules.filter((url) => domains.test(url))).toEqual([]);
    expect(modules.some((url) => url.includes('/ioredis/'))).toBe(true);
  });

  it.each([
    ['auth', ['users', 'backups', 'imports', 'chats', 'messages', 'search']],
    ['users', ['auth', 'backups', 'imports', 'chats', 'messages', 'search']],
    ['chat', ['auth', 'users', 'backups', 'imports', 'files', 'calls']],
    ['files', ['auth', 'users', 'chats', 'messages', 'search', 'calls']],
    ['calls', ['auth', 'users', 'chats', 'messages', 'search', 'files']],
    ['notifications', ['auth', 'users', 'chats', 'messages', 'search', 'files', 'calls']],
  ] as const)('no other domain in %s', async (app, others) => {
    const settings = { REDIS_URL: redis.url, MONGODB_URI: freshDatabaseUri() };
    const modules = await loadedBy(app, settings);
    const own = new RegExp(`/libs/${app}s?/src/`);
    expect(modules.some((url) => own.test(url))).toBe(true);
    const foreign = new RegExp(`/libs/(${others.join('|')})/`);
    expect(modules.filter((url) => foreign.test(url))).toEqual([]);
  });
});

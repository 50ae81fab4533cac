import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run-command.mjs';

/** What the build of the database engine needs, beyond a C++ compiler and cargo. */
export const forEngineBuild = { cmake: 'cmake' };

/** What the build of the media worker needs. */
export const forMediaWorker = {
  'g++': 'g++',
  'flatbuffers-compiler': 'flatc',
  'libflatbuffers-dev': undefined,
  'libuv1-dev': undefined,
  'libssl-dev': undefined,
};

/** What `npm run cluster` needs. */
export const forCluster = { 'redis-server': 'redis-server', 'nginx-light': 'nginx' };

/** What the server shows sounds, films and pictures from telephones by; it does without, too. */
export const forPreviews = { ffmpeg: 'ffmpeg', 'libheif-examples': 'heif-convert' };

/** What the tests need: a command, or a package where there is none. */
export const forTests = {
  ...forCluster,
  ...forPreviews,
  openssl: 'openssl',
  // Only the program: its signatures are another matter, and tests bring one of their own.
  'clamav-daemon': 'clamd',
  // By which calls are relayed; nothing of it is started but by a test.
  coturn: 'turnserver',
  'chromium-headless-shell': 'chromium-headless-shell',
  'fonts-noto-cjk': undefined,
  'fonts-noto-color-emoji': undefined,
};

/**
 * The task that installs Debian packages (name: the command it brings, if any) where it may, and else
 * says how and goes on.
 */
export const debianPackages = (packages) => ({
  name: 'Debian packages',
  isDone: () => missing(packages).length === 0,
  make: ({ report }) => oneAtATime(() => install(missing(packages), report)),
});

async function install(names, report) {
  const line = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  const before = asRoot();
  if (before === undefined || !commandPath('apt-get')) {
    return { state: 'skipped', note: `please run: sudo ${line}` };
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = ([command, ...args]) => run(command, args, { env, onLine: report });
  try {
    await apt([...before, ...line.split(' ')]);
  } catch {
    // Mostly lists that are missing or old; if it is something else, the next try says so.
    report('apt-get update');
    await apt([...before, 'apt-get', 'update']);
    await apt([...before, ...line.split(' ')]);
  }
  return undefined;
}

let last = Promise.resolve();

/**
 * Several tasks of a set-up need apt-get, which refuses to install beside itself, and whose update
 * may throw away what another has just fetched.
 */
export function oneAtATime(task) {
  const mine = last.then(task);
  last = mine.catch(() => {});
  return mine;
}

/** The same task, without which everything else goes on when it fails. */
export const ifPossible = (task) => ({
  ...task,
  async make(context) {
    try {
      return await task.make(context);
    } catch (error) {
      // No archive can be reached, or another installation is under way: the next start tries again.
      return { state: 'skipped', note: error.message };
    }
  },
});

/** Servers of Debian are here, which is not on the path of everybody. */
const serverFolder = '/usr/sbin';

/** The first program of this name on the path. */
export function commandPath(name, path = `${process.env.PATH ?? ''}${delimiter}${serverFolder}`) {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function missing(packages) {
  return Object.entries(packages)
    .filter(([name, command]) => (command ? !commandPath(command) : !isPackageInstalled(name)))
    .map(([name]) => name);
}

function isPackageInstalled(name) {
  try {
    const args = ['-W', '-f', '${Status}', name];
    return execFileSync('dpkg-query', args, { stdio: 'pipe' }).includes('ok installed');
  } catch {
    // An unknown package, or no Debian: then there is nothing that could be installed by us.
    return !commandPath('dpkg-query');
  }
}

/** What goes before a command that root must run; `undefined` when we may not. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive'];
  } catch {
    // No sudo, or it would ask for a password, which a set-up must not.
    return undefined;
  }
}

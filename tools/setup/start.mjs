// `npm start`: everything that is needed, then the server. Plain Node 20, no dependencies.
// `npm run cluster` (`start.mjs cluster`): the same with every app twice, over Redis, behind nginx.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { serverBuild, webBuild } from './builds.mjs';
import {
  commandPath,
  debianPackages,
  forCluster,
  forPreviews,
  ifPossible,
} from './debian-packages.mjs';
import { dependencies } from './dependencies.mjs';
import { engine } from './engine.mjs';
import { mediaWorker } from './media-worker.mjs';
import { readEnvironment } from './places.mjs';
import { seconds } from './progress.mjs';
import { ServerLaunch } from './server-launch.mjs';
import { setUp } from './set-up.mjs';
import { readFlags, settingsOf, usage } from './start-flags.mjs';

try {
  const isCluster = process.argv[2] === 'cluster';
  const flags = readFlags(process.argv.slice(isCluster ? 3 : 2));
  await start(flags, isCluster ? 'cluster' : 'server');
} catch (error) {
  // Said to a person: what failed, without the way through our files.
  console.error(error.message);
  process.exit(1);
}

async function start(flags, app) {
  if (flags.help) {
    console.log(usage);
    return;
  }
  const startedAt = Date.now();
  const needs = [dependencies.name];
  await setUp([
    app === 'cluster'
      ? debianPackages({ ...forCluster, ...forPreviews })
      : ifPossible(debianPackages(forPreviews)),
    dependencies,
    engine(),
    mediaWorker(),
    { ...webBuild, needs },
    { ...serverBuild, needs },
  ]);

  const launch = ServerLaunch.of(app, environmentFor(flags));
  // From here on it is the server that is told to stop: nothing else runs.
  endOnSignals(() => launch.stop());
  const url = await launch.ready;
  console.log(`\nParley is ready at ${url} (${seconds(Date.now() - startedAt)}). Ctrl-C stops it.`);
  if (flags.open) open(url);
  process.exitCode = await launch.ended;
}

function environmentFor(flags) {
  const settings = settingsOf(flags);
  const { PARLEY_DATA_DIR: given } = settings;
  // Where the person stands, which npm hides by going to the root.
  const here = process.env.INIT_CWD ?? process.cwd();
  const dataDir = given === undefined ? {} : { PARLEY_DATA_DIR: resolve(here, given) };
  // A person wants to see what needs a look. A service manager starts the server itself.
  const quiet = !readEnvironment().PARLEY_LOG_LEVEL;
  const level = quiet ? { PARLEY_LOG_LEVEL: 'warn' } : {};
  return { ...process.env, ...level, ...settings, ...dataDir };
}

function endOnSignals(end) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(name);
    process.on(name, end);
  }
}

function open(url) {
  const opener = commandPath('xdg-open') ?? commandPath('open');
  if (!opener) console.log('There is no `xdg-open` to open a browser with.');
  else spawn(opener, [url], { stdio: 'ignore', detached: true }).unref();
}

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compressFiles } from './compress.mjs';
import { KeptBuilds } from './kept-builds.mjs';
import { lockedNode, root } from './places.mjs';
import { run } from './run-command.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const isTest = (name) => /\.(spec|conformance|type-test|scenario)\.ts$/.test(name);
const tools = ['package-lock.json', 'tools/setup/builds.mjs'];
const sources = [...tools, 'libs/contracts', 'libs/chat-state'];

const webSources = [
  ...sources,
  'angular.json',
  'apps/web',
  'libs/web-calls',
  'libs/web-realtime',
  'libs/web-session',
  'libs/web-ui',
];

/** The task that builds the web app into `dist/web`. */
export const webBuild = build({
  name: 'web build',
  inputs: [...webSources, 'tools/setup/compress.mjs'],
  place: 'web',
  command: (target) => [
    'node_modules/@angular/cli/bin/ng.js',
    'build',
    'web',
    '--output-path',
    join(target, 'web'),
    '--progress=false',
  ],
  // Once here, so that the server compresses nothing, and better than it would.
  finish: (target) => compressFiles(join(root, target, 'web')),
});

/** The task that builds the gallery of components, for its story only, into `dist/gallery`. */
export const galleryBuild = build({
  name: 'gallery build',
  inputs: [...tools, 'angular.json', 'apps/web', 'libs/web-ui'],
  place: 'gallery',
  command: (target) => [
    'node_modules/@angular/cli/bin/ng.js',
    'build',
    'web',
    '--configuration=gallery',
    '--output-path',
    join(target, 'gallery'),
    '--progress=false',
  ],
});

/** The task that builds the server and the services into `dist/apps`. */
export const serverBuild = build({
  name: 'server build',
  inputs: [
    ...sources,
    'tools/setup/build-server.mjs',
    'tools/packages/on-disk.mjs',
    '.swcrc',
    'package.json',
    'apps/server',
    'apps/gateway',
    'apps/auth',
    'apps/users',
    'apps/chat',
    'apps/files',
    'apps/calls',
    'apps/notifications',
    'apps/cluster',
    'libs/platform',
    'libs/auth',
    'libs/users',
    'libs/admin',
    'libs/backups',
    'libs/imports',
    'libs/chats',
    'libs/messages',
    'libs/search',
    'libs/files',
    'libs/calls',
    'libs/notifications',
    'libs/webhooks',
  ],
  place: 'apps',
  command: (target) => [join(root, 'tools/setup/build-server.mjs'), target],
});

/** The task that builds the command line into `dist/cli`. */
export const commandLineBuild = build({
  name: 'command line build',
  inputs: [...tools, 'tools/clients/build-cli.mjs', 'clients/cli', 'clients/typescript'],
  place: 'cli',
  command: (target) => [join(root, 'tools/clients/build-cli.mjs'), join(target, 'cli/parley.js')],
});

/** Variables by which one build of Angular differs from another of the same sources. */
const isDebugged = () => Object.keys(process.env).some((name) => name.startsWith('NG_BUILD_'));

/**
 * A build goes into a folder of its own, and is moved to its `place` in `dist` once complete. What
 * another clone has built of the same is taken as it is.
 */
function build({ name, inputs, place, command, finish }) {
  const stamp = () => hashOf(root, inputs, isTest);
  return {
    name,
    isDone: () => isStamped(join(root, 'dist', place), stamp()),
    async make() {
      const target = `dist/.${name.replace(' ', '-')}`;
      const output = join(root, target, place);
      // What an interrupted build has left.
      rmSync(join(root, target), { recursive: true, force: true });
      mkdirSync(join(root, target), { recursive: true });
      const before = stamp();
      const kept = new KeptBuilds(place);
      const isKept = kept.fetch(before, output);
      if (!isKept) {
        await run(lockedNode(), command(target), { cwd: root });
        await finish?.(target);
        writeStamp(output, before);
        // Sources that have changed meanwhile may be in it, or what somebody looks for: not for others.
        if (stamp() === before && !isDebugged()) kept.keep(before, output);
      }
      rmSync(join(root, 'dist', place), { recursive: true, force: true });
      renameSync(output, join(root, 'dist', place));
      rmSync(join(root, target), { recursive: true, force: true });
      return isKept ? { note: 'as another clone has built it' } : undefined;
    },
  };
}

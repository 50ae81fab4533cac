import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compressFiles } from './compress.mjs';
import { lockedNode, root } from './places.mjs';
import { run } from './run-command.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const isTest = (name) => /\.(spec|conformance|type-test|scenario)\.ts$/.test(name);
const sources = ['package-lock.json', 'libs/contracts', 'libs/chat-state'];

const webSources = [
  ...sources,
  'angular.json',
  'apps/web',
  'libs/web-realtime',
  'libs/web-session',
  'libs/web-ui',
];

/** The task that builds the web app into `dist/web`. */
export const webBuild = build({
  name: 'web build',
  inputs: [...webSources, 'tools/setup/compress.mjs'],
  stampIn: 'dist/web',
  moves: ['web'],
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

/** The task that builds the web app with its gallery, for its story only, into `dist/gallery`. */
export const galleryBuild = build({
  name: 'gallery build',
  inputs: webSources,
  stampIn: 'dist/gallery',
  moves: ['gallery'],
  command: (target) => [
    'node_modules/@angular/cli/bin/ng.js',
    'build',
    'web',
    '--configuration=development',
    '--source-map=false',
    '--output-path',
    join(target, 'gallery'),
    '--progress=false',
  ],
});

/** The task that builds the server into `dist/apps` and `dist/libs`. */
export const serverBuild = build({
  name: 'server build',
  inputs: [
    ...sources,
    '.swcrc',
    'package.json',
    'apps/server',
    'apps/gateway',
    'apps/auth',
    'apps/users',
    'apps/chat',
    'apps/cluster',
    'libs/platform',
    'libs/auth',
    'libs/users',
    'libs/chats',
    'libs/messages',
  ],
  stampIn: 'dist/apps',
  moves: ['libs', 'apps'],
  command: (target) => [join(root, 'tools/setup/swc-server.mjs'), target],
});

/** A build goes into a folder of its own and is moved once complete; the stamp is moved last. */
function build({ name, inputs, stampIn, moves, command, finish }) {
  const stamp = () => hashOf(root, inputs, isTest);
  return {
    name,
    isDone: () => isStamped(join(root, stampIn), stamp()),
    async make() {
      const target = `dist/.${name.replace(' ', '-')}`;
      // What an interrupted build has left.
      rmSync(join(root, target), { recursive: true, force: true });
      mkdirSync(join(root, target), { recursive: true });
      const before = stamp();
      await run(lockedNode(), command(target), { cwd: root });
      await finish?.(target);
      writeStamp(join(root, target, moves.at(-1)), before);
      for (const folder of moves) {
        const place = join(root, 'dist', folder);
        rmSync(place, { recursive: true, force: true });
        if (existsSync(join(root, target, folder))) renameSync(join(root, target, folder), place);
      }
      rmSync(join(root, target), { recursive: true, force: true });
    },
  };
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './places.mjs';

// The server and the services by swc alone, without type check (`npm run types`): `swc-server.mjs [folder]`.
const target = process.argv[2] ?? 'dist';
const leftOut = [
  '**/*.spec.ts',
  '**/*.conformance.ts',
  '**/*.type-test.ts',
  '**/testing/**',
  'apps/web/**',
  'libs/web-*/**',
];
const swc = join(root, 'node_modules/@swc/cli/bin/swc.js');
const args = [swc, 'apps', 'libs', '-d', target, '--quiet', '--ignore', leftOut.join()];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

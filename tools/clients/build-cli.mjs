import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { root } from '../setup/places.mjs';
import { commandLine, typescriptClient } from './places.mjs';

// The command line as one file that needs no packages: `build-cli.mjs <file>`.
const { version } = JSON.parse(readFileSync(join(commandLine, 'package.json'), 'utf8'));
await build({
  entryPoints: [join(commandLine, 'src/main.ts')],
  outfile: resolve(root, process.argv[2] ?? 'clients/cli/dist/parley.js'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  sourcesContent: false,
  define: { PARLEY_VERSION: JSON.stringify(version) },
  alias: {
    '@parley/client/realtime': join(typescriptClient, 'src/realtime/index.ts'),
    '@parley/client': join(typescriptClient, 'src/index.ts'),
  },
  // What becomes part of an ES module misses this function of CommonJS.
  banner: {
    js: `#!/usr/bin/env node
import { createRequire as requireFor } from 'node:module';
const require = requireFor(import.meta.url);`,
  },
  absWorkingDir: root,
  logLevel: 'warning',
});

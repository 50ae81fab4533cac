import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { onDisk } from '../packages/on-disk.mjs';
import { root } from './places.mjs';

// The server and the services, without type check (`npm run types`): `build-server.mjs [folder]`.
const target = resolve(root, process.argv[2] ?? 'dist');
/** Module by module as swc leaves them: esbuild knows nothing of the types that Nest asks for. */
const modules = join(root, 'dist/.modules');

function compile() {
  const leftOut = [
    '**/*.spec.ts',
    '**/*.conformance.ts',
    '**/*.type-test.ts',
    '**/testing/**',
    'apps/web/**',
    'libs/web-*/**',
  ];
  const swc = join(root, 'node_modules/@swc/cli/bin/swc.js');
  const args = [swc, 'apps', 'libs', '-d', modules, '--quiet', '--ignore', leftOut.join()];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/**
 * Each program with its packages in few files, since a thousand small ones take a second to load.
 * What is imported on demand stays in files of its own, so that a process loads what it uses.
 */
async function bundle() {
  const { outputFiles, metafile } = await build({
    entryPoints: [...programsIn(join(modules, 'apps')), previewProgram],
    outdir: join(root, 'dist'),
    chunkNames: 'apps/chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Nest, mongoose and the documents of the API go by the names of classes.
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    banner: { js: beforeAll },
    plugins: [onDisk((importer) => !importer.includes('/node_modules/'))],
    absWorkingDir: root,
    logLevel: 'warning',
    // Written below, since a map says where the sources are as seen from its place.
    write: false,
  });
  rmSync(join(target, 'apps'), { recursive: true, force: true });
  for (const { path, contents } of outputFiles) write(relative(join(root, 'dist'), path), contents);
  write('apps/modules.json', JSON.stringify(modulesOf(metafile)));
}

/** The files of an app that are run. */
function programsIn(folder) {
  const files = readdirSync(folder, { recursive: true });
  return files
    .filter((name) => /^\w+\/src\/(main|(?:run|write)-[\w-]+)\.js$/.test(name))
    .map((name) => ({ in: join(folder, name), out: join('apps', name.replace(/\.js$/, '')) }));
}

/** What the file service starts for each file that it looks into. */
const previewProgram = {
  in: join(modules, 'libs/files/src/previews/child/preview-program.js'),
  out: 'apps/files/preview-program',
};

/**
 * What a CommonJS module finds, and is missing where it has become part of an ES module; and what
 * decorators need without saying so, before any other code of whichever file is run first.
 */
const beforeAll = `import { createRequire as requireFor } from 'node:module';
const require = requireFor(import.meta.url);
const { dirname: __dirname, filename: __filename } = import.meta;
require('reflect-metadata');`;

/** For each file what it consists of, for those who ask what a process loads. */
function modulesOf({ outputs }) {
  const files = Object.entries(outputs).filter(([path]) => path.endsWith('.js'));
  return Object.fromEntries(
    files.map(([path, { inputs }]) => [
      relative('dist', path),
      Object.keys(inputs).map((input) => input.replace('dist/.modules/', './')),
    ]),
  );
}

function write(path, contents) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}

rmSync(modules, { recursive: true, force: true });
if (compile()) await bundle();
else process.exitCode = 1;
rmSync(modules, { recursive: true, force: true });

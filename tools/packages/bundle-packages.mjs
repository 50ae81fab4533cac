import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { KeptBuilds } from '../setup/kept-builds.mjs';
import { root } from '../setup/places.mjs';
import { hashOf, isStamped, writeStamp } from '../setup/stamp.mjs';

/** Inside of `node_modules`, so that jest takes for packages what stands there. */
const folderOf = (name) => join(root, 'node_modules/.cache/spec-packages', name);

/** For jest's `moduleNameMapper`: these packages are taken from the bundle of this name. */
export const mapped = (name, packages) => ({
  [`^(${packages.join('|')})$`]: `${folderOf(name)}/$1.cjs`,
});

/**
 * Bundles packages, unless it was done, in this clone or another: a spec file loads one file then,
 * and not two thousand. Each package is begun when it is asked for, as from its own files.
 */
export async function bundlePackages(name, packages, options) {
  const folder = folderOf(name);
  const stamp = hashOf(root, ['package-lock.json', 'tools/packages']);
  if (isStamped(folder, stamp)) return;
  const draft = `${folder}.${process.pid}`;
  const kept = new KeptBuilds(`spec-packages-${name}`);
  if (!kept.fetch(stamp, draft)) {
    await bundle(packages, draft, options);
    writeStamp(draft, stamp);
    kept.keep(stamp, draft);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

async function bundle(packages, draft, options) {
  const { build } = await import('esbuild');
  const begins = packages.map((path) => `  '${path}': () => require('${path}'),`);
  await build({
    stdin: { contents: `module.exports = {\n${begins.join('\n')}\n};`, resolveDir: root },
    outfile: join(draft, 'all.cjs'),
    bundle: true,
    format: 'cjs',
    banner: { js: `const importMetaUrl = 'file://' + __filename;` },
    define: { 'import.meta.url': 'importMetaUrl' },
    absWorkingDir: root,
    logLevel: 'warning',
    ...options,
  });
  for (const path of packages) {
    const file = join(draft, `${path}.cjs`);
    mkdirSync(dirname(file), { recursive: true });
    const all = relative(dirname(file), join(draft, 'all.cjs'));
    // In two steps: jest reads a whole file in search of names that another hands on as they are.
    writeFileSync(file, `const all = require('./${all}');\nmodule.exports = all['${path}']();\n`);
  }
}

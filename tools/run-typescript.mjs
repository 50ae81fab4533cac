// Lets Node run a TypeScript process of a test as it stands, decorators and `@app/…` included:
// `node --import …/run-typescript.mjs process.ts`.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, URL } from 'node:url';
import { transformSync } from '@swc/core';
import { ownModules } from './own-modules.mjs';

const root = new URL('../', import.meta.url);
const own = Object.entries(ownModules).map(([name, file]) => [new RegExp(name), file]);

const options = {
  configFile: false,
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/** What the built programs find as well (`tools/setup/build-server.mjs`). */
const beforeAll = 'const { dirname: __dirname, filename: __filename } = import.meta;';

/** The source file of a specifier, or undefined: a package, a built-in. */
function sourceOf(specifier, parent) {
  const [name, file] = own.find(([pattern]) => pattern.test(specifier)) ?? [];
  if (name) return new URL(specifier.replace(name, file), root);
  if (!specifier.startsWith('.') || !specifier.endsWith('.js')) return undefined;
  const source = new URL(specifier.replace(/\.js$/, '.ts'), parent);
  return existsSync(source) ? source : undefined;
}

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier, context.parentURL);
    return source ? { url: source.href, format: 'module', shortCircuit: true } : next(specifier);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: `${beforeAll} ${code}`, shortCircuit: true };
  },
});

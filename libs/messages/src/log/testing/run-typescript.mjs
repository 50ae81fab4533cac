// Lets Node run a TypeScript process of a test as it stands, decorators and `@app/…` included:
// `node --import …/run-typescript.mjs process.ts`.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, URL } from 'node:url';
import { transformSync } from '@swc/core';

const libs = new URL('../../../../', import.meta.url);

const options = {
  configFile: false,
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/** The source file of a specifier, or undefined: a package, a built-in. */
function sourceOf(specifier, parent) {
  const [, lib, entry = ''] = /^@app\/([^/]+)(\/[^/]+)?$/.exec(specifier) ?? [];
  if (lib) return new URL(`${lib}/src${entry}/index.ts`, libs);
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
    return { format: 'module', source: code, shortCircuit: true };
  },
});

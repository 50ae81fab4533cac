import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundlePackages, mapped } from './bundle-packages.mjs';

/** What specs of the web app, and the app, import. */
const packages = [
  '@angular/cdk/a11y',
  '@angular/cdk/overlay',
  '@angular/cdk/portal',
  '@angular/cdk/testing',
  '@angular/cdk/testing/testbed',
  '@angular/common',
  '@angular/common/http',
  '@angular/common/testing',
  '@angular/compiler',
  '@angular/core',
  '@angular/core/rxjs-interop',
  '@angular/core/testing',
  '@angular/forms',
  '@angular/platform-browser',
  '@angular/platform-browser/testing',
  '@angular/router',
  '@angular/router/testing',
  '@angular/service-worker',
  'idb',
  'marked',
  'rxjs',
  'rxjs/operators',
  'virtua/angular',
  'zod/mini',
];

/** For jest: a package's name to its file in the bundle. */
export const webPackages = mapped('web', packages);

/**
 * For jest's `globalSetup`. What Angular's packages leave to be compiled is linked here, once; each
 * spec file did it anew, for half of its time.
 */
export default function bundleWebPackages() {
  return bundlePackages('web', packages, { target: 'es2022', plugins: [linkAngular] });
}

/** What `ng build` does to them too. */
const linkAngular = {
  name: 'link angular',
  async setup({ onLoad }) {
    const { createEs2015LinkerPlugin } = await import('@angular/compiler-cli/linker/babel');
    const { NodeJSFileSystem, ConsoleLogger, LogLevel } = await import('@angular/compiler-cli');
    const { transformAsync } = await babel();
    const linker = createEs2015LinkerPlugin({
      fileSystem: new NodeJSFileSystem(),
      logger: new ConsoleLogger(LogLevel.warn),
      linkerJitMode: false,
      sourceMapping: false,
    });
    const options = { plugins: [linker], compact: false, configFile: false, babelrc: false };
    onLoad({ filter: /\.mjs$/ }, async ({ path: filename }) => {
      const source = readFileSync(filename, 'utf8');
      if (!source.includes('ɵɵngDeclare')) return undefined;
      const { code } = await transformAsync(source, { ...options, filename });
      return { contents: code };
    });
  },
};

/** The one that Angular's compiler brings. */
function babel() {
  const from = createRequire(import.meta.resolve('@angular/compiler-cli'));
  return import(from.resolve('@babel/core'));
}

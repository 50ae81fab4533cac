import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import server from '../../jest.server.config.mjs';
import web from '../../jest.web.config.mjs';
import { root } from '../setup/places.mjs';

/** By jest's configuration: the file of a package. */
const fileOf = (name, { moduleNameMapper }) => {
  for (const [pattern, file] of Object.entries(moduleNameMapper)) {
    const found = new RegExp(pattern).exec(name);
    if (found) return file.replace('$1', found[1]);
  }
  return undefined;
};

describe('The packages of the specs', () => {
  // esbuild refuses to run among the globals of a test.
  beforeAll(() => {
    const make = (name) => `(await import('./tools/packages/${name}-packages.mjs')).default()`;
    const args = ['--input-type=module', '-e', `await ${make('web')}; await ${make('server')};`];
    execFileSync(process.execPath, args, { cwd: root });
  });

  it('are found by their names alone', () => {
    expect(fileOf('@angular/core', web)).toMatch(/web\/@angular\/core\.cjs$/);
    expect(fileOf('@angular/core/anything', web)).toBeUndefined();
    expect(fileOf('rxjs', server)).toMatch(/server\/rxjs\.cjs$/);
    expect(fileOf('rxjs', web)).toMatch(/web\/rxjs\.cjs$/);
  });

  it('are the only ones of their name: jest maps what packages beside the bundle import, too', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    for (const config of [server, web]) {
      const isBundled = (name) => fileOf(name, config)?.endsWith('.cjs') === true;
      const others = Object.keys(packages)
        .map((path) =>
          path.split('/node_modules/').map((part) => part.replace(/^node_modules./, '')),
        )
        .filter((names) => names.length > 1 && !isBundled(names[0]) && isBundled(names.at(-1)));
      expect(others).toEqual([]);
    }
  });

  it('give the same names as the packages themselves', () => {
    const names = ['express', 'mongoose', 'rxjs', 'zod/mini', '@nestjs/common', '@nestjs/core'];
    // In a plain Node: jest would take both from the bundle.
    const keysOf = (paths) => {
      const all = `${JSON.stringify(paths)}.map((path) => Object.keys(require(path)).sort())`;
      const script = `require('reflect-metadata'); console.log(JSON.stringify(${all}));`;
      return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root }));
    };
    const bundled = keysOf(names.map((name) => fileOf(name, server)));
    expect(bundled).toEqual(keysOf(names));
    expect(bundled.at(-1)).toContain('NestFactory');
  });

  it('leave nothing for each spec file to compile', () => {
    const code = readFileSync(join(fileOf('@angular/core', web), '../../all.cjs'), 'utf8');
    expect(code).not.toMatch(/\bstatic \S+ = (\w+\.)?(ɵɵ|\\u0275\\u0275)ngDeclare\w+\(/);
    expect(code).toMatch(/(ɵɵ|\\u0275\\u0275)defineDirective\(/);
  });
});

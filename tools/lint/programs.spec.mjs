import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../setup/places.mjs';
import { problemsOf } from './check-program.mjs';
import { programs } from './programs.mjs';

/** All TypeScript of ours, wherever it is. */
function typeScriptIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const isOthers =
      entry.name.startsWith('.') || /^(node_modules|dist|coverage)$/.test(entry.name);
    if (entry.isDirectory()) return isOthers ? [] : typeScriptIn(path);
    return entry.name.endsWith('.ts') ? [relative(root, path)] : [];
  });
}

describe('The programs', () => {
  it('lint each file once', () => {
    const linted = Object.values(programs).flatMap(({ config, lints }) => {
      const parsed = ts.getParsedCommandLineOfConfigFile(join(root, config), {}, ts.sys);
      return parsed.fileNames.map((file) => relative(root, file)).filter((path) => lints(path));
    });
    expect(linted.sort()).toEqual(typeScriptIn(root).sort());
  });
});

describe('problemsOf', () => {
  let folder;
  const program = (more) => ({
    ...{ config: 'tsconfig.json', lints: () => true, sources: ['tsconfig.json', 'a.ts'] },
    ...{ isLeftOut: () => false, ...more },
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-program-'));
    const parts = ['eslint.config.mjs', 'tools', 'node_modules'];
    for (const part of parts) symlinkSync(join(root, part), join(folder, part));
    const compilerOptions = { strict: true, module: 'nodenext', target: 'es2023', types: [] };
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name, text) => writeFileSync(join(folder, name), text);

  it('are none where types and lint are content', async () => {
    write('a.ts', 'export const a: number = Math.random();\n');
    expect(await problemsOf(program(), folder)).toEqual([]);
  }, 60_000);

  it('are those of types, of lint that knows them, and of a file whose change nobody would see', async () => {
    const wrong = "const a: number = 'one';\n";
    write(
      'a.ts',
      `${wrong}export function b(): void {\n  Promise.reject(new Error(String(a)));\n}\n`,
    );
    write('b.ts', 'export const b = 1;\n');
    const problems = await problemsOf(program(), folder);
    expect(problems).toEqual([
      expect.stringMatching(/^b\.ts is in tsconfig\.json, and in no source of it/),
      expect.stringMatching(/^a\.ts\(1,7\): error TS2322: Type 'string'/),
      expect.stringContaining('no-floating-promises'),
    ]);
  }, 60_000);
});

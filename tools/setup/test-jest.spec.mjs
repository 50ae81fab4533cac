import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJest } from './test-jest.mjs';
import { until } from './until.mjs';

describe('runJest', () => {
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-hung-'));
    mkdirSync(join(folder, 'tests'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs these files, each in a worker of its own; ended where nothing is heard for so long. */
  function ran(files, endAfterMs) {
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, 'tests', name), text);
    const config = { rootDir: folder, transform: {} };
    return runJest(['tests'], ['--config', JSON.stringify(config), '--maxWorkers=2'], endAfterMs);
  }

  const tells = (name) =>
    `require('fs').writeFileSync(${JSON.stringify(folder)} + '/${name}.pid', String(process.pid));`;

  it.each([1, 2])(
    'ends what spins, says which file it is, and leaves no process: %i files',
    async (count) => {
      const spin = `${tells('spins')} test('spins', () => { for (;;); });`;
      const passes = `test('passes', () => undefined);`;
      const files = { 'spins.test.js': spin, ...(count > 1 && { 'passes.test.js': passes }) };
      const { failed, reasons } = await ran(files, 5000);
      expect(failed).toBe(1);
      expect(reasons).toEqual([
        expect.stringMatching(/no result has come for 5 s from: .*spins\.test\.js$/),
      ]);
      const pid = readFileSync(join(folder, 'spins.pid'), 'utf8');
      await until(() => !readdirSync('/proc').includes(pid));
    },
  );

  it('lets end what goes on', async () => {
    const results = await ran({ 'passes.test.js': `test('passes', () => undefined);` });
    expect(results).toEqual({ passed: 1, failed: 0, reasons: [] });
  });
});

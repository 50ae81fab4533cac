import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJest } from './test-jest.mjs';
import { until } from './until.mjs';

/** Ms without a result: jest has to have begun both files by then, on a busy machine. */
const silenceMs = 20_000;

/** As a busy loop, it lets nothing else run, and takes no processor for it. */
const standStill = `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`;

describe('runJest', () => {
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-hung-'));
    mkdirSync(join(folder, 'tests'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs these files, each in a worker of its own; ended where nothing is heard for so long. */
  function ran(files) {
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, 'tests', name), text);
    const config = { rootDir: folder, transform: {} };
    return runJest(['tests'], ['--config', JSON.stringify(config), '--maxWorkers=2'], silenceMs);
  }

  const tells = (name) =>
    `require('fs').writeFileSync(${JSON.stringify(folder)} + '/${name}.pid', String(process.pid));`;

  it.each([1, 2])(
    'ends what hangs, says which file it is, and leaves no process: %i files',
    async (count) => {
      const hang = `${tells('hangs')} test('hangs', () => { ${standStill} });`;
      const passes = `test('passes', () => undefined);`;
      const files = { 'hangs.test.js': hang, ...(count > 1 && { 'passes.test.js': passes }) };
      const { failed, reasons } = await ran(files);
      expect(failed).toBe(1);
      expect(reasons).toEqual([
        expect.stringMatching(/no result has come for 20 s from: .*hangs\.test\.js$/),
      ]);
      const pid = readFileSync(join(folder, 'hangs.pid'), 'utf8');
      await until(() => !readdirSync('/proc').includes(pid));
    },
    180_000,
  );

  it('lets end what goes on', async () => {
    const results = await ran({ 'passes.test.js': `test('passes', () => undefined);` });
    expect(results).toEqual({ passed: 1, failed: 0, reasons: [] });
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './setup/places.mjs';

const counter =
  'exports.loads = (globalThis.loads = (globalThis.loads ?? 0) + 1); exports.f = () => 1;';

/** Leaves behind whatever it can, and finds nothing that another left. */
const untidy = `
  const kept = require('./kept.js');
  it('begins in a world as it was', () => {
    expect([process.env.LEFT, kept.f(), kept.loads]).toEqual([undefined, 1, 1]);
    kept.handlers ??= globalThis[Symbol.for('EVENT_HANDLERS')].length;
    expect(globalThis[Symbol.for('EVENT_HANDLERS')]).toHaveLength(kept.handlers);
    expect(String(setTimeout)).not.toContain('clock');
    expect(new Error() instanceof kept.Error).toBe(true);
    process.env.LEFT = 'behind';
    jest.spyOn(kept, 'f').mockReturnValue(2);
    jest.useFakeTimers();
  });
`;

describe('Modules that are kept', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-kept-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made once, in a world that is tidied after each file of tests', () => {
    writeFileSync(join(folder, 'kept.js'), `${counter} exports.Error = Error;`);
    for (const name of ['one', 'two']) writeFileSync(join(folder, `${name}.spec.js`), untidy);
    const config = {
      rootDir: folder,
      testEnvironment: join(root, 'tools/kept-world.mjs'),
      runtime: join(root, 'tools/kept-modules.mjs'),
      transform: {},
    };
    const args = ['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js')];
    args.push('--runInBand', '--json', '--config', JSON.stringify(config));
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect(stderr).toContain('2 passed, 2 total');
    expect(JSON.parse(stdout)).toMatchObject({ numPassedTests: 2, numFailedTests: 0 });
  });
});

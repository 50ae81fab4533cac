import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockedNode, root } from './places.mjs';
import { endOf, launch } from './run-command.mjs';

/** Runs jest, both projects; resolves with how many tests passed and failed. */
export async function runJest(paths, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-jest-'));
  const file = join(folder, 'result.json');
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  args.push('node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`);
  const child = await launch(lockedNode(), [...args, '--passWithNoTests', ...options, ...paths], {
    cwd: root,
    // The report goes to the file; jest would repeat it on the output.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await endOf(child);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  return countsOf(report, code);
}

/** A file that could not be run counts as a failure, and so does a jest that failed by itself. */
export function countsOf(report, code) {
  const passed = report?.numPassedTests ?? 0;
  const failed =
    (report?.numFailedTests ?? 0) +
    (report?.numRuntimeErrorTestSuites ?? 0) +
    (report?.numPendingTests ?? 0);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

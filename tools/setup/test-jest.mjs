import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { lockedNode, root } from './places.mjs';
import { endGroups, endOf, launch } from './run-command.mjs';

/** After so long, in ms, no result comes any more: the longest file takes some two minutes. */
const silenceMs = 600_000;

/** Runs jest, both projects; resolves with how many tests passed and failed, and why. */
export async function runJest(paths, options = [], endAfterMs = silenceMs) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-jest-'));
  const file = join(folder, 'result.json');
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const teller = join(import.meta.dirname, 'tell-tests.mjs');
  // Whatever follows these up to another option is taken for a reporter.
  args.push('node_modules/jest/bin/jest.js', '--reporters=default', `--reporters=${teller}`);
  args.push('--json', `--outputFile=${file}`);
  const child = await launch(lockedNode(), [...args, '--passWithNoTests', ...options, ...paths], {
    cwd: root,
    // The report goes to the file; jest would repeat it on the output.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const hung = endWhenSilent(child, endAfterMs);
  const code = await endOf(child);
  const stuck = hung();
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  return { ...countsOf(report, code), reasons: [...stuck, ...reasonsOf(report)] };
}

/**
 * A test that spins never ends, and no time-out of jest's gets a turn. Returns how to stop watching,
 * which tells what has hung.
 */
function endWhenSilent(child, afterMs) {
  const files = new Set();
  const stuck = [];
  const timer = setTimeout(() => {
    const names = [...files].map((path) => relative(root, path));
    stuck.push(`Ended, since no result has come for ${afterMs / 1000} s from: ${names.join(', ')}`);
    void endGroups([child]);
  }, afterMs);
  child.on('message', ({ path, isRunning }) => {
    if (isRunning) files.add(path);
    else files.delete(path);
    timer.refresh();
  });
  return () => {
    clearTimeout(timer);
    return stuck;
  };
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

/** Lines of one failure that are told again at the end; the whole is where it happened. */
const shown = 16;

/** A few lines for each test that failed, and for each file that could not be run. */
export function reasonsOf(report, from = root) {
  return (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const told = (title, why) => {
      const all = stripVTControlCharacters(why).split('\n');
      const lines = all.filter((line) => !line.includes('node_modules/')).slice(0, shown);
      return [`${relative(from, name)}${title}`, ...lines].join('\n    ');
    };
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (assertionResults.length === 0 && message) return [told('', message)];
    return failed.map(({ fullName, failureMessages }) =>
      told(` › ${fullName}`, failureMessages.join('\n')),
    );
  });
}

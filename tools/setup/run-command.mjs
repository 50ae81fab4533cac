import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** How long what runs may take to end by itself, once it was told to, in ms. */
const graceMs = 3000;

/** npm repeats a Ctrl-C to us that the terminal has sent us already; people take longer. */
const echoMs = 500;

/** How often is looked whether npm is still there, in ms. */
const lookMs = 500;

const running = new Set();
let endingSince;

/**
 * Runs a command to its end; `onLine` gets what it says, line by line. Rejects with the last of it
 * when the command fails. Its whole process group ends with this process.
 */
export async function run(command, args, { cwd, env = process.env, onLine = () => {} } = {}) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = await launch(command, args, { cwd, env, stdio });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      if (said.length > 30) said.shift();
      onLine(line);
    });
  }
  const code = await endOf(child);
  if (code !== 0) {
    throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${code}:\n${said.join('\n')}`);
  }
}

/** Starts a command in a process group of its own, which ends with this process. */
export async function launch(command, args, options) {
  await unlessEnding();
  // Of its own, so that npm's or cargo's children can be ended with it.
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  for (const event of ['close', 'error']) child.once(event, () => running.delete(child));
  return child;
}

/** Resolves with the exit code of a launched command, or the signal that has ended it. */
export async function endOf(child) {
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  await unlessEnding();
  return code;
}

/** Told to end, nobody goes on: neither takes what was ended for a failure, nor begins another. */
function unlessEnding() {
  return endingSince === undefined ? Promise.resolve() : new Promise(() => {});
}

// Without a listener a signal ends this process at once, and `exit` is never heard.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void end());

// npm that is killed, or hangs up with its terminal, tells nobody. What it has started by `exec` (a
// shell in between would hear its signals, and keep them) is its child, and has then another parent.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void end(), lookMs).unref();
}

/** Everything that runs first, in order where it can; whoever asks a second time does not wait. */
async function end() {
  if (endingSince !== undefined) {
    if (Date.now() - endingSince > echoMs) process.exit(130);
    return;
  }
  endingSince = Date.now();
  await endGroups([...running]);
  process.exit(130);
}

/** Ends launched commands and what they have started, in order where it can. */
export async function endGroups(ended) {
  // A command is closed when all that write to its output have ended, its children too.
  const closed = ended.map((child) => once(child, 'close'));
  for (const child of ended) signalGroup(child, 'SIGTERM');
  await Promise.race([Promise.all(closed), pause(graceMs, undefined, { ref: false })]);
  for (const child of ended) signalGroup(child, 'SIGKILL');
}

process.once('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});

function signalGroup({ pid }, signal) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: it has ended meanwhile.
  }
}

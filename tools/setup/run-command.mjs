import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const running = new Set();

/**
 * Runs a command to its end; `onLine` gets what it says, line by line. Rejects with the last of it
 * when the command fails. Its whole process group ends with this process.
 */
export async function run(command, args, { cwd, env = process.env, onLine = () => {} } = {}) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that npm's or cargo's children can be ended with it.
    detached: true,
  });
  running.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      if (said.length > 30) said.shift();
      onLine(line);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  }).finally(() => running.delete(child));
  if (code !== 0) {
    throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${code}:\n${said.join('\n')}`);
  }
}

process.once('exit', () => {
  for (const { pid } of running) endGroup(pid);
});

// Without a listener a signal ends this process at once, and `exit` is never heard.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    // Who waits for a child of its own (jest) passes the signal on, and ends by itself.
    if (running.size > 0 || process.listenerCount(name) === 1) process.exit(130);
  });
}

function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // ESRCH: it has ended meanwhile.
  }
}

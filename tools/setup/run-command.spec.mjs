import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { run } from './run-command.mjs';
import { until } from './until.mjs';

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH: it has ended.
    return false;
  }
};

describe('run', () => {
  it('tells every line, of both outputs', async () => {
    const lines = [];
    await run('sh', ['-c', 'echo one; echo two >&2'], { onLine: (line) => lines.push(line) });
    expect(lines.sort()).toEqual(['one', 'two']);
  });

  it('rejects with the command, its code and the last of what it said', async () => {
    const failed = run('sh', ['-c', 'seq 40; exit 3']);
    await expect(failed).rejects.toThrow(/`sh -c seq 40; exit 3` ended with 3:\n11\n[^]*\n40$/);
  });

  it('rejects when there is no such command', async () => {
    await expect(run('parley-has-no-such-command', [])).rejects.toThrow('ENOENT');
  });

  it.each(['SIGINT', 'SIGTERM'])('takes grandchildren along at %s', async (signal) => {
    const file = join(import.meta.dirname, 'run-command.mjs');
    const script = `import { run } from '${file}';
      await run('sh', ['-c', 'sleep 60 & echo $!; wait'], { onLine: console.log });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const [pid] = await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([130, null]);
    await until(() => !isAlive(Number(pid)));
  });
});

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

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('takes grandchildren along at %s', async (signal) => {
    const { child, pid } = await aRun('sleep 60 & echo $!; wait');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([130, null]);
    await until(() => !isAlive(pid));
  });

  it('takes along who does not heed a signal', async () => {
    const { child, pid } = await aRun(`trap '' TERM; sleep 60 & echo $!; wait`);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([130, null]);
    await until(() => !isAlive(pid));
  });

  it('lets who heeds one end in order, and takes nobody for a failure', async () => {
    const { child, said } = await aRun(`trap 'echo tidy; exit 0' TERM; echo $$; sleep 60 & wait`);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(said()).toMatch(/^\d+\ntidy\n$/);
  });
});

/** A process that runs a script of the shell, which first tells the id of a process. */
async function aRun(shell) {
  const file = join(import.meta.dirname, 'run-command.mjs');
  const script = `import { run } from '${file}';
    await run('sh', ['-c', ${JSON.stringify(shell)}], { onLine: (line) => console.log(line) });
    console.log('went on');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  await until(() => said.includes('\n'));
  return { child, pid: Number(said.split('\n')[0]), said: () => said };
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MarkdownFile } from '../documents/markdown.js';
import { asShown } from '../documents/shell-session.js';
import { Person } from '../people/person.js';
import { pythonClient, pythonEnvironment, pythonProgram } from '../processes/python-program.js';
import { embedded } from '../topologies/index.js';

const execute = promisify(execFile);

describe('The Python client', () => {
  const readme = new MarkdownFile(join(pythonClient, 'README.md'));
  const block = (language: string) => readme.blocks.find((one) => one.language === language)!.text;

  it('runs the example of its README as it is shown', async () => {
    const deployment = await embedded();
    const ada = await Person.register(deployment.url, 'ada');
    const { username } = ada.profile;
    const env = {
      ...pythonEnvironment,
      PARLEY_URL: deployment.url,
      PARLEY_USERNAME: username,
      PARLEY_PASSWORD: ada.password,
    };
    const { stdout } = await execute(await pythonProgram('python'), ['-c', block('python')], {
      env,
    });
    expect(stdout.replace(username, 'ada').trim()).toMatch(asShown(block('text')));
    await deployment.close();
  });

  /** What it says is of use only where something failed. */
  const saysOf = (program: string, ...args: readonly string[]): Promise<string> =>
    execute(program, args, { cwd: pythonClient, env: { ...pythonEnvironment } }).then(
      () => '',
      (failure: unknown) => (failure as { stdout?: string }).stdout ?? String(failure),
    );

  it('passes its tests', async () => {
    const program = await pythonProgram('pytest');
    expect(await saysOf(program, '-q', '-p', 'no:cacheprovider', 'tests')).toBe('');
  }, 240_000);

  it('is written as its linter has it', async () => {
    const program = await pythonProgram('ruff');
    expect(await saysOf(program, 'check', '--no-cache', '.')).toBe('');
    expect(await saysOf(program, 'format', '--check', '--no-cache', '.')).toBe('');
  });
});

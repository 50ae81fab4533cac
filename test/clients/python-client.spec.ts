import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { MarkdownFile } from '../documents/markdown.js';
import { asShown } from '../documents/shell-session.js';
import { Person } from '../people/person.js';
import { embedded } from '../topologies/index.js';

const execute = promisify(execFile);
const root = resolve(__dirname, '../..');
const source = join(root, 'clients/python');

async function pythonProgram(name: string): Promise<string> {
  const file = pathToFileURL(join(root, 'tools/setup/python.mjs')).href;
  const places = (await import(file)) as { pythonProgram: (name: string) => string };
  return places.pythonProgram(name);
}

describe('The Python client', () => {
  const readme = new MarkdownFile(join(source, 'README.md'));
  const block = (language: string) => readme.blocks.find((one) => one.language === language)!.text;

  it('runs the example of its README as it is shown', async () => {
    const deployment = await embedded();
    const ada = await Person.register(deployment.url, 'ada');
    const { username } = ada.profile;
    const env = {
      PYTHONPATH: source,
      PYTHONDONTWRITEBYTECODE: '1',
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
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockedNode, root } from '../setup/places.mjs';
import { run } from '../setup/run-command.mjs';
import { generatedPython, generatedTypeScript } from './places.mjs';

/** `{[file]: text}` of all below a folder. */
function textsIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.pyc'));
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length), readFileSync(file, 'utf8')];
    }),
  );
}

describe('The generated parts of the clients', () => {
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-generated-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  // `npm run clients` writes it anew.
  it('are what the documents of the API say', async () => {
    await run(lockedNode(), ['tools/clients/write-clients.mjs', folder], { cwd: root });
    expect(textsIn(generatedTypeScript)).toEqual(textsIn(join(folder, 'typescript')));
    expect(textsIn(generatedPython)).toEqual(textsIn(join(folder, 'python')));
  });
});

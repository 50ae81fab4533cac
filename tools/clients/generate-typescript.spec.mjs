import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockedNode, root } from '../setup/places.mjs';
import { run } from '../setup/run-command.mjs';
import { generatedTypeScript } from './places.mjs';

/** `{[file]: text}` of all below a folder. */
function textsIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length), readFileSync(file, 'utf8')];
    }),
  );
}

describe('The generated part of the TypeScript client', () => {
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-generated-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  // `npm run clients` writes it anew.
  it('is what the documents of the API say', async () => {
    await run(lockedNode(), ['tools/clients/write-clients.mjs', folder], { cwd: root });
    expect(textsIn(generatedTypeScript)).toEqual(textsIn(folder));
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../../libs/web-ui/src');
const specimens = join(home, 'gallery/specimens');

const names = (...folder) => readdirSync(join(home, ...folder));
const text = (...path) => readFileSync(join(...path), 'utf8');

const shown = names('gallery/specimens')
  .map((name) => text(specimens, name))
  .join('\n');

/** Folders with something that is drawn. */
const components = readdirSync(home, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'gallery')
  .map(({ name }) => name)
  .filter((folder) =>
    names(folder).some(
      (name) => /^[\w-]+\.ts$/.test(name) && text(home, folder, name).includes('@Component('),
    ),
  );

describe('The design system', () => {
  it('has components', () => expect(components.length).toBeGreaterThan(20));

  it.each(components)('has a spec and a harness of %s, and shows it in the gallery', (folder) => {
    expect(names(folder)).toContainEqual(expect.stringMatching(/\.spec\.ts$/));
    expect(names(folder, 'testing')).toContainEqual(expect.stringMatching(/-harness\.ts$/));
    expect(shown).toContain(`from '../../${folder}/`);
  });
});

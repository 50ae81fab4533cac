import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { inlineTemplates, wordsOf } from './template-words.mjs';

const root = resolve(import.meta.dirname, '../..');

function filesOf(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\.spec\.ts$|\/testing\/|\/gallery\//.test(path));
}

describe('wordsOf', () => {
  it.each([
    ['<b>Hello</b>', ['Hello']],
    ['<b>{{ count }} people</b>', ['people']],
    ['@if (a) { yes } @else { no }', ['yes', 'no']],
    ['<input placeholder="Find people" />', ['Find people']],
    ['<b [title]="texts.title" icon="users">{{ texts.people }} · @{{ name }}</b>', []],
    ['<ng-content select="[lead]" /><b class="first row" role="log">1 × 2</b>', []],
  ])('finds what is said in %s', (template, words) => {
    expect(wordsOf(template)).toEqual(words);
  });
});

describe('The web client', () => {
  it('has no word in a template that a translation would not reach', () => {
    const templates = ['apps/web/src', 'libs/web-ui/src'].flatMap((folder) => [
      ...filesOf(folder, '.html').map((path) => [path, readFileSync(path, 'utf8')]),
      ...filesOf(folder, '.ts').flatMap((path) =>
        inlineTemplates(readFileSync(path, 'utf8')).map((template) => [path, template]),
      ),
    ]);
    expect(templates.length).toBeGreaterThan(30);
    const stray = templates
      .filter(([path]) => !path.endsWith('src/index.html'))
      .flatMap(([path, template]) => wordsOf(template).map((w) => `${relative(root, path)}: ${w}`));
    expect(stray).toEqual([]);
  });

  it('takes every text through its language', () => {
    const texts = filesOf('apps/web/src', '-texts.ts');
    expect(texts.length).toBeGreaterThan(6);
    const untranslated = texts.filter((path) => !/\btextsOf\('/.test(readFileSync(path, 'utf8')));
    expect(untranslated.map((path) => relative(root, path))).toEqual([]);
  });
});

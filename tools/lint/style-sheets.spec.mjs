import { globSync, readFileSync } from 'node:fs';
import { complaintsOf } from './style-sheets.mjs';

const sheets = globSync('{libs/web-ui/src,apps/web/src}/**/*.css').sort();
const inline = globSync('{libs/web-ui/src,apps/web/src}/**/*.ts')
  .map((file) => [file, /\bstyles: (['`])(.*?)\1/s.exec(readFileSync(file, 'utf8'))?.[2]])
  .filter(([, styles]) => styles !== undefined);

/** What is the same in every theme, or in every script; each says so where it stands. */
const allowed = {
  // A chevron, which is turned for each.
  'apps/web/src/app/chats/chat-list/list-line.css': [
    'border-width: 0 1.5px 1.5px 0 (name its sides by block, inline)',
  ],
  'apps/web/src/app/chats/markup/message-code.css': [
    'right: 6px (name the side by start, end, block, inline)',
  ],
  'libs/web-ui/src/avatar/avatar.css': ['color: #fff (use a token)'],
};

describe('complaintsOf', () => {
  it.each([
    ['a { color: #0b6b63; }', 'color: #0b6b63 (use a token)'],
    ['a { background: rgb(0 0 0 / 0.5); }', 'background: rgb(0 0 0 / 0.5) (use a token)'],
    ['a { margin-left: 4px; }', 'margin-left: 4px (name the side by start, end, block, inline)'],
    ['a { inset: 0; left: 0 }', 'left: 0 (name the side by start, end, block, inline)'],
    [
      'a { padding: 0 calc(1px * (2 + 1)) 0 4px; }',
      'padding: 0 calc(1px * (2 + 1)) 0 4px (name its sides by block, inline)',
    ],
    ['a { line-height: 20px; }', 'line-height: 20px (use rem: lines grow with their text)'],
    ['a { font: 1rem / 20px x; }', 'font: 1rem / 20px x (use rem: lines grow with their text)'],
    ['a { text-align: right; }', 'text-align: right (name the side by start, end)'],
  ])('of %s', (sheet, complaint) => expect(complaintsOf(sheet)).toEqual([complaint]));

  it.each([
    'a { line-height: 1.25rem; font: 1rem / 1.5 x; }',
    'a { color: var(--text); inset-inline-start: 0; text-align: start; }',
    '/* left: 0; */ a:hover { border-inline: 1px solid currentcolor; }',
    'a { padding: 0 4px 1px 4px; margin: 0 auto 4px; inset: 0 0 var(--s-2); }',
    '@media (max-width: 699px) { a { inline-size: 100%; } }',
  ])('are none of %s', (sheet) => expect(complaintsOf(sheet)).toEqual([]));
});

describe('the style sheets of the web app', () => {
  it('are found', () => expect([sheets.length > 30, inline.length > 5]).toEqual([true, true]));

  it.each(sheets.filter((file) => !file.endsWith('tokens.css')))('%s names by tokens', (file) => {
    expect(complaintsOf(readFileSync(file, 'utf8'))).toEqual(allowed[file] ?? []);
  });

  it.each(inline)('%s does so inside of it', (_, styles) =>
    expect(complaintsOf(styles)).toEqual([]),
  );
});

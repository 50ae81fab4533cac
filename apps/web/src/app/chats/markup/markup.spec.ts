import type { Inline } from './inline';
import { parseMarkup, plainText } from './markup';

const said = (pieces: readonly Inline[]): readonly string[] =>
  pieces.map((p) => {
    if ('children' in p) return `${p.kind}(${said(p.children).join(' ')})`;
    return p.kind === 'link' ? `link: ${p.text} -> ${p.href}` : `${p.kind}: ${p.text}`;
  });
const lead = (text: string) => said(parseMarkup(text).lead);

describe('parseMarkup', () => {
  it('tells code, strong and mentions from words', () => {
    expect(lead('Run `up`, **now**, @ада!')).toEqual([
      'text: Run ',
      'code: up',
      'text: , ',
      'strong(text: now)',
      'text: , ',
      'mention: @ада',
      'text: !',
    ]);
  });

  it.each([
    ['*a*', ['em(text: a)']],
    ['_a b_', ['em(text: a b)']],
    ['~~a~~', ['strike(text: a)']],
    ['**a _b_ c**', ['strong(text: a  em(text: b) text:  c)']],
    ['***a***', ['strong(em(text: a))']],
  ])('%s', (text, pieces) => expect(lead(text)).toEqual(pieces));

  it.each([
    'snake_case_name',
    '2*3*4',
    'a * b * c',
    '** not bold **',
    '**open',
    '_',
    '``',
    '****',
    'mail@example.org',
    '@',
    'http://',
    '[a](b)',
    '[https://bank.example](https://evil.example)',
  ])('leaves %s as it is', (text) =>
    expect(
      lead(text)
        .map((p) => p.replace(/^(text|link): | -> .*/g, ''))
        .join(''),
    ).toBe(text),
  );

  it('keeps an open mark beside a closed one', () => {
    expect(lead('*a **b**')).toEqual(['text: *', 'text: a ', 'strong(text: b)']);
    expect(lead('**a *b**')).toEqual(['strong(text: a  text: * text: b)']);
  });

  it('leaves marks inside code alone', () => {
    expect(lead('`**a** @b`')).toEqual(['code: **a** @b']);
  });

  it.each([
    ['https://a.example/b?c=d', 'https://a.example/b?c=d', 'https://a.example/b?c=d'],
    ['(see https://a.example/x_(y)).', 'https://a.example/x_(y)', 'https://a.example/x_(y)'],
    ['[the page](https://a.example)', 'the page', 'https://a.example/'],
    ['mailto:a@b.example', 'mailto:a@b.example', 'mailto:a@b.example'],
    ['**https://a.example**', 'https://a.example', 'https://a.example/'],
  ])('links %s', (text, shown, href) => {
    expect(lead(text).join(' ')).toContain(`link: ${shown} -> ${href}`);
  });

  it('takes fences out of the words', () => {
    expect(parseMarkup('See:\n```ts\na\n b\n```\nthat')).toEqual({
      lead: [{ kind: 'text', text: 'See:' }],
      blocks: [
        { kind: 'code', text: 'a\n b' },
        { kind: 'words', inline: [{ kind: 'text', text: 'that' }] },
      ],
    });
  });

  it.each([
    ['```one line```', 'one line'],
    ['```\nnever closed', 'never closed'],
    ['```sh\nls\n```', 'ls'],
  ])('reads the fence %j', (text, code) => {
    expect(parseMarkup(text).blocks).toEqual([{ kind: 'code', text: code }]);
  });

  it('reads quotes and lists', () => {
    expect(parseMarkup('> a\n> b\n- c\n- **d**\n3. e').blocks).toEqual([
      { kind: 'quote', inline: [{ kind: 'text', text: 'a\nb' }] },
      {
        kind: 'list',
        isOrdered: false,
        start: 1,
        items: [
          [{ kind: 'text', text: 'c' }],
          [{ kind: 'strong', children: [{ kind: 'text', text: 'd' }] }],
        ],
      },
      { kind: 'list', isOrdered: true, start: 3, items: [[{ kind: 'text', text: 'e' }]] },
    ]);
  });

  it('says itself in plain words', () => {
    expect(plainText('**Run**\n```sh\nls\n```\n- a\n> b')).toBe('Run ls a b');
  });

  // Quadratic work would take minutes here; the time itself is not asserted.
  it.each(['*', '_', '`', '[', '**a ', '[a](', '@', 'https://', '> ', '- ', '```\n', '~~a *b '])(
    'reads 200,000 characters of %j',
    (mark) => {
      expect(parseMarkup(mark.repeat(200_000 / mark.length))).toBeDefined();
    },
  );

  it('never nests deeper than its four marks', () => {
    const depth = (pieces: readonly Inline[]): number =>
      pieces.reduce((max, p) => Math.max(max, 'children' in p ? 1 + depth(p.children) : 0), 0);
    const hostile = '**a *b _c ~~d '.repeat(50) + '~~ _ * ** '.repeat(50);
    expect(depth(parseMarkup(hostile).lead)).toBeLessThanOrEqual(4);
  });
});

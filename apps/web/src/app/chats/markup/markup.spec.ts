import { mentionsIn } from '@app/chat-state';
import type { Inline } from './inline';
import { parseMarkup, type Block } from './markup';

/** A tree as one line: `strong(a em(b))`. */
function said(pieces: readonly Inline[]): string {
  return pieces.map(saidPiece).join(' ');
}

function saidPiece(piece: Inline): string {
  if (piece.kind === 'break') return '⏎';
  if (piece.kind === 'link') {
    const host = piece.host && ` !${piece.host}`;
    return `link(${said(piece.children)} -> ${piece.route ?? piece.href}${host})`;
  }
  if ('children' in piece) return `${piece.kind}(${said(piece.children)})`;
  return piece.kind === 'text' ? piece.text : `${piece.kind}(${piece.text})`;
}

function saidBlock(block: Block): string {
  switch (block.kind) {
    case 'code':
      return `code[${block.language}](${block.text})`;
    case 'quote':
      return `quote(${block.blocks.map(saidBlock).join(' / ')})`;
    case 'rule':
      return 'rule';
    case 'table':
      return [block.header, ...block.rows]
        .map((row) => row.map((c) => said(c.inline)).join(' | '))
        .join(' // ');
    case 'list': {
      const items = block.items.map(({ isDone, blocks }) => {
        const box = isDone === null ? '' : isDone ? '[x] ' : '[ ] ';
        return box + blocks.map(saidBlock).join(' / ');
      });
      return `${block.isOrdered ? `ol${block.start}` : 'ul'}(${items.join(' ; ')})`;
    }
    default:
      return block.kind === 'heading' ? `h(${said(block.inline)})` : said(block.inline);
  }
}

function read(text: string): string {
  const { lead, blocks } = parseMarkup(text);
  return [...(lead.length > 0 ? [said(lead)] : []), ...blocks.map(saidBlock)].join(' / ');
}

/** The deepest nest of blocks and of pieces. */
function depthOf(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(depthOf));
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('parseMarkup', () => {
  it.each([
    ['*a*', 'em(a)'],
    ['_a b_', 'em(a b)'],
    ['**a**', 'strong(a)'],
    ['__a__', 'strong(a)'],
    ['***a***', 'em(strong(a))'],
    ['**a _b_ c**', 'strong(a  em(b)  c)'],
    ['~~a~~', 'strike(a)'],
    ['`**a**`', 'code(**a**)'],
    ['``a`b``', 'code(a`b)'],
    ['\\*a\\*', '*a*'],
    ['a\nb', 'a ⏎ b'],
    ['a  \nb', 'a ⏎ b'],
    ['# a', 'h(a)'],
    ['### a *b*', 'h(a  em(b))'],
    ['a\n===', 'h(a)'],
    ['a\n\n---\n\nb', 'a / rule / b'],
    ['> a\n> b', 'quote(a ⏎ b)'],
    ['> a\n>> b', 'quote(a / quote(b))'],
    ['- a\n- **b**', 'ul(a ; strong(b))'],
    ['- a\n  - b\n    1. c', 'ul(a / ul(b / ol1(c)))'],
    ['3. a\n4. b', 'ol3(a ; b)'],
    ['- a\n\n  b', 'ul(a / b)'],
    ['- [ ] a\n- [x] b', 'ul([ ] a ; [x] b)'],
    ['> - a\n> - b', 'quote(ul(a ; b))'],
    ['- > a', 'ul(quote(a))'],
    ['```ts\na\n b\n```', 'code[ts](a\n b)'],
    ['~~~\na\n~~~', 'code[](a)'],
    ['```\nnever closed', 'code[](never closed)'],
    ['- ```js\n  a\n  ```', 'ul(code[js](a))'],
    ['See:\n```C++ x\na\n```\nthat', 'See: / code[c++](a) / that'],
    ['    a', 'code[](a)'],
    ['| a | b |\n|---|:-:|\n| *1* | 2 |', 'a | b // em(1) | 2'],
    ['a|b\n-|-\n1', 'a | b // 1 | '],
  ])('reads %j', (text, tree) => expect(read(text)).toBe(tree));

  it.each([
    'snake_case_name',
    'a * b * c',
    '** not bold **',
    '**open',
    '_',
    '-',
    '>',
    '1.',
    '#',
    '#topic',
    '@',
    'http://',
    '[a](b)',
    '[a]',
    '[a]: /x',
    '<b>x</b>',
    '<!-- x -->',
    '&lt;b&gt;',
    '[x](javascript:alert(1))',
    '[x](https://user:pass@evil.example)',
    '![x](data:image/png;base64,AA)',
    '<javascript:alert(1)>',
  ])('leaves %s as it is', (text) => expect(read(text)).toBe(text));

  it('knows mentions from addresses', () => {
    expect(read('Hi @Ada, mail ada@a.example or `@x`!')).toBe(
      'Hi  mention(@Ada) , mail  link(ada@a.example -> mailto:ada@a.example)  or  code(@x) !',
    );
  });

  it.each([
    '@ada and `@ben`',
    '``a ` @ben`` @ada',
    'one ` and @ada',
    '@ada:\n```ts\n@ben\n```\n@cy',
    '```\n@ben',
    '> ```\n> @ben\n> ```\n> @ada',
    '- @ada `\n\n@ben `@cy`',
    '~~~\n@ben\n~~~\n\n**@ada**',
    '    @ben',
    '\t@ben\n@ada',
    'Run this:\n\n    @ben\n\n    @cy\n\n@ada',
    '# Run\n    @ben',
    '> Run this:\n>\n>     @ben\n\n@ada',
    '- first\n\nRun this:\n\n    @ben',
    'Some words\n    @ada',
    '- first\n\n    @ada',
    '1. first\nand on\n\n     @ada',
    '- first\n  - second\n\n    @ada',
    '> Some words\n    @ada',
  ])('marks those whom %j calls, and nobody else', (text) => {
    const marked = JSON.stringify(parseMarkup(text)).matchAll(/"mention".*?"name":"(.*?)"/g);
    expect(Array.from(marked, ([, name]) => name)).toEqual(mentionsIn(text));
  });

  it('marks a few emoji without words', () => {
    expect(
      ['🎉', '👍🏽 👩‍👩‍👧 ❤️', '🎉!', '7', '🎉'.repeat(9), ''].map((t) => parseMarkup(t).isJumbo),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('puts the words before the first block where marks can follow them', () => {
    const { lead, blocks } = parseMarkup('a\n- b');
    expect([said(lead), blocks.map(saidBlock)]).toEqual(['a', ['ul(b)']]);
  });
});

describe('links', () => {
  it.each([
    ['https://a.example/b?c=d', 'link(https://a.example/b?c=d -> https://a.example/b?c=d)'],
    [
      '(see https://a.example/x_(y)).',
      '(see  link(https://a.example/x_(y) -> https://a.example/x_(y)) ).',
    ],
    ['**https://a.example**', 'strong(link(https://a.example -> https://a.example/))'],
    ['www.a.example!', 'link(www.a.example -> https://www.a.example/) !'],
    ['<https://a.example>', 'link(https://a.example -> https://a.example/)'],
    ['xhttps://a.example', 'xhttps://a.example'],
    ['[the *page*](https://a.example "t")', 'link(the  em(page) -> https://a.example/)'],
    ['![cat](https://a.example/c.png)', 'link(cat -> https://a.example/c.png)'],
    ['[@ada](https://a.example)', 'link(@ada -> https://a.example/)'],
    ['[a](mailto:a@b.example)', 'link(a -> mailto:a@b.example)'],
  ])('reads %j', (text, tree) => expect(read(text)).toBe(tree));

  it.each([
    ['[https://bank.example](https://evil.example)', '!evil.example'],
    ['[bank.example](https://evil.example)', '!evil.example'],
    ['https://раураl.example', '!xn--'],
    ['https://аpple.example', '!xn--'],
    ['https://ev%69l.example', '!evil.example'],
    ['![bank.example](https://evil.example)', '!evil.example'],
    ['[bank\u200b.example](https://evil.example)', '!evil.example'],
    ['[bank\u00ad.\u2060example](https://evil.example)', '!evil.example'],
    ['[bank\u2024example](https://evil.example)', '!evil.example'],
    ['[bank\uff0eexample](https://evil.example)', '!evil.example'],
    ['[bank\u3002example](https://evil.example)', '!evil.example'],
  ])('tells where %s really leads', (text, host) => expect(read(text)).toContain(host));

  it.each(['https://münchen.example', 'https://пример.рф', '[a.example](https://www.a.example)'])(
    'adds nothing to %s',
    (text) => expect(read(text)).not.toContain('!'),
  );

  it.each(['\u202e', '\u2066', '\u202d'])('does not let %j turn a link around', (turn) => {
    expect(read(`[a${turn}b](https://a.example)`)).toBe('link(ab -> https://a.example/)');
    expect(read(`https://a.example/${turn}b`)).not.toContain('->');
  });

  it('finds its own messages', () => {
    const own = (path: string) => read(location.origin + path);
    expect(own('/c/abc/40')).toContain('-> /c/abc/40)');
    expect(own('/c/abc')).toContain('-> /c/abc)');
    expect(own('/api/c/abc')).toContain('-> http');
    expect(read('https://elsewhere.example/c/abc/40')).toContain('-> https');
  });
});

describe('hostile lengths', () => {
  // Unbounded work would take minutes here, and unbounded depth the stack; no time is asserted.
  const marks = ['*', '_', '`', '[', '![', '**a ', '[a](', '<', '|a', 'a**b', '~~a *b ', '> ', '>'];
  it.each([
    ...marks,
    '- ',
    '1. ',
    '> - ',
    '  - a\n',
    '```\n',
    '[[a](b)',
    '**_',
    '_a*b~~c',
    'a.',
    'a@',
  ])('reads 20,000 characters of %j', (mark) => {
    const markup = parseMarkup(mark.repeat(20_000 / mark.length));
    expect(depthOf(markup)).toBeLessThan(120);
  });

  it.each([
    ['quotes', Array.from({ length: 1000 }, (_, i) => '>'.repeat(i % 19) + ' a').join('\n')],
    ['lists', Array.from({ length: 140 }, (_, i) => ' '.repeat(2 * i) + '- a').join('\n')],
    ['emphasis', '*a **b ***c '.repeat(1000)],
  ])('nests %s no deeper than one can see', (_, text) => {
    expect(depthOf(parseMarkup(text))).toBeLessThan(120);
  });

  it('makes no table of more cells than characters', () => {
    const wide = `${'|a'.repeat(1300)}|\n${'|-'.repeat(1300)}|${'\n|'.repeat(1400)}`;
    expect(parseMarkup(wide).blocks.some(({ kind }) => kind === 'table')).toBe(false);
  });

  it('shows what is too long as it is', () => {
    expect(parseMarkup('**a** '.repeat(5000)).lead).toEqual([
      { kind: 'text', text: '**a** '.repeat(5000) },
    ]);
  });
});

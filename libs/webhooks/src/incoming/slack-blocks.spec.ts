import { audienceOf } from '@app/chat-state';
import { textOf } from './hook-text.js';
import { textOfBlocks } from './slack-blocks.js';
import type { Sent } from './slack-rich-text.js';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const rich = (...elements: Sent[]) => ({ type: 'rich_text', elements });
const words = (...elements: Sent[]) => ({ type: 'rich_text_section', elements });
const text = (said: string, style: Sent = {}) => ({ type: 'text', text: said, style });

describe('textOfBlocks', () => {
  it.each<[string, Sent, string]>([
    ['a section', section('Build 42 is green'), 'Build 42 is green'],
    ['what is bold', section('*Build 42*: _fast_ and ~red~'), '**Build 42**: _fast_ and ~~red~~'],
    ['stars that mark nothing', section('2 * 3 * 4, a*b*c, ** x'), '2 * 3 * 4, a*b*c, ** x'],
    ['code', section('`a *b* &amp; c` *d*'), '`a *b* & c` **d**'],
    ['a block of code', section('```\n*x* &lt;\n```'), '```\n*x* <\n```'],
    [
      'a link',
      section('<https://ci.example/1|*Log*> &amp; more'),
      '[**Log**](https://ci.example/1) & more',
    ],
    ['a call', section('<!here> come'), '@here come'],
    [
      'plain text',
      { type: 'section', text: plain('*no* <b> `x` a_b_c _d_ [e]') },
      '\\*no\\* \\<b> \\`x\\` a_b_c \\_d\\_ \\[e\\]',
    ],
    [
      'plain lines',
      { type: 'section', text: plain('# a\n- b\n1. c\n> d') },
      '\\# a\n\\- b\n1\\. c\n\\> d',
    ],
    [
      'fields',
      { type: 'section', text: mrkdwn('All:'), fields: [mrkdwn('*Who*\nada'), plain('What')] },
      'All:\n**Who**\nada\nWhat',
    ],
    ['fields alone', { type: 'section', fields: [plain('a'), plain('b')] }, 'a\nb'],
    ['a header', { type: 'header', text: plain('Deploy\n#7') }, '### Deploy #7'],
    [
      'a context',
      {
        type: 'context',
        elements: [
          mrkdwn('by *ada*'),
          { type: 'image', image_url: 'https://a.example/p.png', alt_text: 'Ada' },
          plain('now'),
        ],
      },
      'by **ada** [Ada](https://a.example/p.png) now',
    ],
    ['a divider', { type: 'divider' }, '---'],
    [
      'a picture',
      {
        type: 'image',
        image_url: 'https://a.example/(1).png',
        alt_text: 'A [graph]',
        title: plain('Load'),
      },
      'Load\n[A \\[graph\\]](https://a.example/%281%29.png)',
    ],
    [
      'a picture of nowhere',
      { type: 'image', image_url: 'javascript:alert(1)', alt_text: 'A graph' },
      'A graph',
    ],
    [
      'Markdown',
      { type: 'markdown', text: '**a** [b](https://c.example)' },
      '**a** [b](https://c.example)',
    ],
    [
      'what is to be pressed',
      { type: 'actions', elements: [{ type: 'button', text: plain('Go') }] },
      '',
    ],
  ])('has %s in Markdown', (_, block, expected) => {
    expect(textOfBlocks([block])).toBe(expected);
  });

  it.each<[string, Sent, string]>([
    [
      'words and their marks',
      words(
        text('It is '),
        text(' bold ', { bold: true }),
        text('both', { bold: true, italic: true }),
        text(' x*y'),
        text('gone', { strike: true }),
      ),
      'It is  **bold** **_both_** x\\*y~~gone~~',
    ],
    [
      'code',
      words(text('a`b', { code: true }), text(' ', { bold: true }), text('c', { code: true })),
      '``a`b`` `c`',
    ],
    [
      'links',
      words(
        { type: 'link', url: 'https://a.example', text: 'A' },
        text(' '),
        { type: 'link', url: 'https://b.example' },
        text(' '),
        { type: 'link', url: 'javascript:x', text: 'C' },
      ),
      '[A](https://a.example) <https://b.example> C',
    ],
    [
      'what Slack alone knows',
      words(
        { type: 'emoji', name: 'tada' },
        text(' '),
        { type: 'user', user_id: 'U1' },
        text(' '),
        { type: 'channel', channel_id: 'C1' },
        text(' '),
        { type: 'date', timestamp: 1, fallback: 'May 1' },
      ),
      ':tada: @U1 #C1 May 1',
    ],
    ['a quote', { type: 'rich_text_quote', elements: [text('one\ntwo')] }, '> one\n> two'],
    [
      'code of more lines',
      { type: 'rich_text_preformatted', elements: [text('a < b\n```\n')] },
      '````\na < b\n```\n````',
    ],
    [
      'a list',
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [words(text('a')), words(text('b\nc'))],
      },
      '- a\n- b\n   c',
    ],
    [
      'numbers',
      {
        type: 'rich_text_list',
        style: 'ordered',
        indent: 1,
        offset: 2,
        elements: [words(text('a')), words(text('b'))],
      },
      '   3. a\n   4. b',
    ],
  ])('has of rich text %s', (_, element, expected) => {
    expect(textOfBlocks([rich(element)])).toBe(expected);
  });

  it('puts lists that follow each other together, and all else apart', () => {
    const list = (indent: number, said: string) => {
      return { type: 'rich_text_list', style: 'bullet', indent, elements: [words(text(said))] };
    };
    const block = rich(words(text('Todo:\n')), list(0, 'a'), list(1, 'b'), words(text('Done')));
    expect(textOfBlocks([block, { type: 'divider' }, section('x')])).toBe(
      'Todo:\n\n- a\n   - b\n\nDone\n\n---\n\nx',
    );
  });

  it.each<Sent>([
    {},
    { type: 'section' },
    { type: 'section', text: 'x', fields: 'y' },
    { type: 'section', text: { type: 'mrkdwn', text: 7 }, fields: [null, 'a', []] },
    { type: 'context', elements: { type: 'mrkdwn' } },
    {
      type: 'rich_text',
      elements: [null, { type: 'rich_text_list', indent: 'x' }, { elements: [7] }],
    },
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_list', indent: 1e9, offset: -1e9, elements: [] }],
    },
    { type: '__proto__' },
  ])('takes %j, and shows nothing of it', (block) => {
    expect(textOfBlocks([block])).toBe('');
  });

  it('takes the place of the text, which stays where blocks say nothing', () => {
    expect(textOf({ text: 'For old phones', blocks: [section('New')] }, false)).toBe('New');
    expect(textOf({ text: 'Old', blocks: [{ type: 'actions' }] }, false)).toBe('Old');
    const attachments = [{ fallback: 'Old', blocks: [section('*New*')] }];
    expect(textOf({ text: 'Look', attachments }, false)).toBe('Look\n\n**New**');
  });

  it('calls nobody by a block unless it may', () => {
    const broadcast = rich(words({ type: 'broadcast', range: 'everyone' }));
    for (const blocks of [[section('<!channel>')], [broadcast], [section('@here')]]) {
      expect(audienceOf(textOf({ blocks }, true))).not.toBeNull();
      expect(audienceOf(textOf({ blocks }, false))).toBeNull();
    }
  });

  it('is refused where it says too much', () => {
    const blocks = Array.from({ length: 50 }, () => section('x'.repeat(3000)));
    expect(() => textOf({ blocks }, false)).toThrow(
      expect.objectContaining({ code: 'validation_failed' }) as Error,
    );
  });
});

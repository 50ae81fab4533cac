import { audienceOf } from '@app/chat-state';
import { Problem, type HookPost } from '@app/contracts';
import { hostileTexts } from '@app/contracts/testing';
import { textOf } from './hook-text.js';

/** Why it is refused. */
function codeOf(post: HookPost): unknown {
  try {
    return textOf(post, false);
  } catch (error) {
    // A problem, as expected, or a bug, which the test then shows.
    return error instanceof Problem ? error.code : error;
  }
}

describe('textOf', () => {
  it.each([
    ['Build **42** is green', 'Build **42** is green'],
    ['<https://ci.example.com/42|Build [42]>', '[Build \\[42\\]](https://ci.example.com/42)'],
    ['<https://ci.example.com/a(b)|x>', '[x](https://ci.example.com/a%28b%29)'],
    ['<https://ci.example.com/42>', '<https://ci.example.com/42>'],
    ['<javascript:alert(1)|x>', '<javascript:alert(1)|x>'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['&amp;lt;', '&lt;'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('of %j is %j', (text, expected) => {
    expect(textOf({ text }, false)).toBe(expected);
  });

  it('has what is attached, and of that which shows nothing what stands for it', () => {
    const attachments = [
      { pretext: 'Alarm', title: 'Disk', title_link: 'https://a.example/1', text: 'Full' },
      { fallback: 'Only for the old', title: null },
      { fallback: 'Nothing to see', text: 'Seen' },
      {},
    ];
    expect(textOf({ text: 'Look:', attachments }, false)).toBe(
      'Look:\n\nAlarm\n[Disk](https://a.example/1)\nFull\n\nOnly for the old\n\nSeen',
    );
  });

  it.each([
    '@channel',
    'hello @here!',
    '@Channel.',
    '<!channel>',
    '<!here|here> and <!everyone>',
    // What was code is none any more once it is trimmed, or brought into normal form.
    '    @channel',
    '\u1FEF`@channel`',
    `@channel${'.'.repeat(40)}`,
    '`code` @here `',
  ])('calls nobody by %j unless it may', (text) => {
    expect(audienceOf(textOf({ text }, true))).not.toBeNull();
    expect(audienceOf(textOf({ text }, false))).toBeNull();
  });

  it('leaves code and addresses as they are', () => {
    for (const text of ['`@channel`', 'mail a@here', '@channels', '@ada and @ben'])
      expect(textOf({ text }, false)).toBe(text);
  });

  it.each([{}, { text: '  ' }, { text: '\u200B' }, { text: '', attachments: [{}] }])(
    'refuses %j, which says nothing',
    (post) => {
      expect(codeOf(post)).toBe('validation_failed');
    },
  );

  it('refuses what is too long, before and after', () => {
    expect(textOf({ text: 'x'.repeat(8000) }, false)).toHaveLength(8000);
    for (const text of ['x'.repeat(8001), `@here ${'x'.repeat(7994)}`, 'a\0b', '\uD800'])
      expect(codeOf({ text })).toBe('validation_failed');
  });

  it('takes whatever people try, and takes no longer for it', () => {
    for (const text of hostileTexts.filter((one) => !one.includes('\0')))
      expect(() => textOf({ text, attachments: [{ title: text, text }] }, true)).not.toThrow(
        TypeError,
      );
    expect(textOf({ text: '<https://a|'.repeat(700) }, false)).toContain('<https://a|');
    for (const sign of ['*', '~', '`', '[', '<https://a|', '* a', '```'])
      expect(() =>
        textOf(
          { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: sign.repeat(700) } }] },
          true,
        ),
      ).not.toThrow(TypeError);
  });
});

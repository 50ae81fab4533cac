import * as fc from 'fast-check';
import { isPlain, lexMessage } from './chat-lexer';
import { childrenOf, inlineOf } from './inline';

/** Of all that means something to Markdown, and of ordinary letters. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('ab', ' ', 'Ж', '你', '1', 'é', '.,:;!?()"\'$%^{}', 'www.', '🎉'),
      fc.constantFrom(...['@', '/', '#', '|', '\\', '`', '*', '_', '~', '[', ']', '<', '>', '&']),
      fc.constantFrom('=', '+', '-', '!', '\n', '\t', '\r', 'http://a.example', 'a@b.example'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('isPlain', () => {
  it.each(['a', 'On my way, give me ten minutes!', 'Привіт (так)', '你好。', 'e. g. 3 - 4 = -1'])(
    'is %j',
    (text) => expect(isPlain(text)).toBe(true),
  );

  it('is nothing that the lexer would find more in than words', () => {
    let plain = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (!isPlain(text)) return;
        plain++;
        // What stands behind something marked is lexed, whatever it is.
        const [first, , ...rest] = lexMessage(`*a*\n\n${text}`);
        expect(first!.raw).toBe('*a*');
        expect(rest.map(({ type }) => type)).toEqual(['paragraph']);
        const [own] = lexMessage(text);
        expect(inlineOf(childrenOf(own!))).toEqual(inlineOf(childrenOf(rest[0]!)));
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});

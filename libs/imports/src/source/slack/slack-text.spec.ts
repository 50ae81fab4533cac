import * as fc from 'fast-check';
import { toMarkdown } from './slack-text.js';

const names = {
  username: (key: string) => ({ U1: 'ann', U2: 'bob.b' })[key],
  channel: (key: string) => ({ C1: 'plans' })[key],
};

describe('Text of Slack', () => {
  it.each([
    ['*bold* and _slanted_ and ~gone~', '**bold** and _slanted_ and ~~gone~~'],
    ['2*3*4 and a * b * c', '2*3*4 and a * b * c'],
    ['*a* *b*', '**a** **b**'],
    ['*see <https://x.example|it>*', '**see [it](https://x.example)**'],
    ['`*code* &lt;b&gt;`', '`*code* <b>`'],
    ['```let a = *b*;```', '\n```\nlet a = *b*;\n```\n'],
    ['&gt; quoted &amp;amp; said', '> quoted &amp; said'],
    ['<@U1> asks <@U2|bob>', '@ann asks @bob.b'],
    ['<@U7|gone> and <@U8>', '@gone and @U8'],
    ['<#C1|old> <#C9|other> <#C8>', '#plans #other #C8'],
    ['<!channel> <!here> <!everyone>', '@channel @here @channel'],
    ['<!subteam^S1|@crew> <!date^1^{date}|today>', '@crew today'],
    ['<https://x.example/a_b?c=1&amp;d>', 'https://x.example/a_b?c=1&d'],
    ['<https://x.example/(a)|[it]>', '[\\[it\\]](https://x.example/%28a%29)'],
    ['<mailto:a@x.example|a@x.example>', 'a@x.example'],
    [':tada: :+1::skin-tone-3: :no_such:', '🎉 👍🏼 :no_such:'],
    ['# no heading', '\\# no heading'],
    ['1 &lt; 2 &gt; 0', '1 < 2 > 0'],
    ['&lt;@U1&gt;', '<@U1>'],
  ])('%j becomes %j', (slack, parley) => {
    expect(toMarkdown(slack, names)).toBe(parley);
  });

  it('is never lost where it has no marks', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ,.!?0-9]*$/), (words) => {
        expect(toMarkdown(words, names)).toBe(words);
      }),
    ));

  it('comes through in time, whatever it is', () => {
    const signs = ['*', '~', '`', '```', '<', '>', '|', ':', '&', '\n', 'a', ' ', '<@U1>'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 60 }), (parts) => {
        expect(typeof toMarkdown(parts.join(''), names)).toBe('string');
      }),
    );
    for (const sign of signs) expect(toMarkdown(sign.repeat(10_000), names)).toContain('');
  });
});

import { hostileTexts } from '@app/contracts/testing';
import { htmlToMarkdown } from './html-to-markdown';

describe('htmlToMarkdown', () => {
  it.each([
    ['<b>a</b> <i>b</i> <del>c</del>', '**a** *b* ~~c~~'],
    ['a <strong>b <em>c</em></strong>', 'a **b *c***'],
    ['<b>a </b>b', '**a** b'],
    ['<b><b>a</b></b>', '**a**'],
    ['<a href="https://a.example/x">y</a>', '[y](https://a.example/x)'],
    ['<a href="https://a.example/">https://a.example</a>', 'https://a.example/'],
    ['<a href="https://a.example/(x)">y</a>', '[y](https://a.example/%28x%29)'],
    ['<a href="javascript:alert(1)">y</a><b>z</b>', 'y**z**'],
    ['<code>a*b</code>', '`a*b`'],
    ['<code>a`b</code>', '`` a`b ``'],
    ['<pre><code class="language-ts">a\n  b\n</code></pre>', '```ts\na\n  b\n```'],
    ['<pre>```</pre>', '````\n```\n````'],
    ['<p>a</p><p><b>b</b></p>', 'a\n\n**b**'],
    ['<b>a</b><br>b', '**a**\nb'],
    ['<h2>a</h2>b', '## a\n\nb'],
    ['<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
    ['<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
    ['<ul><li><input type="checkbox" checked>a</li></ul>', '- [x] a'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2|3</td></tr></table>',
      '| a | b |\n| --- | --- |\n| 1 | 2\\|3 |',
    ],
    ['<table><tr><td><b>a</b></td></tr></table>', '**a**'],
    ['<table><tr><td><p>a</p><p>b</p><ul><li>c</li></ul></td></tr></table>', 'a\n\nb\n\n- c'],
    [
      '<table><tr><td><p>a</p><p>b</p></td><td><ul><li>c</li><li>d</li></ul></td></tr></table>',
      '| a b | c d |\n| --- | --- |',
    ],
    ['<b style="font-weight:normal"><span style="font-weight:700">a</span> b</b>', '**a** b'],
    ['<span style="font-style:italic">a</span>', '*a*'],
    ['<b>a</b> 2*3 _x_ a_b', '**a** 2\\*3 \\_x\\_ a_b'],
    ['<img alt="cat" src="x"> <b>a</b>', 'cat **a**'],
    ['<style>x</style><script>y</script><!-- z --><b>a</b>', '**a**'],
    ['<hr>a', '---\n\na'],
    [
      '<style>b { color: red }</style><b onclick="x">on call=3 style=4</b>',
      '**on call=3 style=4**',
    ],
  ])('makes of %s %j', (html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown));

  it.each([
    'plain',
    '<div>a<br>b</div>',
    '<div style="font-weight: normal"><span style="color: #f00">const</span> a</div>',
  ])('leaves %s to its plain text', (html) => expect(htmlToMarkdown(html)).toBe(''));

  it('leaves nothing of which the policy of the page would complain', () => {
    const read = jest.spyOn(DOMParser.prototype, 'parseFromString');
    htmlToMarkdown(
      '<p style="x" onclick=y><img/onerror=z><STYLE>a</STYLE><Base href=//x><b\nstyle = "q">b</b>',
    );
    expect(read.mock.lastCall?.[0]).not.toMatch(/[^-]style\s*=|<style|<base|[^-]on\w+\s*=/i);
    read.mockRestore();
  });

  it('survives what nests for its own sake', () => {
    const deep = `${'<b><div>'.repeat(200)}a${'</div></b>'.repeat(200)}`;
    expect(htmlToMarkdown(deep)).toContain('a');
    expect(htmlToMarkdown(`${'<ul><li>'.repeat(200)}a`)).toContain('a');
    expect(htmlToMarkdown(`<hr>${'<div>'.repeat(50)}<p>a</p><p>b</p>`)).toBe('---\n\na\n\nb');
  });

  it.each([
    ['tags that never end', '<a'.repeat(240_000)],
    ['empty lines in code', `<pre>${'\n'.repeat(480_000)}x</pre>`],
    ['blanks in bold', `<b>${'<br>x<br>'.repeat(3)}x${'<!----> '.repeat(70_000)}x</b>`],
  ])('does not choke on %s', (_, html) => {
    // Each took minutes, by the square of its length: then this is never over.
    expect(typeof htmlToMarkdown(html)).toBe('string');
  });

  it.each(hostileTexts)('runs nothing of %j', (html) => {
    expect(() => htmlToMarkdown(`<b>x</b>${html}`)).not.toThrow();
    expect('pwned' in globalThis).toBe(false);
  });
});

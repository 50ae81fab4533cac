import { TestBed } from '@angular/core/testing';
import { Toasts } from '@app/web-ui';
import { highlight } from './highlighter';
import { MessageCode } from './message-code';

async function drawn(code: string, language: string) {
  const fixture = TestBed.createComponent(MessageCode);
  fixture.componentRef.setInput('code', code);
  fixture.componentRef.setInput('language', language);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('MessageCode', () => {
  it('is named by its language', async () => {
    const block = (await drawn('let a', 'ts')).querySelector('pre');
    expect(block?.getAttribute('aria-label')).toBe('Code, ts');
  });

  it('shows the code at once and in its colours later, and loses nothing of it', async () => {
    const code = 'const a = "<b>"; // x\n\treturn 1;';
    const page = await drawn(code, 'ts');
    expect(page.querySelector('pre')?.textContent).toBe(code);
    expect(page.querySelector('.keyword')?.textContent).toBe('const');
    expect(page.querySelector('.string')?.textContent).toBe('"<b>"');
  });

  it.each(['', 'klingon', '__proto__', 'constructor'])(
    'shows code in %j plainly',
    async (language) => {
      const page = await drawn('const a = 1', language);
      expect([...page.querySelectorAll('code span')].map((span) => span.className)).toEqual(['']);
    },
  );

  it('does not colour what would hold up the page', async () => {
    const page = await drawn('const a = 1;\n'.repeat(2000), 'ts');
    expect(page.querySelector('.keyword')).toBeNull();
  });

  it('copies', async () => {
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    const page = await drawn('a\nb', '');
    page.querySelector('button')?.click();
    await Promise.resolve();
    expect([
      copied,
      TestBed.inject(Toasts)
        .shown()
        .map(({ text }) => text),
    ]).toEqual([['a\nb'], ['Copied']]);
  });
});

describe('highlight', () => {
  it.each([
    ['json', '{"a": [1, true]}'],
    ['html', '<a href="x">y</a><script>let a</script>'],
    ['sh', 'echo "$HOME" | grep -v x'],
    ['diff', '-a\n+b'],
    ['c++', '#include <x>\nint main() {}'],
  ])('%s: the pieces are the code', async (language, code) => {
    const pieces = await highlight(code, language);
    expect(pieces?.map(({ text }) => text).join('')).toBe(code);
    expect(new Set(pieces?.map(({ look }) => look)).size).toBeGreaterThan(1);
  });
});

import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Composer } from './composer';
import type { Asked, Completion } from './completion';
import type { RichPaste } from './pasting';
import { ComposerHarness } from './testing/composer-harness';

const known: readonly Completion[] = [
  { id: 'tada', text: '🎉', label: 'party popper', glyph: '🎉' },
  { id: 'taxi', text: '🚕', label: 'taxi', glyph: '🚕' },
];

@Component({
  imports: [Composer],
  template: `<ui-composer
    label="Message Crew"
    [maxLength]="10"
    [sendKey]="sendKey()"
    [completer]="completer"
    [richPaste]="richPaste()"
    [place]="place()"
    [hasMore]="hasMore()"
    [takesFiles]="takesFiles()"
    (filesPasted)="pasted.push($event.length); files.push(...$event)"
    [(text)]="text"
    (send)="sent.push($event)"
    (editLast)="recalls.push(1)"
    (cancelled)="cancels.push(1)"
  />`,
})
class Page {
  readonly text = signal('');
  readonly sendKey = signal<'enter' | 'mod-enter'>('enter');
  readonly completer = ({ trigger, query, isClosed }: Asked) => {
    // Its answer is still on its way.
    if (query === 'tax') return new Promise<readonly Completion[]>(() => undefined);
    const found = known.filter(({ id }) => (isClosed ? id === query : id.startsWith(query)));
    return Promise.resolve(trigger === ':' ? found : []);
  };
  readonly richPaste = signal<RichPaste>((html) => Promise.resolve(html.replace(/<\/?b>/g, '**')));
  readonly place = signal('crew');
  readonly hasMore = signal(false);
  readonly takesFiles = signal(false);
  readonly pasted: number[] = [];
  readonly files: File[] = [];
  readonly sent: string[] = [];
  readonly recalls: number[] = [];
  readonly cancels: number[] = [];
}

async function aComposer(text: string) {
  const fixture = TestBed.createComponent(Page);
  const page = fixture.componentInstance;
  const composer = await TestbedHarnessEnvironment.loader(fixture).getHarness(ComposerHarness);
  await composer.write(text);
  return { page, composer, fixture };
}

describe('Composer', () => {
  it('has a name', async () => {
    const { composer } = await aComposer('');
    expect(await composer.getName()).toBe('Message Crew');
  });

  it('is written from the side of its text, and of the page while there is none', async () => {
    const { composer } = await aComposer('');
    expect(await composer.getDirection()).toBe('');
    await composer.write('שלום');
    expect(await composer.getDirection()).toBe('auto');
  });

  it('sends with Enter, trimmed, and keeps the text until the owner takes it', async () => {
    const { page, composer } = await aComposer(' on my way ');
    await composer.pressEnter();
    expect(page.sent).toEqual(['on my way']);
    expect(await composer.getText()).toBe(' on my way ');
    page.text.set('');
    expect(await composer.getText()).toBe('');
  });

  it('does not send with Shift+Enter', async () => {
    const { page, composer } = await aComposer('one');
    await composer.pressEnter({ shift: true });
    expect(page.sent).toEqual([]);
  });

  it('does not send while an input method is choosing a word', async () => {
    const { page, composer } = await aComposer('にほん');
    await composer.pressEnterWhileComposing();
    await composer.pressEnterThatComposed();
    expect(page.sent).toEqual([]);
  });

  it('tells nobody around it of the keys of an input method', async () => {
    const { fixture } = await aComposer('にほん');
    const page = fixture.nativeElement as HTMLElement;
    const heard: boolean[] = [];
    page.addEventListener('keydown', ({ isComposing }) => heard.push(isComposing));
    for (const isComposing of [true, false]) {
      const event = new KeyboardEvent('keydown', { key: 'Escape', isComposing, bubbles: true });
      page.querySelector('textarea')!.dispatchEvent(event);
    }
    expect(heard).toEqual([false]);
  });

  it('sends with the button', async () => {
    const { page, composer } = await aComposer('one');
    await composer.pressSend();
    expect(page.sent).toEqual(['one']);
  });

  it.each(['  \n ', '\u200b', '\u3164\ufe0f'])('never sends what nobody sees: %j', async (text) => {
    const { page, composer } = await aComposer(text);
    await composer.pressEnter();
    await composer.pressSend();
    expect(page.sent).toEqual([]);
  });

  it('sends no half of a character, and no NUL, which no server takes', async () => {
    const { page, composer } = await aComposer('one\0 two\ud83d');
    await composer.pressEnter();
    expect(page.sent).toEqual(['one two\ufffd']);
  });

  it.each(['👩‍🚀', '🇺🇦', '1️⃣', '❤️', 'ـ', '\u0301'])('sends %s', async (text) => {
    const { page, composer } = await aComposer(text);
    await composer.pressEnter();
    expect(page.sent).toEqual([text]);
  });

  it('asks for the last message with ↑, but only from an empty field', async () => {
    const { page, composer } = await aComposer('one');
    await composer.pressUp();
    expect(page.recalls).toHaveLength(0);
    await composer.write('');
    await composer.pressUp();
    expect(page.recalls).toHaveLength(1);
  });

  it('keeps a text that is too long, says by how much, and does not send it', async () => {
    const { page, composer } = await aComposer('twelve signs');
    await composer.pressEnter();
    expect([page.sent, await composer.getExcess()]).toEqual([[], '2 characters too many']);
    await composer.write('ten signs.');
    await composer.pressEnter();
    expect([page.sent, await composer.getExcess()]).toEqual([['ten signs.'], null]);
  });

  it.each([
    ['enter', {}, true],
    ['enter', { shiftKey: true }, false],
    ['enter', { ctrlKey: true }, true],
    ['mod-enter', {}, false],
    ['mod-enter', { ctrlKey: true }, true],
    ['mod-enter', { metaKey: true }, true],
  ] as const)('where %s sends, Enter with %j sends: %s', async (sendKey, modifiers, isSent) => {
    const { page, composer } = await aComposer('one');
    page.sendKey.set(sendKey);
    await composer.press('Enter', modifiers);
    expect(page.sent).toEqual(isSent ? ['one'] : []);
  });

  it.each([
    ['b', '**one** two'],
    ['i', '*one* two'],
    ['k', '[one](https://) two'],
  ])('marks what is chosen with Ctrl %s', async (key, text) => {
    const { composer } = await aComposer('one two');
    await composer.choose(0, 3);
    await composer.press(key, { ctrlKey: true });
    expect(await composer.getText()).toBe(text);
    await composer.press(key === 'k' ? 'b' : key, { ctrlKey: true });
    if (key !== 'k') expect(await composer.getText()).toBe('one two');
  });

  it('finds the keys on a keyboard of another script', async () => {
    const { composer } = await aComposer('one');
    await composer.choose(0, 3);
    await composer.press('и', { ctrlKey: true, code: 'KeyB' });
    expect(await composer.getText()).toBe('**one**');
  });

  it('leaves Ctrl K to others while nothing is chosen', async () => {
    const { composer } = await aComposer('one');
    await composer.press('k', { ctrlKey: true });
    expect(await composer.getText()).toBe('one');
  });

  it('gives up with Esc', async () => {
    const { page, composer } = await aComposer('one');
    await composer.pressEscape();
    expect(page.cancels).toHaveLength(1);
  });
});

describe('what a Composer offers', () => {
  it('is named to the field, and taken with Enter instead of sending', async () => {
    const { page, composer } = await aComposer('go :ta');
    expect(await composer.getActiveCompletion()).toContain('party popper');
    await composer.press('ArrowDown');
    expect(await composer.getActiveCompletion()).toContain('taxi');
    await composer.press('Enter');
    expect([await composer.getText(), page.sent]).toEqual(['go 🚕', []]);
    expect(await composer.getCompletions()).toEqual([]);
  });

  it('takes the place of what was typed while the next answer is on its way, too', async () => {
    const { composer } = await aComposer('go :ta');
    await composer.write('go :tax');
    await composer.press('ArrowDown');
    await composer.press('Enter');
    expect(await composer.getText()).toBe('go 🚕');
  });

  it('is taken with a press', async () => {
    const { composer } = await aComposer(':ta');
    await composer.pressCompletion(1);
    expect(await composer.getText()).toBe('🚕');
  });

  it('goes round at its ends', async () => {
    const { composer } = await aComposer(':ta');
    await composer.press('ArrowUp');
    expect(await composer.getActiveCompletion()).toContain('taxi');
  });

  it('is declined with Esc until the next word, and nothing else is', async () => {
    const { page, composer } = await aComposer(':ta');
    await composer.press('Escape');
    await composer.write(':tad');
    expect([await composer.getCompletions(), page.cancels]).toEqual([[], []]);
    await composer.write(':tad :ta');
    expect(await composer.getCompletions()).toHaveLength(2);
  });

  it('is put in place of a whole shortcode', async () => {
    const { composer } = await aComposer('so :tada:');
    expect(await composer.getText()).toBe('so 🎉');
  });

  it('is nothing for a name that nothing has', async () => {
    const { composer } = await aComposer(':nope:');
    expect([await composer.getText(), await composer.getCompletions()]).toEqual([':nope:', []]);
  });
});

describe('what is pasted into a Composer', () => {
  it('keeps its formatting', async () => {
    const { composer } = await aComposer('a ');
    await composer.paste({ plain: 'b', html: '<b>b</b>' });
    expect(await composer.getText()).toBe('a **b**');
  });

  it('arrives plain when the formatting cannot be read', async () => {
    const warn = jest.spyOn(console, 'warn').mockReturnValue();
    const { page, composer } = await aComposer('');
    page.richPaste.set(() => Promise.reject(new Error('not loaded')));
    await composer.paste({ plain: 'words', html: '<b>words</b>' });
    expect([await composer.getText(), warn.mock.calls.length]).toEqual(['words', 1]);
    warn.mockRestore();
  });

  /** `read`: what made the Markdown is through. */
  async function aSlowPaste(before: string) {
    const { page, composer } = await aComposer(before);
    const { promise, resolve } = Promise.withResolvers<string>();
    page.richPaste.set(() => promise);
    await composer.getText();
    await composer.paste({ plain: 'b\r\nc', html: '<b>b</b><br>c' });
    const read = async () => {
      resolve('**b**\nc');
      await promise;
      return composer.getText();
    };
    return { page, composer, read };
  }

  it('is there at once, and is formatted as soon as that is read', async () => {
    const { composer, read } = await aSlowPaste('a ');
    expect(await composer.getText()).toBe('a b\nc');
    await composer.write('a b\nc d');
    expect(await read()).toBe('a **b**\nc d');
  });

  it('stays as it is where one has changed it meanwhile', async () => {
    const { composer, read } = await aSlowPaste('');
    await composer.write('b, c');
    expect(await read()).toBe('b, c');
  });

  it('is formatted in the text alone that it was pasted into', async () => {
    const { page, composer, read } = await aSlowPaste('a ');
    page.place.set('studio');
    page.text.set('a b\nc');
    await composer.getText();
    expect(await read()).toBe('a b\nc');
  });

  it.each([true, false])('keeps what is chosen behind it, with the focus: %s', async (isHere) => {
    const { composer, read } = await aSlowPaste('');
    await composer.write('b\nc and d');
    await composer.choose(4, 7);
    if (!isHere) await composer.blur();
    expect(await read()).toBe('**b**\nc and d');
    expect([await composer.getChosen(), await composer.isFocused()]).toEqual(['and', isHere]);
  });

  it('is a file where it is far too long, if those are taken', async () => {
    const { page, composer } = await aComposer('a');
    const long = { plain: 'b'.repeat(100_001), html: '' };
    await composer.paste(long);
    expect(page.files).toEqual([]);
    page.takesFiles.set(true);
    await composer.getText();
    await composer.paste({ ...long, plain: long.plain.slice(1) });
    expect(page.files).toEqual([]);
    await composer.paste(long);
    expect(page.files.map(({ name, size, type }) => [name, size, type])).toEqual([
      ['text.txt', 100_001, 'text/plain'],
    ]);
    expect(await composer.getText()).toBe('a');
  });

  it('is left to the browser where it is plain', async () => {
    const { composer } = await aComposer('a');
    await composer.paste({ plain: 'b' });
    expect(await composer.getText()).toBe('a');
  });

  it('is left to the browser when it has more lines than can be typed for it', async () => {
    const { composer } = await aComposer('a');
    const lines = (count: number) => ({ plain: 'b\n'.repeat(count), html: '<b>b</b>' });
    await composer.paste(lines(1000));
    expect(await composer.getText()).toBe('a');
    await composer.paste(lines(100));
    expect(await composer.getText()).toBe('a**b**');
  });

  it('makes chosen words a link when it is an address', async () => {
    const { composer } = await aComposer('a page');
    await composer.choose(2, 6);
    await composer.paste({ plain: 'https://a.example' });
    expect(await composer.getText()).toBe('a [page](https://a.example)');
  });

  it('sends without a text what has more than a text', async () => {
    const { page, composer } = await aComposer('');
    await composer.pressEnter();
    page.hasMore.set(true);
    await composer.pressEnter();
    expect(page.sent).toEqual(['']);
  });

  it.each([
    ['a picture alone', '', undefined, 1],
    ['the names of the files', 'shot.png', undefined, 1],
    ['words, and a picture of them', 'Total 12', '<b>Total</b> 12', 0],
  ] as const)('takes the files of a paste of %s', async (_, plain, html, count) => {
    const { page, composer } = await aComposer('');
    const files = [new File(['x'], 'shot.png', { type: 'image/png' })];
    await composer.paste({ plain, files, ...(html ? { html } : {}) });
    expect(page.pasted).toEqual(count ? [count] : []);
  });

  it.each([
    [true, null],
    [false, 'Hi '],
  ])('copies its text for its height where a field does not grow: %s', async (grows, copy) => {
    Object.assign(globalThis, { CSS: { supports: () => grows } });
    await aComposer('Hi');
    expect(document.querySelector('.field')?.getAttribute('data-copy')).toBe(copy);
    Reflect.deleteProperty(globalThis, 'CSS');
  });
});

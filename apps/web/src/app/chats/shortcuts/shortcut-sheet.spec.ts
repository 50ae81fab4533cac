import { TestBed } from '@angular/core/testing';
import { Composer, DIALOG, DialogHandle } from '@app/web-ui';
import type { SendKey } from '../../preferences/preferences';
import { enterKeys, otherKeys } from './other-keys';
import { ShortcutSheet } from './shortcut-sheet';
import { shortcuts } from './shortcuts';

async function theSheet(sendKey: SendKey = 'enter') {
  localStorage.setItem('parley.send-key', sendKey);
  const handle = new DialogHandle(null, 'title', () => undefined);
  TestBed.configureTestingModule({ providers: [{ provide: DIALOG, useValue: handle }] });
  const fixture = TestBed.createComponent(ShortcutSheet);
  await fixture.whenStable();
  return [...(fixture.nativeElement as HTMLElement).querySelectorAll('dl div')];
}

describe('ShortcutSheet', () => {
  afterEach(() => localStorage.clear());

  it('has words for every key of the tables', async () => {
    const lines = await theSheet();
    const tables = [shortcuts, enterKeys.enter, ...Object.values(otherKeys)];
    expect(lines).toHaveLength(tables.flatMap((table) => Object.keys(table)).length);
    for (const line of lines) expect(line.querySelector('dt')?.textContent.trim()).toBeTruthy();
    expect(lines[0]?.querySelector('dd')?.textContent).toMatch(/Ctrl\s*K/);
  });

  it.each([
    ['enter', ['Enter'], ['Shift', 'Enter']],
    ['mod-enter', ['Ctrl', 'Enter'], ['Enter']],
  ] as const)('says what Enter does for who sends by %s', async (sendKey, send, newLine) => {
    const lines = await theSheet(sendKey);
    const keysOf = (words: string) => {
      const line = lines.find((each) => each.querySelector('dt')?.textContent === words);
      return [...line!.querySelectorAll('kbd')].map(({ textContent }) => textContent);
    };
    expect([keysOf('Send'), keysOf('New line')]).toEqual([send, newLine]);
  });
});

describe('the keys of the composer', () => {
  function aComposer(text: string, sendKey: SendKey = 'enter') {
    const fixture = TestBed.createComponent(Composer);
    fixture.componentRef.setInput('label', 'Message');
    fixture.componentRef.setInput('text', text);
    fixture.componentRef.setInput('sendKey', sendKey);
    fixture.detectChanges();
    const heard: string[] = [];
    fixture.componentInstance.send.subscribe(() => heard.push('send'));
    fixture.componentInstance.editLast.subscribe(() => heard.push('editLast'));
    fixture.componentInstance.cancelled.subscribe(() => heard.push('close'));
    const field = (fixture.nativeElement as HTMLElement).querySelector('textarea')!;
    const press = (chord: string) => {
      const names = chord.split('+');
      const init = {
        key: names.at(-1)!,
        shiftKey: names.includes('Shift'),
        ctrlKey: names.includes('Mod'),
      };
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
      field.dispatchEvent(event);
      return { heard, isTaken: event.defaultPrevented };
    };
    return Object.assign(press, { field });
  }

  it.each([
    ['editLast', ''],
    ['close', ''],
  ] as const)('%s, as the sheet says', (id, text) => {
    expect(aComposer(text)(otherKeys.writing[id]).heard).toEqual([id]);
  });

  it.each([
    ['bold', '**Hello**'],
    ['italic', '*Hello*'],
    ['link', '[Hello](https://)'],
  ] as const)('%s, as the sheet says', (id, text) => {
    const press = aComposer('Hello');
    press.field.setSelectionRange(0, 5);
    press(otherKeys.writing[id]);
    expect(press.field.value).toBe(text);
  });

  it.each(['enter', 'mod-enter'] as const)('%s sends, the other breaks the line', (sendKey) => {
    const { send, newLine } = enterKeys[sendKey];
    const press = aComposer('Hello', sendKey);
    expect(press(newLine)).toEqual({ heard: [], isTaken: false });
    expect(press(send).heard).toEqual(['send']);
  });
});

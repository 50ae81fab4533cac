import { TestBed } from '@angular/core/testing';
import { Composer, DIALOG, DialogHandle } from '@app/web-ui';
import { otherKeys } from './other-keys';
import { ShortcutSheet } from './shortcut-sheet';
import { shortcuts } from './shortcuts';

describe('ShortcutSheet', () => {
  it('has words for every key of the tables', async () => {
    const handle = new DialogHandle(null, 'title', () => undefined);
    TestBed.configureTestingModule({ providers: [{ provide: DIALOG, useValue: handle }] });
    const fixture = TestBed.createComponent(ShortcutSheet);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const lines = [...page.querySelectorAll('dl div')];
    const tables = [shortcuts, ...Object.values(otherKeys)];
    expect(lines).toHaveLength(tables.flatMap((table) => Object.keys(table)).length);
    for (const line of lines) expect(line.querySelector('dt')?.textContent.trim()).toBeTruthy();
    expect(lines[0]?.querySelector('dd')?.textContent).toMatch(/Ctrl\s*K/);
  });
});

describe('the keys of the composer', () => {
  function aComposer(text: string) {
    const fixture = TestBed.createComponent(Composer);
    fixture.componentRef.setInput('label', 'Message');
    fixture.componentRef.setInput('text', text);
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
    ['send', 'Hello'],
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

  it('breaks the line, as the sheet says', () => {
    const { heard, isTaken } = aComposer('Hello')(otherKeys.writing.newLine);
    expect([heard, isTaken]).toEqual([[], false]);
  });
});

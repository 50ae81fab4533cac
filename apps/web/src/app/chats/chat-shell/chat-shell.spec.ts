import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { aRow } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { ChatShell } from './chat-shell';
import { HomelessWords } from './homeless-words';
import { ShellDialogs } from './shell-dialogs';

/** Unread: a and b; then c and d. */
function aShell(open: string | null) {
  const store = new FakeChatStore();
  const row = (id: string, section: 'unread' | 'group') => aRow({ id: id as ChatId, section });
  store.sections.set([
    { name: 'unread', chats: [row('a', 'unread'), row('b', 'unread')] },
    { name: 'group', chats: [row('c', 'group'), row('d', 'group')] },
  ]);
  store.chatId.set(open as ChatId | null);
  const opened: string[] = [];
  const dialogs: Partial<ShellDialogs> = {
    prepare: () => undefined,
    find: () => Promise.resolve(void opened.push('switcher')),
    showKeys: () => Promise.resolve(void opened.push('keys')),
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      provideRouter([{ path: '**', children: [] }]),
      { provide: LOCALE_ID, useValue: 'en-GB' },
      { provide: ShellDialogs, useValue: dialogs },
      // Beside the shell: it would want a line.
      { provide: HomelessWords, useValue: null },
    ],
  });
  const fixture = TestBed.createComponent(ChatShell);
  fixture.detectChanges();
  return async (about: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...about });
    document.dispatchEvent(event);
    await fixture.whenStable();
    return { url: TestBed.inject(Router).url, opened, isTaken: event.defaultPrevented };
  };
}

describe('ChatShell', () => {
  it.each([
    ['c', 'ArrowDown', false, '/c/d'],
    ['d', 'ArrowDown', false, '/c/a'],
    ['a', 'ArrowUp', false, '/c/d'],
    [null, 'ArrowDown', false, '/c/a'],
    [null, 'ArrowUp', false, '/c/d'],
    ['a', 'ArrowDown', true, '/c/b'],
    ['b', 'ArrowDown', true, '/c/a'],
    ['d', 'ArrowUp', true, '/c/b'],
  ])('from %s by Alt %s, Shift: %s, to %s', async (open, key, shiftKey, url) => {
    const press = aShell(open);
    expect(await press({ key, altKey: true, shiftKey })).toMatchObject({ url, isTaken: true });
  });

  it('opens the switcher and the sheet of keys', async () => {
    const press = aShell('a');
    await press({ key: 'k', ctrlKey: true });
    expect((await press({ key: '?', shiftKey: true })).opened).toEqual(['switcher', 'keys']);
  });

  it('goes to the settings', async () => {
    const press = aShell('a');
    expect((await press({ key: ',', metaKey: true })).url).toBe('/settings');
  });

  it('leaves other keys to the browser', async () => {
    const press = aShell('a');
    expect(await press({ key: 'ArrowDown' })).toMatchObject({ url: '/', isTaken: false });
  });
});

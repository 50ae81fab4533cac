import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ChatId, DirectoryEntry } from '@app/contracts';
import { RequestProblem } from '@app/web-realtime';
import { DIALOG, DialogHandle } from '@app/web-ui';
import { aRow, aUser, mira } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { QuickSwitcher, type Found } from './quick-switcher';

const aChannel = (id: string, name: string): DirectoryEntry => ({
  ...{ id: id as ChatId, name, topic: '', memberCount: 4, isMember: false },
  slug: name,
  visibility: 'public',
});

function aSwitcher(prepare: (store: FakeChatStore) => void = () => undefined, typed = '') {
  const store = new FakeChatStore();
  store.chats.set([
    aRow({ id: 'open' as ChatId, title: 'Design studio' }),
    aRow({ id: 'crew' as ChatId, title: 'Release crew' }),
    aRow({ id: 'mira' as ChatId, title: 'Mira Okafor', kind: 'direct', peer: mira }),
    aRow({ id: 'waits' as ChatId, title: 'Incidents', section: 'unread', unread: 3 }),
  ]);
  store.chatId.set('open' as ChatId);
  Object.assign(store, {
    searchPeople: () => Promise.resolve([]),
    directory: () => Promise.resolve({ items: [] }),
  });
  prepare(store);
  const results: (Found | undefined)[] = [];
  const ahead = { take: () => typed };
  const handle = new DialogHandle(ahead, 'title', (found?: Found) => results.push(found));
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      provideRouter([{ path: '**', children: [] }]),
      { provide: DIALOG, useValue: handle },
    ],
  });
  const fixture = TestBed.createComponent(QuickSwitcher);
  const page = fixture.nativeElement as HTMLElement;
  // jsdom has no layout, and so nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
  const settle = () => fixture.detectChanges();
  const write = async (text: string) => {
    const field = page.querySelector('input')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    settle();
    await jest.advanceTimersByTimeAsync(200);
    settle();
  };
  const press = async (key: string, about: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...about });
    page.querySelector('input')!.dispatchEvent(event);
    await jest.advanceTimersByTimeAsync(0);
    settle();
  };
  const rows = () =>
    [...page.querySelectorAll('[role=option]')].map(
      (row) => row.querySelector('.name')?.textContent,
    );
  const active = () => {
    const id = page.querySelector('input')!.getAttribute('aria-activedescendant');
    const row = page.querySelector(`[id="${id}"]`);
    expect(row?.getAttribute('aria-selected')).toBe('true');
    return row?.querySelector('.name')?.textContent;
  };
  const status = () => page.querySelector('[role=status]')?.textContent;
  return { store, page, results, settle, write, press, rows, active, status };
}

describe('QuickSwitcher', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('begins with what waits and the latest, without the chat that is open', () => {
    const { rows, settle, active } = aSwitcher();
    settle();
    expect(rows().slice(0, 4)).toEqual(['Incidents', 'Release crew', 'Mira Okafor', 'New chat']);
    expect(active()).toBe('Incidents');
  });

  it('finds by a few letters and marks them; Enter goes there', async () => {
    const { write, rows, press, page, results } = aSwitcher();
    await write('rc');
    expect(rows()).toEqual(['Release crew', 'Search messages for “rc”']);
    expect([...page.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['R', 'c']);
    await press('Enter', { ctrlKey: true });
    expect(results).toEqual([{ chatId: 'crew' }]);
  });

  it('goes on with what was typed before it had the focus', () => {
    const { page, settle, rows } = aSwitcher(undefined, 'rc');
    settle();
    page.querySelector('input')!.dispatchEvent(new Event('focus'));
    settle();
    expect(page.querySelector('input')!.value).toBe('rc');
    expect(rows()[0]).toBe('Release crew');
  });

  it('moves the choice with arrows, around the ends, and keeps it when an answer comes', async () => {
    const { write, press, active } = aSwitcher((store) =>
      Object.assign(store, {
        searchPeople: () => Promise.resolve([aUser({ id: 'x', name: 'Rex' })]),
      }),
    );
    await write('e');
    const first = active();
    await press('ArrowUp');
    const last = active();
    expect(last).not.toBe(first);
    await press('ArrowDown');
    expect(active()).toBe(first);
  });

  it('offers people and channels that only the server knows', async () => {
    const { write, rows, press, store, results } = aSwitcher((s) => {
      s.answer = 'new';
      Object.assign(s, {
        searchPeople: () => Promise.resolve([aUser({ id: 'rex', name: 'Rex Holm' }), mira]),
        directory: () => Promise.resolve({ items: [aChannel('rel', 'releases')] }),
      });
    });
    await write('re');
    expect(rows().slice(0, 3)).toEqual(['Release crew', 'Rex Holm', 'releases']);
    await press('ArrowDown');
    await press('Enter');
    expect(store.callsOf('createDirect')).toEqual([['rex']]);
    expect(results).toEqual([{ chatId: 'new' }]);
  });

  it('joins a channel before it goes there', async () => {
    const { write, press, store, results } = aSwitcher((s) =>
      Object.assign(s, {
        directory: () => Promise.resolve({ items: [aChannel('gen', 'zebra')] }),
      }),
    );
    await write('zebra');
    await press('Enter');
    expect(store.callsOf('join')).toEqual([['gen']]);
    expect(results).toEqual([{ chatId: 'gen' }]);
  });

  it('says why it cannot go there, and stays', async () => {
    const { write, press, status, results } = aSwitcher((s) => {
      s.answer = new RequestProblem('blocked', 403, {});
      Object.assign(s, { searchPeople: () => Promise.resolve([aUser({ id: 'z', name: 'Zed' })]) });
    });
    await write('zed');
    await press('Enter');
    expect(results).toEqual([]);
    expect(status()).not.toBe('');
  });

  it('asks again whom the server knows, when it lets one', async () => {
    const answers = [
      Promise.reject(new RequestProblem('rate_limited', 429, { retryAfterMs: 4000 })),
      Promise.resolve([aUser({ id: 'x', name: 'Xavier' })]),
    ];
    const { write, rows, settle } = aSwitcher((store) =>
      Object.assign(store, { searchPeople: () => answers.shift() }),
    );
    await write('xav');
    expect(rows()).not.toContain('Xavier');
    await jest.advanceTimersByTimeAsync(4000);
    settle();
    expect(rows()).toContain('Xavier');
  });

  it('offline, finds whom this device knows, and says that it is not all', async () => {
    const { write, rows, status } = aSwitcher((store) => {
      store.connection.set('offline');
      store.chats.set([]);
      Object.assign(store, { searchPeople: () => Promise.reject(new Error('asked')) });
    });
    await write('jonas');
    expect(rows()).toEqual(['Jonas Nilsen']);
    expect(status()).toBe('Offline: only what this device knows.');
  });

  it('runs commands, and says offline when nothing fits', async () => {
    const { store, write, press, results, page } = aSwitcher();
    await write('sign out');
    await press('Enter');
    expect(results).toEqual([{ commandId: 'sign-out' }]);
    store.connection.set('offline');
    await write('qqqq');
    expect(page.querySelector('ui-empty-state h2')?.textContent).toBe('Nothing fits “qqqq”');
    await press('Enter');
    expect(results).toHaveLength(1);
  });

  it('leads on to the messages: as the last row, and first where nothing else fits', async () => {
    const { write, press, active, results } = aSwitcher();
    await write('rc');
    await press('ArrowUp');
    expect(active()).toBe('Search messages for “rc”');
    await write(' qqqq ');
    expect(active()).toBe('Search messages for “qqqq”');
    await press('Enter');
    expect(results).toEqual([undefined]);
    expect(TestBed.inject(Router).url).toBe('/search?q=qqqq');
  });

  it('would rather go where the server knows something than to the messages', async () => {
    let tell: (items: readonly DirectoryEntry[]) => void = () => undefined;
    const { write, settle, active, press } = aSwitcher((s) =>
      Object.assign(s, {
        directory: () =>
          new Promise((resolve) => {
            tell = (items) => resolve({ items });
          }),
      }),
    );
    await write('zebra');
    expect(active()).toBe('Search messages for “zebra”');
    tell([aChannel('gen', 'zebra')]);
    await jest.advanceTimersByTimeAsync(0);
    settle();
    expect(active()).toBe('zebra');
    await press('ArrowDown');
    expect(active()).toBe('Search messages for “zebra”');
  });

  it('leaves Enter and arrows to who is composing a word', async () => {
    const { settle, write, press, active, results } = aSwitcher();
    settle();
    await press('ArrowDown', { isComposing: true });
    expect(active()).toBe('Incidents');
    await write('rc');
    await press('Enter', { isComposing: true });
    // As Safari has the key that ended it.
    await press('Enter', { keyCode: 229 });
    expect(results).toEqual([]);
  });
});

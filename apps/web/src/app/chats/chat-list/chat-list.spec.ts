import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { provideRouter, Router } from '@angular/router';
import type { ChatId, Profile } from '@app/contracts';
import { Session } from '@app/web-session';
import { Menus } from '@app/web-ui';
import { AvatarHarness, EmptyStateHarness, ListRowHarness } from '@app/web-ui/testing';
import { ada, aMessage, aRow } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { ChatList } from './chat-list';
import { ListLine } from './list-line';
import { ShortTimes } from './short-times';

function aList(prepare: (store: FakeChatStore) => void) {
  const store = new FakeChatStore();
  prepare(store);
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      provideRouter([{ path: '**', children: [] }]),
      { provide: LOCALE_ID, useValue: 'en-GB' },
    ],
  });
  const fixture = TestBed.createComponent(ChatList);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const titles = async () =>
    Promise.all((await loader.getAllHarnesses(ListRowHarness)).map((row) => row.getTitle()));
  const status = async () => {
    await fixture.whenStable();
    return page.querySelector('.status')?.textContent;
  };
  return { store, fixture, page, loader, titles, status };
}

const twoChats = (store: FakeChatStore): void =>
  store.sections.set([
    {
      name: 'unread',
      chats: [
        aRow({ unread: 2, lastMessage: aMessage({ seq: 1, text: '**Done**' }), section: 'unread' }),
      ],
    },
    { name: 'direct', chats: [aRow({ id: 'me' as ChatId, title: '', isSelf: true })] },
  ]);

describe('ChatList', () => {
  it('shows each chat by its name, what waits standing out', async () => {
    const { loader, titles } = aList(twoChats);
    expect(await titles()).toEqual(['Release crew', 'Notes to self']);
    const row = await loader.getHarness(ListRowHarness.with({ title: 'Release crew' }));
    expect([await row.isStrong(), await row.getLine()]).toEqual([true, 'Mira: Done']);
  });

  it('shows no chat before all are known', async () => {
    const { store, page, titles } = aList((fake) => {
      twoChats(fake);
      fake.isReady.set(false);
    });
    expect(await titles()).toEqual([]);
    expect(page.querySelector('ui-skeleton')).not.toBeNull();
    store.isReady.set(true);
    expect(await titles()).toHaveLength(2);
  });

  it('looks again only at lines that say something else', async () => {
    const { store, fixture } = aList(twoChats);
    await fixture.whenStable();
    const times = jest.spyOn(TestBed.inject(ShortTimes), 'of');
    store.sections.update(([unread, direct]) => [
      { ...unread!, chats: [{ ...unread!.chats[0]!, unread: 3 }] },
      { ...direct! },
    ]);
    await fixture.whenStable();
    expect(times).toHaveBeenCalledTimes(1);
  });

  it('has a menu at one line: one that moves away is not told that the pointer has left it', async () => {
    const { page, fixture } = aList(twoChats);
    await fixture.whenStable();
    const lines = [...page.querySelectorAll('app-list-line:has(a)')];
    const menus = async (): Promise<readonly unknown[]> => {
      await fixture.whenStable();
      return lines.map((line) => line.querySelector('button')?.getAttribute('aria-label'));
    };
    expect(await menus()).toEqual([undefined, undefined]);
    lines[0]!.dispatchEvent(new Event('pointerenter'));
    expect(await menus()).toEqual(['Release crew: menu', undefined]);
    lines[1]!.dispatchEvent(new Event('pointerenter'));
    expect(await menus()).toEqual([undefined, 'Notes to self: menu']);
  });

  it('leads to a chat within the page, and leaves other presses to the browser', async () => {
    const { page, fixture } = aList(twoChats);
    await fixture.whenStable();
    const link = page.querySelector<HTMLElement>('a [heading]')!;
    const press = async (about: MouseEventInit): Promise<unknown> => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...about });
      // What is left to the browser: jsdom cannot go anywhere.
      page.addEventListener('click', (each) => each.preventDefault(), { once: true });
      const prevent = jest.spyOn(event, 'preventDefault');
      link.dispatchEvent(event);
      await fixture.whenStable();
      return [TestBed.inject(Router).url, prevent.mock.calls.length];
    };
    for (const about of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])
      expect(await press(about)).toEqual(['/', 1]);
    expect(await press({})).toEqual(['/c/c1', 2]);
  });

  it('leads to the line that was pressed, wherever it has gone meanwhile', async () => {
    const { page, fixture } = aList(twoChats);
    await fixture.whenStable();
    const press = async (on: string, up: MouseEventInit): Promise<string> => {
      const down = { bubbles: true, clientX: 40, clientY: 90 };
      page.querySelector(on)!.dispatchEvent(new MouseEvent('pointerdown', down));
      const list = page.querySelector('.list')!;
      list.dispatchEvent(new MouseEvent('pointerup', { bubbles: true, ...up }));
      await fixture.whenStable();
      return TestBed.inject(Router).url;
    };
    const [still, away] = [
      { clientX: 42, clientY: 90 },
      { clientX: 42, clientY: 120 },
    ];
    expect(await press('a [heading]', away)).toBe('/');
    expect(await press('.list', still)).toBe('/');
    expect(await press('a [heading]', still)).toBe('/c/c1');
  });

  it('says which chat is open', async () => {
    const { store, page, fixture } = aList(twoChats);
    const open = async (id: string | null): Promise<unknown> => {
      store.chatId.set(id as ChatId | null);
      await fixture.whenStable();
      const links = [...page.querySelectorAll('a[aria-current=page]')];
      return links.map((link) => link.getAttribute('href'));
    };
    expect([await open(null), await open('c1'), await open('me')]).toEqual([
      [],
      ['/c/c1'],
      ['/c/me'],
    ]);
  });

  it('shows my picture, and another one as soon as I have that', async () => {
    const { loader } = aList(() => undefined);
    const mine = async () => (await loader.getHarness(AvatarHarness)).getPicture();
    expect(await mine()).toBeNull();
    const user = TestBed.inject(Session).user as WritableSignal<Profile | null>;
    user.set({ ...ada, avatar: '/a' });
    expect(await mine()).toBe('/a?size=64');
    user.set({ ...ada, avatar: '/b' });
    expect(await mine()).toBe('/b?size=64');
  });

  it('shows that I would rather not be disturbed, while the line is up', async () => {
    const { store, page, fixture } = aList(() => undefined);
    const mine = async () => {
      await fixture.whenStable();
      return page.querySelector('.me ui-presence-dot')?.textContent;
    };
    expect(await mine()).toContain('Online');
    store.people.set(new Map([[ada.id, { ...ada, status: 'dnd' }]]));
    expect(await mine()).toContain('Do not disturb');
    store.connection.set('offline');
    expect(await mine()).toContain('Offline');
  });

  it('shows that I hide, as soon as that is known, while the line is up', async () => {
    const { store, page, fixture, status } = aList((s) => s.wish.set(null));
    const mine = () => page.querySelector('.me ui-presence-dot')?.textContent;
    await fixture.whenStable();
    await import('../../data-access/my-status');
    expect([mine(), await status()]).toEqual(['Online', 'Online · all sent']);
    store.wish.set('invisible');
    await fixture.whenStable();
    expect([mine(), await status()]).toEqual(['Offline', 'Invisible · all sent']);
    store.connection.set('connecting');
    expect(await status()).toBe('Connecting…');
  });

  it('says so when there is no chat', async () => {
    const { loader } = aList(() => undefined);
    expect(await (await loader.getHarness(EmptyStateHarness)).getTitle()).toBe('No chats yet');
  });

  it.each([
    ['online', 0, 'Online · all sent'],
    ['online', 1, 'Online · 1 queued'],
    ['offline', 2, 'Offline · 2 queued'],
    ['connecting', 0, 'Connecting…'],
  ] as const)('%s with %i queued: %s', async (connection, queued, words) => {
    const { status } = aList((store) => {
      store.connection.set(connection);
      store.queuedCount.set(queued);
    });
    expect(await status()).toBe(words);
  });

  it('says what was refused before what waits', async () => {
    const { status } = aList((store) => {
      store.queuedCount.set(1);
      store.failedCount.set(2);
    });
    expect(await status()).toBe('Online · 2 not sent');
  });

  const line = (fixture: { nativeElement: unknown }, key: string) =>
    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>(`[data-key="${key}"]`)!;
  const press = (about: KeyboardEventInit) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...about }),
    );
  const focusedKey = () => (document.activeElement as HTMLElement).dataset['key'];

  it('is one stop of Tab, and arrows go from line to line', async () => {
    const { fixture, page } = aList(twoChats);
    await fixture.whenStable();
    const stops = [...page.querySelectorAll<HTMLElement>('[data-key]')];
    expect(stops.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    line(fixture, 'c1').focus();
    press({ key: 'ArrowDown' });
    expect(focusedKey()).toBe('direct');
    press({ key: 'End' });
    expect(focusedKey()).toBe('me');
    await fixture.whenStable();
    expect(line(fixture, 'me').tabIndex).toBe(0);
    press({ key: 'ArrowUp', altKey: true });
    expect(focusedKey()).toBe('me');
  });

  it('keeps the focus on a line that goes to another place, and finds one when it is gone', async () => {
    const { store, fixture } = aList(twoChats);
    await fixture.whenStable();
    line(fixture, 'c1').focus();
    store.sections.set([
      { name: 'direct', chats: [aRow({ id: 'me' as ChatId, title: '', isSelf: true })] },
      { name: 'group', chats: [aRow()] },
    ]);
    await fixture.whenStable();
    expect(focusedKey()).toBe('c1');
    store.sections.update(([direct]) => [direct!]);
    await fixture.whenStable();
    expect(focusedKey()).toBe('me');
  });

  it('takes no focus back from where the person went', async () => {
    const { store, fixture } = aList(twoChats);
    await fixture.whenStable();
    line(fixture, 'c1').focus();
    (document.activeElement as HTMLElement).blur();
    await Promise.resolve();
    store.sections.update(([unread]) => [unread!]);
    await fixture.whenStable();
    expect(document.activeElement).toBe(document.body);
  });

  it('says until when a chat is muted', async () => {
    const { fixture, page } = aList((store) =>
      store.sections.set([
        {
          name: 'group',
          chats: [
            aRow({ isMuted: true, mutedUntil: new Date(2026, 2, 2, 14, 30).toISOString() }),
            aRow({ id: 'x' as ChatId, isMuted: true, mutedUntil: '9999-12-31T23:59:59.000Z' }),
          ],
        },
      ]),
    );
    await fixture.whenStable();
    const icons = [...page.querySelectorAll('[data-icon=bell-off]')];
    expect(icons.map((icon) => icon.getAttribute('aria-label'))).toEqual([
      'Muted until 14:30',
      'Muted',
    ]);
  });

  it('shows the button of the menu no longer when that did not come', async () => {
    const { fixture } = aList(twoChats);
    await fixture.whenStable();
    const [, found] = fixture.debugElement.queryAll(By.directive(ListLine));
    const { promise, reject } = Promise.withResolvers<undefined>();
    jest.spyOn(TestBed.inject(Menus), 'open').mockReturnValue(promise);
    const asked = (found!.componentInstance as ListLine)['showMenu'](aRow(), document.body);
    await fixture.whenStable();
    const button = () => (found!.nativeElement as HTMLElement).querySelector('a + button');
    expect(button()).not.toBeNull();
    reject(new TypeError('Failed to fetch dynamically imported module'));
    await expect(asked).rejects.toThrow('Failed to fetch');
    await fixture.whenStable();
    expect(button()).toBeNull();
  });
});

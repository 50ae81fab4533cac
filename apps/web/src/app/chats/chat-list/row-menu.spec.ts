import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Dialogs, Menus, Toasts, type MenuRequest } from '@app/web-ui';
import type { ChatRow } from '../../data-access/chat-views';
import { aRow, NOON } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { RowMenu } from './row-menu';

const words = () =>
  TestBed.inject(Toasts)
    .shown()
    .map(({ text }) => text);

/** The lines that are chosen, menu by menu; every dialog is agreed to. */
function aMenu(store: FakeChatStore, ...choices: string[]) {
  const offered: string[][] = [];
  const places: unknown[] = [];
  const open = ({ items, anchor, at }: MenuRequest) => {
    offered.push(items.map(({ label }) => label));
    places.push(at ?? anchor);
    const label = choices.shift();
    return Promise.resolve(items.find((item) => item.label === label)?.id);
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      provideRouter([{ path: '**', children: [] }]),
      { provide: Menus, useValue: { open } },
      { provide: Dialogs, useValue: { open: () => Promise.resolve(true) } },
    ],
  });
  const show = (chat: ChatRow, event?: MouseEvent) =>
    TestBed.inject(RowMenu).show(chat, document.body, event);
  return { offered, places, show };
}

const favourite = (id: string, favouritePlace: number): ChatRow =>
  aRow({ id: id as ChatId, isFavourite: true, favouritePlace, section: 'favourite' });

function withFavourites(...rows: readonly ChatRow[]): FakeChatStore {
  const store = new FakeChatStore();
  store.chats.set(rows);
  store.sections.set([{ name: 'favourite', chats: rows }]);
  return store;
}

describe('RowMenu', () => {
  it('offers what fits the chat', async () => {
    const { offered, show } = aMenu(new FakeChatStore());
    await show(aRow({ unread: 2 }));
    await show(aRow({ kind: 'direct', isMuted: true }));
    await show(aRow({ kind: 'direct', isSelf: true }));
    expect(offered).toEqual([
      ['Mark as read', 'Add to favourites', 'Mute…', 'Details', 'Leave…'],
      ['Add to favourites', 'Unmute', 'Details', 'Hide…'],
      ['Add to favourites', 'Mute…', 'Details'],
    ]);
  });

  it.each([
    ['a right button', { button: 2, pointerType: undefined }, { x: 30, y: 40 }],
    ['a finger', { button: 0, pointerType: 'touch' }, { x: 30, y: 40 }],
    ['a key', { button: 0, pointerType: '' }, document.body],
  ])('stands where %s has asked, and so does the one that follows', async (_, by, place) => {
    const { places, show } = aMenu(new FakeChatStore(), 'Mute…');
    const event = new MouseEvent('contextmenu', { clientX: 30, clientY: 40, button: by.button });
    await show(aRow(), Object.assign(event, { pointerType: by.pointerType }));
    expect(places).toEqual([place, place]);
  });

  it('puts a new favourite at the end', async () => {
    const store = withFavourites(favourite('a', 4));
    await aMenu(store, 'Add to favourites').show(aRow());
    expect(store.callsOf('updateSettings')).toEqual([
      ['c1', { isFavourite: true, favouritePlace: 5 }],
    ]);
  });

  it('moves a favourite where there is room, and nowhere else', async () => {
    const rows = [favourite('a', 0), favourite('b', 1), favourite('c', 2)];
    const store = withFavourites(...rows);
    const { offered, show } = aMenu(store, 'Move down');
    await show(rows[0]!);
    await show(rows[2]!);
    expect(offered.map((lines) => lines.filter((line) => line.startsWith('Move')))).toEqual([
      ['Move down'],
      ['Move up'],
    ]);
    expect(store.callsOf('updateSettings')).toEqual([
      ['b', { favouritePlace: 0 }],
      ['a', { favouritePlace: 1 }],
    ]);
  });

  it.each([
    ['For an hour', new Date(NOON.getTime() + 3_600_000).toISOString()],
    ['For 8 hours', new Date(NOON.getTime() + 8 * 3_600_000).toISOString()],
    ['Until I unmute it', '9999-12-31T23:59:59.000Z'],
  ])('mutes %s', async (span, mutedUntil) => {
    const store = new FakeChatStore();
    await aMenu(store, 'Mute…', span).show(aRow());
    expect(store.callsOf('updateSettings')).toEqual([['c1', { mutedUntil }]]);
  });

  it('marks as read, leaves, and goes back to the list from the chat that was open', async () => {
    const store = new FakeChatStore();
    store.chatId.set('c1' as ChatId);
    const { show } = aMenu(store, 'Mark as read', 'Leave…');
    await show(aRow({ unread: 1 }));
    await TestBed.inject(Router).navigateByUrl('/c/c1');
    await show(aRow());
    expect(store.calls).toEqual([
      ['markAllRead', 'c1'],
      ['leave', 'c1'],
    ]);
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('says in a toast what was refused', async () => {
    const store = new FakeChatStore();
    store.answer = new RequestProblem('forbidden', 403, { field: 'owner' });
    await aMenu(store, 'Leave…').show(aRow());
    expect(words()).toEqual(['Make somebody else the owner first: by the menu beside their name.']);
  });

  it('says in a toast that a question did not load, and does nothing', async () => {
    const store = new FakeChatStore();
    const { show } = aMenu(store, 'Leave…');
    const lost = new TypeError('Failed to fetch dynamically imported module');
    jest.spyOn(TestBed.inject(Dialogs), 'open').mockRejectedValue(lost);
    await show(aRow());
    expect([words(), store.calls]).toEqual([[expect.stringContaining('did not load')], []]);
  });
});

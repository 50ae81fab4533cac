import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { aRow } from '../testing/builders';
import { UnreadSigns } from './unread-signs';

describe('UnreadSigns', () => {
  function signs(badges: object) {
    const store = new FakeChatStore();
    TestBed.configureTestingModule({ providers: [provideFakes(store)] });
    const icon = Object.assign(document.createElement('link'), {
      rel: 'icon',
      href: 'favicon.svg',
    });
    document.head.replaceChildren(icon);
    Object.assign(navigator, badges);
    TestBed.inject(UnreadSigns);
    const shown = () => {
      TestBed.tick();
      return [document.title, icon.getAttribute('href')];
    };
    return { store, shown };
  }

  it('tells how much waits, and takes it back when it was read', () => {
    const told: (number | string)[] = [];
    const { store, shown } = signs({
      setAppBadge: (count: number) => Promise.resolve(told.push(count)),
      clearAppBadge: () => Promise.resolve(told.push('none')),
    });
    expect(shown()).toEqual(['Nordlys Studio', 'favicon.svg']);
    store.totals.set({ unread: 3, mentions: 1 });
    const open = aRow();
    store.chats.set([aRow({ id: 'c0' as ChatId, title: 'Another' }), open]);
    store.chatId.set(open.id);
    expect(shown()).toEqual(['(3) Release crew · Nordlys Studio', 'favicon-unread.svg']);
    store.totals.set({ unread: 0, mentions: 0 });
    expect(shown()).toEqual(['Release crew · Nordlys Studio', 'favicon.svg']);
    expect(told).toEqual(['none', 3, 'none']);
  });

  it('leaves a page the name that its route gives it', async () => {
    const { store, shown } = signs({});
    const router = TestBed.inject(Router);
    router.resetConfig([
      { path: 'directory', title: 'Directory', children: [] },
      { path: '**', children: [] },
    ]);
    await router.navigateByUrl('/directory');
    store.totals.set({ unread: 3, mentions: 0 });
    expect(shown()[0]).toBe('(3) Directory');
    await router.navigateByUrl('/');
    expect(shown()[0]).toBe('(3) Nordlys Studio');
  });

  it('does without a badge where there is none, or where it is refused', async () => {
    const { store, shown } = signs({
      setAppBadge: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      clearAppBadge: undefined,
    });
    shown();
    store.totals.set({ unread: 1, mentions: 0 });
    expect(shown()[1]).toBe('favicon-unread.svg');
    await Promise.resolve();
  });
});

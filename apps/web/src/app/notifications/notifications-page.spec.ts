import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { meet } from '@app/chat-state';
import type { Notification } from '@app/contracts';
import { ButtonHarness, EmptyStateHarness } from '@app/web-ui/testing';
import { aRow, jonas, mira } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { NotificationStore } from './notification-store';
import { NotificationsPage } from './notifications-page';
import { aNotification } from './testing/a-notification';

/** As Ada sees it at noon. */
async function aPage(items: readonly Notification[]) {
  const chats = new FakeChatStore();
  chats.chats.set([aRow()]);
  chats.client.state.update((state) => meet(state, [mira, jonas]));
  const calls: unknown[] = [];
  const store = {
    items: signal(items),
    unread: signal(items.filter(({ isRead }) => !isRead).length),
    isKnown: signal(true),
    isAsking: signal(false),
    hasMore: signal(true),
    problem: signal(''),
    look: () => Promise.resolve(),
    more: () => calls.push('more'),
    read: (ids: string[]) => calls.push(ids),
    readAll: () => calls.push('all'),
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(chats),
      provideRouter([{ path: '**', children: [] }]),
      { provide: LOCALE_ID, useValue: 'en-GB' },
      { provide: NotificationStore, useValue: store },
    ],
  });
  const fixture = TestBed.createComponent(NotificationsPage);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const press = async (name: string) =>
    (await loader.getHarness(ButtonHarness.with({ name }))).click();
  const rows = () =>
    [...page.querySelectorAll('li a')].map((row) =>
      [...row.querySelectorAll('.unseen, b, .chat, .what, .words, time')].map((part) =>
        part.textContent.replaceAll(/\s+/g, ' ').trim(),
      ),
    );
  return { store, calls, fixture, page, loader, press, rows };
}

describe('NotificationsPage', () => {
  it('says who has done what, where, with which words, and what is new', async () => {
    const { rows } = await aPage([
      aNotification(-5, { text: '**Hello** @ada' }),
      aNotification(-120, { kind: 'reaction', emoji: '🎉', fromId: jonas.id, isRead: true }),
    ]);
    expect(rows()).toEqual([
      [
        'Unread',
        'Mira Okafor',
        'Release crew',
        '5 minutes ago',
        'You were mentioned',
        'Hello @ada',
      ],
      ['Jonas Nilsen', 'Release crew', '2 hours ago', 'New reaction 🎉', '@ada, this is -120'],
    ]);
  });

  it('leads to the message, which is read by that', async () => {
    const { page, calls, fixture } = await aPage([aNotification(-5, { seq: 7 })]);
    page.querySelector<HTMLElement>('li a')!.click();
    await fixture.whenStable();
    expect([TestBed.inject(Router).url, calls]).toEqual(['/c/c1/7', [['m-5:ada']]]);
  });

  it('reads all, and shows more', async () => {
    const { press, calls } = await aPage([aNotification(-5)]);
    await press('Mark all as read');
    await press('Show more');
    expect(calls).toEqual(['all', 'more']);
  });

  it('says that nothing has happened, how much is unread, and what is wrong', async () => {
    const { store, page, loader, fixture } = await aPage([]);
    expect(await loader.getAllHarnesses(EmptyStateHarness)).toHaveLength(1);
    store.unread.set(3);
    store.problem.set('No connection.');
    await fixture.whenStable();
    expect(page.querySelector('[role=status]')?.textContent).toBe('Notifications, 3 unread');
    expect(page.querySelector('[role=alert]')?.textContent).toBe('No connection.');
  });
});

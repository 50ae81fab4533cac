import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { UnsentMessages } from '@app/web-session';
import {
  ButtonHarness,
  DialogHarness,
  EmptyStateHarness,
  ListRowHarness,
  MenuHarness,
} from '@app/web-ui/testing';
import { aMessage, aRow } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { Session } from '@app/web-session';
import { ChatList } from './chat-list';

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
  const root = TestbedHarnessEnvironment.documentRootLoader(fixture);
  const titles = async () =>
    Promise.all((await loader.getAllHarnesses(ListRowHarness)).map((row) => row.getTitle()));
  const filter = async (text: string, key?: string) => {
    const field = page.querySelector('input')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    if (key) field.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await fixture.whenStable();
  };
  const status = async () => {
    await fixture.whenStable();
    return page.querySelector('.status')?.textContent;
  };
  return { store, fixture, loader, root, titles, filter, status };
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

  it('filters, and Enter opens the first match', async () => {
    const { titles, filter } = aList(twoChats);
    await filter('note');
    expect(await titles()).toEqual(['Notes to self']);
    await filter('note', 'Enter');
    expect(TestBed.inject(Router).url).toBe('/c/me');
    expect(await titles()).toHaveLength(2);
  });

  it('gives the filter up with Esc', async () => {
    const { titles, filter } = aList(twoChats);
    await filter('note', 'Escape');
    expect(await titles()).toHaveLength(2);
  });

  it.each([
    ['there is no chat', '', 'No chats yet'],
    ['none has that name', 'zzz', 'No chat of that name'],
  ])('says so when %s', async (_, text, title) => {
    const { loader, filter } = aList(() => undefined);
    await filter(text);
    expect(await (await loader.getHarness(EmptyStateHarness)).getTitle()).toBe(title);
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

  it('asks before unsent messages are lost by signing out', async () => {
    const { loader, root, fixture } = aList(twoChats);
    const lost: string[] = [];
    Object.assign(TestBed.inject(Session), {
      logOut: () => Promise.reject(new UnsentMessages(2)),
      logOutAnyway: () => Promise.resolve(lost.push('all')),
    });
    await (await loader.getHarness(ButtonHarness.with({ name: 'Settings' }))).click();
    await import('@app/web-ui');
    await fixture.whenStable();
    await (await root.getHarness(MenuHarness)).choose('Sign out');
    await import('../message-dialogs/confirm-dialog');
    await fixture.whenStable();
    const dialog = await root.getHarness(DialogHarness);
    expect([await dialog.getTitle(), lost]).toEqual(['Sign out?', []]);
    await dialog.press('Sign out and lose them');
    await fixture.whenStable();
    expect(lost).toEqual(['all']);
  });
});

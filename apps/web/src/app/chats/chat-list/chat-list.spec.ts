import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { EmptyStateHarness, ListRowHarness } from '@app/web-ui/testing';
import { aMessage, aRow } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
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
  const titles = async () =>
    Promise.all((await loader.getAllHarnesses(ListRowHarness)).map((row) => row.getTitle()));
  const status = async () => {
    await fixture.whenStable();
    return page.querySelector('.status')?.textContent;
  };
  return { store, fixture, loader, titles, status };
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
});

import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { ChatId, User } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { ButtonHarness, FieldHarness, ListRowHarness } from '@app/web-ui/testing';
import { ada, jonas, mira } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { PeopleBrowser } from './people-browser';

const aPage = (items: readonly User[], nextCursor: string | null = null) => ({
  items,
  page: { nextCursor, hasMore: nextCursor !== null },
});

async function aBrowser(answer: unknown) {
  const store = new FakeChatStore();
  store.answer = answer;
  TestBed.configureTestingModule({ providers: [provideFakes(store)] });
  const fixture = TestBed.createComponent(PeopleBrowser);
  const opened: ChatId[] = [];
  fixture.componentInstance.opened.subscribe((chatId) => opened.push(chatId));
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const settle = async () => {
    await jest.advanceTimersByTimeAsync(200);
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
  };
  fixture.detectChanges();
  await settle();
  const names = async () =>
    Promise.all((await loader.getAllHarnesses(ListRowHarness)).map((row) => row.getTitle()));
  const press = async (name: string) => {
    await (await loader.getHarness(ButtonHarness.with({ name }))).click();
    await settle();
  };
  const page = fixture.nativeElement as HTMLElement;
  const words = () => page.textContent;
  return { store, opened, names, press, words, settle, loader, page };
}

describe('PeopleBrowser', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('lists everybody before anything is looked for, and marks oneself', async () => {
    const { store, names } = await aBrowser(aPage([ada, mira]));
    expect(store.callsOf('allPeople')).toEqual([['', undefined]]);
    expect(await names()).toEqual([expect.stringContaining('(you)'), mira.name]);
  });

  it('names each by their handle, which Arabic does not turn around', async () => {
    const { words } = await aBrowser(aPage([mira]));
    expect(words()).toContain('\u2066@mira\u2069');
  });

  it('looks for whom one types', async () => {
    const { store, loader, settle, names } = await aBrowser(aPage([ada, mira, jonas]));
    store.answer = aPage([jonas]);
    await (await loader.getHarness(FieldHarness)).write('jo');
    await settle();
    expect(store.callsOf('allPeople').at(-1)).toEqual(['jo', undefined]);
    expect(await names()).toEqual([jonas.name]);
  });

  it('shows more when asked', async () => {
    const { store, loader, press, names, page } = await aBrowser(aPage([ada], 'after-ada'));
    document.body.append(page);
    store.answer = aPage([mira]);
    const more = await loader.getHarness(ButtonHarness.with({ name: 'Show more' }));
    await (await more.host()).focus();
    await press('Show more');
    expect(store.callsOf('allPeople').at(-1)).toEqual(['', 'after-ada']);
    expect(await names()).toHaveLength(2);
    // The button is gone, and one goes on with the first that was not there before.
    expect(document.activeElement?.querySelector('[heading]')?.textContent).toContain(mira.name);
  });

  it('opens the direct chat', async () => {
    const { store, opened, press } = await aBrowser(aPage([mira]));
    store.answer = 'c7';
    await press(`Message ${mira.name}`);
    expect([store.callsOf('createDirect'), opened]).toEqual([[[mira.id]], ['c7']]);
  });

  it('says why a chat cannot be opened', async () => {
    const { store, opened, press, words } = await aBrowser(aPage([mira]));
    store.answer = new RequestProblem('blocked', 403, {});
    await press(`Message ${mira.name}`);
    expect(words()).toContain('One of you has blocked the other.');
    expect(opened).toEqual([]);
  });

  it('says that nobody fits', async () => {
    const { words } = await aBrowser(aPage([]));
    expect(words()).toContain('Nobody of that name');
  });
});

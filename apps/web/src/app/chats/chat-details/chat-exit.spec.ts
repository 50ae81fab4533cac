import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Dialogs } from '@app/web-ui';
import { aRow } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { ChatExit, type Exit } from './chat-exit';
import { chatProblemWords } from './chat-problem-words';

/** The chat `c1` is open; `isMeant`: how each question is answered. */
async function anExit(isMeant = true) {
  const store = new FakeChatStore();
  store.chatId.set('c1' as ChatId);
  const asked: unknown[] = [];
  const open = (_load: unknown, { data }: { data: { title: string; action: string } }) => {
    asked.push([data.title, data.action]);
    return Promise.resolve(isMeant || undefined);
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      provideRouter([{ path: '**', children: [] }]),
      { provide: Dialogs, useValue: { open } },
    ],
  });
  const router = TestBed.inject(Router);
  await router.navigateByUrl('/c/c1');
  const take = (exit: Exit, row = aRow({ title: 'Crew' })) =>
    TestBed.inject(ChatExit).take(exit, row);
  return { store, asked, take, router };
}

describe('ChatExit', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['leave', 'leave', 'Leave Crew?', 'Leave'],
    ['hide', 'deleteChat', 'Hide this chat?', 'Hide'],
    ['delete', 'deleteChat', 'Delete Crew?', 'Delete'],
  ] as const)('asks before it does so: %s', async (exit, call, title, action) => {
    const { store, asked, take } = await anExit();
    await take(exit);
    expect([asked, store.calls]).toEqual([[[title, action]], [[call, 'c1']]]);
  });

  it('does nothing that is not meant', async () => {
    const { store, take, router } = await anExit(false);
    await take('leave');
    expect([store.calls, router.url]).toEqual([[], '/c/c1']);
  });

  it('goes back to the list, whose name has the focus', async () => {
    document.body.innerHTML = '<main><h1 tabindex="-1">Chats</h1></main>';
    const { take, router } = await anExit();
    await take('leave');
    expect([router.url, document.activeElement?.tagName]).toEqual(['/', 'H1']);
  });

  it('stays where another chat is open, also when it was opened meanwhile', async () => {
    const { store, take, router } = await anExit();
    await take('leave', aRow({ id: 'c2' as ChatId }));
    expect(router.url).toBe('/c/c1');
    const [asked, answer] = [Promise.withResolvers(), Promise.withResolvers()];
    jest.spyOn(store, 'leave').mockImplementation(() => {
      asked.resolve(null);
      return answer.promise;
    });
    const left = take('leave');
    await asked.promise;
    store.chatId.set('c2' as ChatId);
    await router.navigateByUrl('/c/c2');
    answer.resolve(null);
    await left;
    expect(router.url).toBe('/c/c2');
  });

  it('stays where it is refused, and there are words for it', async () => {
    const { store, take, router } = await anExit();
    store.answer = new RequestProblem('conflict', 409, { field: 'owner' });
    const refusal: unknown = await take('leave').catch((error: unknown) => error);
    expect([router.url, chatProblemWords(refusal)]).toEqual([
      '/c/c1',
      'Make somebody else the owner first: by the menu beside their name.',
    ]);
    expect(chatProblemWords(new RequestProblem('forbidden', 403, {}))).toBe(
      'You may not do this here.',
    );
  });
});

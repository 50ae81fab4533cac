import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { ConnectionLost } from '@app/web-realtime';
import { Popovers, Toasts } from '@app/web-ui';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { DayJump } from './day-jump';
import { MessageDeeds } from './message-deeds';

const monday = new Date(2026, 1, 9);

/** Somebody in a chat asks for a day, and chooses this one. `meanwhile`: as it is looked for. */
async function aJump(
  chosen: Date | undefined,
  answer: unknown,
  meanwhile: (store: FakeChatStore) => void = () => undefined,
) {
  const store = new FakeChatStore();
  store.chatId.set('c1' as ChatId);
  store.answer = answer;
  const { findDay } = store;
  Object.assign(store, {
    findDay: (...question: unknown[]) => {
      meanwhile(store);
      return findDay(...question);
    },
  });
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      provideRouter([{ path: '**', children: [] }]),
      { provide: Popovers, useValue: { open: () => Promise.resolve(chosen) } },
      MessageDeeds,
      DayJump,
    ],
  });
  await TestBed.inject(DayJump).ask(document.body, monday.toDateString());
  return {
    asked: store.callsOf('findDay'),
    address: TestBed.inject(Router).url,
    revealed: TestBed.inject(MessageDeeds).revealed(),
    warnings: TestBed.inject(Toasts).shown().length,
  };
}

describe('DayJump', () => {
  it('goes to the first message of the chosen day', async () => {
    expect(await aJump(monday, 40)).toEqual({
      asked: [['c1', monday]],
      address: '/c/c1/40',
      revealed: { seq: 40 },
      warnings: 0,
    });
  });

  it('stays when nothing is chosen', async () => {
    expect(await aJump(undefined, 40)).toMatchObject({ asked: [], address: '/', revealed: null });
  });

  it('calls nobody back who has gone on to another chat', async () => {
    const goOn = (store: FakeChatStore) => store.chatId.set('c2' as ChatId);
    const { asked, address, revealed } = await aJump(monday, 40, goOn);
    expect([asked.length, address, revealed]).toEqual([1, '/', null]);
  });

  it('stays, and says why, when the day cannot be found', async () => {
    const { address, warnings } = await aJump(monday, new ConnectionLost());
    expect([address, warnings]).toEqual(['/', 1]);
  });
});

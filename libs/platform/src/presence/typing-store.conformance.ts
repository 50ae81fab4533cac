import { ChatId, UserId } from '@app/contracts';
import { eventually } from '../testing/eventually.js';
import type { TypingStore } from './presence-store.js';

/** An entry's life where its end is waited for, in ms. */
export const quickTypingMs = 250;
/** And where it must not end meanwhile, on a busy machine either. */
const longTypingMs = 60_000;

const chat = ChatId.parse('c');
const [ada, bob] = [UserId.parse('ada'), UserId.parse('bob')];

/** What every `TypingStore` promises. `open` gives stores that share entries of such a life. */
export function typingStoreConformance(
  open: (lifeMs: number) => readonly [TypingStore, TypingStore],
  close: () => Promise<void> | void,
): void {
  let here: TypingStore;
  let there: TypingStore;

  beforeEach(() => ([here, there] = open(longTypingMs)));
  afterEach(() => close());

  it('tells on each node who types, in that chat only', async () => {
    await here.set(chat, ada, true);
    await there.set(chat, bob, true);
    await here.set(chat, ada, true);

    expect([...(await there.in(chat))].sort()).toEqual([ada, bob]);
    expect(await here.in(ChatId.parse('other'))).toEqual([]);
  });

  it('forgets who stopped, and does not mind it twice', async () => {
    await here.set(chat, ada, true);
    await there.set(chat, ada, false);
    await there.set(chat, ada, false);
    expect(await here.in(chat)).toEqual([]);
  });

  it('forgets by itself who did not say it again', async () => {
    [here, there] = open(quickTypingMs);
    await here.set(chat, ada, true);
    await eventually(async () => {
      await here.set(chat, bob, true);
      expect(await there.in(chat)).toEqual([bob]);
    });
  });
}

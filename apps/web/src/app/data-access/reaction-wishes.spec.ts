import { TestBed } from '@angular/core/testing';
import type { Message, Reaction } from '@app/contracts';
import { ConnectionLost, RequestProblem, type ConnectionNews } from '@app/web-realtime';
import { ada, aMessage, mira } from '../chats/testing/builders';
import { ChatClient } from './chat-client';
import { ChatSync } from './chat-sync';
import { ReactionWishes } from './reaction-wishes';

interface Ask {
  readonly said: readonly [string, boolean];
  readonly answer: (message: Message) => void;
  readonly fail: (error: Error) => void;
}

function aWorld() {
  const listeners: ((news: ConnectionNews) => void)[] = [];
  const line = { isUp: true };
  const asks: Ask[] = [];
  const heard: unknown[] = [];
  const react = (_: string, emoji: string, isOn: boolean) =>
    new Promise<Message>((answer, fail) => asks.push({ said: [emoji, isOn], answer, fail }));
  /** As the sync does it, but at once. */
  const persist = async <T>(attempt: () => Promise<T>): Promise<T> => {
    try {
      return await attempt();
    } catch (error) {
      // What a test has failed: without a line that is the end of it.
      if (!line.isUp || !(error instanceof ConnectionLost)) throw error;
      return persist(attempt);
    }
  };
  const listen = (listener: (news: ConnectionNews) => void) => {
    listeners.push(listener);
    return () => undefined;
  };
  const hear = (_: string, message: unknown) => heard.push(message);
  TestBed.configureTestingModule({
    providers: [
      {
        provide: ChatClient,
        useValue: { me: ada, connection: { listen } },
      },
      { provide: ChatSync, useValue: { archive: { react }, hear, persist } },
    ],
  });
  const comeBack = () => {
    line.isUp = true;
    for (const listener of listeners) listener({ kind: 'ready' });
  };
  return { wishes: TestBed.inject(ReactionWishes), asks, heard, line, comeBack };
}

const liked = (...ids: readonly (typeof ada.id)[]): Message =>
  aMessage({ seq: 1, reactions: ids.length > 0 ? [like(ids)] : [] });
const like = (userIds: readonly (typeof ada.id)[]): Reaction => ({
  emoji: '👍',
  userIds: [...userIds],
});
/** What has been answered is taken in. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('ReactionWishes', () => {
  it('shows mine at once, and tells the server', async () => {
    const { wishes, asks, heard } = aWorld();
    const message = liked(mira.id);
    const wish = wishes.wish(message, '👍', true);
    const mine = { ...like([mira.id, ada.id]), isMine: true };
    expect(wishes.of(message)).toEqual([mine]);
    expect(asks.map(({ said }) => said)).toEqual([['👍', true]]);
    const stored = liked(mira.id, ada.id);
    asks[0]!.answer(stored);
    await wish;
    expect(heard).toEqual([stored]);
    expect(wishes.of(stored)).toEqual([mine]);
    // What is shown now is the server's state alone.
    expect(wishes.of(message)).toEqual([{ ...like([mira.id]), isMine: false }]);
  });

  it('takes a kind away with the last one of it', () => {
    const { wishes } = aWorld();
    const message = liked(ada.id);
    void wishes.wish(message, '👍', false);
    expect(wishes.of(message)).toEqual([]);
    void wishes.wish(message, '🎉', true);
    expect(wishes.of(message).map(({ emoji }) => emoji)).toEqual(['🎉']);
    expect(wishes.of(aMessage({ seq: 2 }))).toEqual([]);
  });

  it('tells the last of several wishes, one after the other', async () => {
    const { wishes, asks } = aWorld();
    const message = liked();
    void wishes.wish(message, '👍', true);
    void wishes.wish(message, '👍', false);
    const last = wishes.wish(message, '👍', true);
    expect(asks).toHaveLength(1);
    void wishes.wish(message, '👍', false);
    asks[0]!.answer(liked(ada.id));
    await settled();
    expect(asks.map(({ said }) => said[1])).toEqual([true, false]);
    asks[1]!.answer(liked());
    await last;
    expect(asks).toHaveLength(2);
  });

  it('takes back what is refused, and says so', async () => {
    const { wishes, asks } = aWorld();
    const message = liked(mira.id);
    const wish = wishes.wish(message, '👍', true);
    asks[0]!.fail(new RequestProblem('forbidden', 403, {}));
    await expect(wish).rejects.toMatchObject({ code: 'forbidden' });
    expect(wishes.of(message)).toEqual([{ ...like([mira.id]), isMine: false }]);
  });

  it('waits for the line, and tells it then', async () => {
    const { wishes, asks, line, comeBack } = aWorld();
    const message = liked();
    line.isUp = false;
    const wish = wishes.wish(message, '👍', true);
    asks[0]!.fail(new ConnectionLost());
    await settled();
    expect([asks.length, wishes.of(message)[0]?.isMine]).toEqual([1, true]);
    comeBack();
    await settled();
    asks[1]!.answer(liked(ada.id));
    await wish;
    expect(asks).toHaveLength(2);
  });

  it('goes on after a request that failed while the line was up, with the last wish', async () => {
    const { wishes, asks } = aWorld();
    const message = liked(ada.id);
    const wish = wishes.wish(message, '👍', false);
    void wishes.wish(message, '👍', true);
    asks[0]!.fail(new ConnectionLost());
    await settled();
    expect(asks.map(({ said }) => said[1])).toEqual([false, true]);
    asks[1]!.answer(liked(ada.id));
    await wish;
    expect(asks).toHaveLength(2);
  });
});

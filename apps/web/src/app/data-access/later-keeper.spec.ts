import { signal } from '@angular/core';
import { emptyState } from '@app/chat-state';
import { ChatId } from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import { ChatKeeper } from './chat-keeper';
import { LaterKeeper } from './later-keeper';

const c1 = ChatId.parse('c1');

/** Its code does not come at first. */
function aKeeper() {
  const stop = jest.fn();
  const follow = jest.spyOn(ChatKeeper.prototype, 'follow').mockReturnValue(stop);
  jest.spyOn(ChatKeeper.prototype, 'recall').mockResolvedValue((state) => state);
  const code = jest
    .fn(() => Promise.resolve({ ChatKeeper }))
    .mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const keeper = new LaterKeeper(
    {
      state: signal(emptyState(aProfile('me'))),
      isCurrent: () => true,
      open: () => Promise.reject(new Error('not asked')),
      refused: () => undefined,
    },
    code,
  );
  return { keeper, follow, stop };
}

describe('LaterKeeper', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('lets nobody wait for code that does not come, and asks for it again', async () => {
    const { keeper } = aKeeper();
    expect(await keeper.recall(c1)).toBeNull();
    expect(await keeper.recall(c1)).not.toBeNull();
  });

  it('follows as soon as its code is there, once', async () => {
    const { keeper, follow, stop } = aKeeper();
    const following = keeper.follow();
    await jest.advanceTimersByTimeAsync(0);
    expect(follow).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(60_000);
    await following;
    await keeper.follow();
    expect(follow).toHaveBeenCalledTimes(1);
    keeper.close();
    expect(stop).toHaveBeenCalledTimes(1);
  });
});

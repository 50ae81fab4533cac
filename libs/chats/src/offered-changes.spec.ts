import type { ChatId, Message } from '@app/contracts';
import { OfferedChanges } from './offered-changes.js';

const chatId = 'chat' as ChatId;

describe('OfferedChanges', () => {
  let offered: OfferedChanges;

  const offer = (...revs: readonly number[]) =>
    revs.map((rev) => offered.offer({ chatId, rev } as Message)).at(-1);

  const after = (fromRev: number) => {
    const { items, toRev, hasGap } = offered.after(chatId, fromRev);
    return { revs: items.map(({ rev }) => rev), toRev, hasGap };
  };

  beforeEach(() => {
    offered = new OfferedChanges();
  });

  it('gives what follows a rev, in whatever order it came', () => {
    expect(offer(3, 2, 4, 2)).toBe(3);
    expect(after(1)).toEqual({ revs: [2, 3, 4], toRev: 4, hasGap: false });
    expect(after(3)).toEqual({ revs: [4], toRev: 4, hasGap: false });
    expect(after(4)).toEqual({ revs: [], toRev: 4, hasGap: false });
  });

  it('ends at what is missing, and says so', () => {
    offer(2, 3, 5);
    expect(after(1)).toEqual({ revs: [2, 3], toRev: 3, hasGap: true });
    offer(4);
    expect(after(1)).toEqual({ revs: [2, 3, 4, 5], toRev: 5, hasGap: false });
  });

  it('keeps what is beyond those that were applied', () => {
    offer(2, 3, 4);
    offered.drop(chatId, 3);
    expect(after(3)).toEqual({ revs: [4], toRev: 4, hasGap: false });
    offered.drop(chatId, 9);
    expect(after(3)).toEqual({ revs: [], toRev: 3, hasGap: false });
  });

  it('keeps no more than it may, and forgets none of it', () => {
    offer(...Array.from({ length: 3000 }, (_, i) => 1 + i));
    expect(after(0)).toMatchObject({ toRev: 2048, hasGap: true });
  });

  it('knows nothing of a chat that nobody spoke of', () => {
    expect(offered.after('other' as ChatId, 7)).toEqual({
      items: [],
      fromRev: 7,
      toRev: 7,
      hasGap: false,
    });
  });
});

import type { Actor, Chat } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { ChatsBench } from './testing/chats-bench.js';

describe('Blocks', () => {
  let bench: ChatsBench;
  let ada: Actor;
  let ben: Actor;

  beforeAll(async () => {
    bench = await ChatsBench.open();
    [ada, ben] = [bench.person('ada'), bench.person('ben')];
  });

  afterAll(() => bench.close());

  it('are known of a direct chat from memory, and follow what changes', async () => {
    const [direct, group] = [await bench.direct(ada, ben), await bench.group(ada, ben)];
    const blockedFor = async (actor: Actor, { id }: Chat) =>
      (await bench.access.of(actor, { chatId: id })).isBlocked ?? false;
    expect([await blockedFor(ada, direct), await blockedFor(ben, direct)]).toEqual([false, false]);
    const asked = bench.users.blocksAsked;
    for (let again = 0; again < 5; again++) expect(await blockedFor(ben, direct)).toBe(false);
    expect(bench.users.blocksAsked).toBe(asked);

    bench.users.blockPair(ben, ada);
    await eventually(async () => {
      expect([await blockedFor(ada, direct), await blockedFor(ben, direct)]).toEqual([true, true]);
    });
    expect(await blockedFor(ada, group)).toBe(false);

    bench.users.unblockPair(ben, ada);
    await eventually(async () => expect(await blockedFor(ada, direct)).toBe(false));
  });
});

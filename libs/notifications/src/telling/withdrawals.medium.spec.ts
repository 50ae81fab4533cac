import { UserId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { NotificationsBench, person } from '../testing/notifications-bench.js';
import { PushEndpoint } from '../testing/push-endpoint.js';

let bench: NotificationsBench;
let service: PushEndpoint;
let count = 0;

beforeAll(async () => {
  service = await PushEndpoint.start();
  bench = await NotificationsBench.open();
});

afterAll(async () => {
  await bench.close();
  await service.close();
});

/** Bob and cy are called by ann, in a group of their own. */
async function called() {
  const round = ++count;
  const ids: [string, string, string] = [`ann${round}`, `bob${round}`, `cy${round}`];
  const [ann, bob, cy] = ids;
  const chatId = bench.chats.chat(`left${round}`, 'group', ...ids);
  await bench.say(chatId, ann, `@${bob} and @${cy}, a secret`);
  await bench.expectList(bob, [`mention of 1 by ${ann}`]);
  await bench.expectList(cy, [`mention of 1 by ${ann}`]);
  return { chatId, ann, bob, cy };
}

const idsOf = (...names: readonly string[]) => names.map((name) => UserId.parse(name));

const pageOf = async (name: string) => {
  const { items, unread } = await bench.api.list(person(name), { limit: 100 });
  return { texts: items.map(({ text }) => text), unread };
};
const nothing = { texts: [], unread: 0 };

const removedOf = (name: string) =>
  bench.heard.by(UserId.parse(name), 'notifications_removed').map(({ unread }) => unread);

describe('What somebody may not read any more', () => {
  it('is not in their list, though no word of it has come yet', async () => {
    const { chatId, ann, bob, cy } = await called();
    bench.chats.leave(chatId, bob);
    // Told to whom this process remembers in the chat.
    await bench.say(chatId, ann, `@${bob} and @${cy}, another`);
    await bench.expectList(cy, [`mention of 2 by ${ann}`, `mention of 1 by ${ann}`]);
    expect(await pageOf(bob)).toEqual(nothing);
  });

  it('is taken out for who has left, and for nobody else', async () => {
    const { chatId, ann, bob, cy } = await called();
    bench.chats.leave(chatId, bob);
    await bench.deliver('chat.changed', { chatId, userIds: idsOf(bob, cy) });
    expect(removedOf(bob)).toEqual([0]);
    expect(removedOf(cy)).toEqual([]);
    await bench.expectList(cy, [`mention of 1 by ${ann}`]);
    // It does not come back with them: they may not see what was there before.
    bench.chats.wish(chatId, bob, { visibleFromSeq: 2 });
    expect(await pageOf(bob)).toEqual(nothing);
  });

  it('is taken out for all when the chat is deleted', async () => {
    const { chatId, ann, bob, cy } = await called();
    bench.chats.end(chatId);
    await bench.deliver('chat.changed', { chatId, userIds: idsOf(ann, bob, cy) });
    for (const name of [bob, cy]) {
      expect(removedOf(name)).toEqual([0]);
      expect(await pageOf(name)).toEqual(nothing);
    }
  });

  it('is not of who they block, who tells them nothing more', async () => {
    const { chatId, ann, bob, cy } = await called();
    bench.chats.blocks.add(`${bob} ${ann}`);
    const block = { userId: UserId.parse(bob), otherId: UserId.parse(ann) };
    await bench.deliver('user.blocked', block);
    expect(removedOf(bob)).toEqual([0]);
    expect(await pageOf(bob)).toEqual(nothing);
    await bench.publish('user.blocked', block);
    await bench.say(chatId, ann, `@${bob} and @${cy}, another`);
    await bench.expectList(cy, [`mention of 2 by ${ann}`, `mention of 1 by ${ann}`]);
    const heard = bench.heard.by(UserId.parse(bob), 'notification_created');
    expect(heard.map(({ notification: { seq } }) => seq)).toEqual([1]);
    // The end of a block is told, too, and takes nothing out.
    await bench.say(chatId, cy, `@${bob} hello`);
    await bench.expectList(bob, [`mention of 3 by ${cy}`]);
    bench.chats.blocks.delete(`${bob} ${ann}`);
    await bench.deliver('user.blocked', block);
    await bench.expectList(bob, [`mention of 3 by ${cy}`]);
  });

  it('is not of who they block, though no word of it has come yet', async () => {
    const { chatId, ann, bob, cy } = await called();
    bench.chats.blocks.add(`${bob} ${ann}`);
    await bench.say(chatId, cy, `@${bob} hello`);
    await bench.expectList(bob, [`mention of 2 by ${cy}`]);
    expect(await pageOf(bob)).toEqual({ texts: [`@${bob} hello`], unread: 1 });
  });

  it('is taken back from devices, and nothing more is pushed to them', async () => {
    const { chatId, ann, bob, cy } = await called();
    for (const name of [bob, cy]) await bench.api.subscribe(person(name), service.browser(name));
    await bench.say(chatId, ann, 'One');
    for (const name of [bob, cy])
      await eventually(() => expect(service.of(name)).toMatchObject([{ text: 'One' }]));
    bench.chats.leave(chatId, bob);
    await bench.deliver('chat.changed', { chatId, userIds: idsOf(bob) });
    await eventually(() => {
      expect(service.of(bob)[1]).toEqual({ type: 'clear', chatId, seq: 2 });
    });
    // Told to whom this process remembers in the chat.
    await bench.say(chatId, ann, 'Two');
    await eventually(() => expect(service.of(cy)).toHaveLength(2));
    expect(service.of(bob)).toHaveLength(2);
  });
});

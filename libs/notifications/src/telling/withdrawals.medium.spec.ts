import { UserId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { person } from '../testing/notifications-bench.js';
import { PushStage } from '../testing/push-stage.js';

const stage = PushStage.forAll();
let count = 0;

/** Bob and cy are called by ann, in a group of their own. */
async function called() {
  const round = ++count;
  const ids: [string, string, string] = [`ann${round}`, `bob${round}`, `cy${round}`];
  const [ann, bob, cy] = ids;
  const chatId = stage.bench.chats.chat(`left${round}`, 'group', ...ids);
  const message = await stage.bench.say(chatId, ann, `@${bob} and @${cy}, a secret`);
  await stage.bench.expectList(bob, [`mention of 1 by ${ann}`]);
  await stage.bench.expectList(cy, [`mention of 1 by ${ann}`]);
  return { chatId, message, ann, bob, cy };
}

const idsOf = (...names: readonly string[]) => names.map((name) => UserId.parse(name));

const pageOf = async (name: string) => {
  const { items, unread } = await stage.bench.api.list(person(name), { limit: 100 });
  return { texts: items.map(({ text }) => text), unread };
};
const nothing = { texts: [], unread: 0 };

const removedOf = (name: string) =>
  stage.bench.heard.by(UserId.parse(name), 'notifications_removed').map(({ unread }) => unread);

describe('What somebody may not read any more', () => {
  it('is not in their list, though no word of it has come yet', async () => {
    const { chatId, ann, bob, cy } = await called();
    stage.bench.chats.leave(chatId, bob);
    // Told to whom this process remembers in the chat.
    await stage.bench.say(chatId, ann, `@${bob} and @${cy}, another`);
    await stage.bench.expectList(cy, [`mention of 2 by ${ann}`, `mention of 1 by ${ann}`]);
    expect(await pageOf(bob)).toEqual(nothing);
  });

  it('is taken out for who has left, and for nobody else', async () => {
    const { chatId, ann, bob, cy } = await called();
    stage.bench.chats.leave(chatId, bob);
    await stage.bench.deliver('chat.changed', { chatId, userIds: idsOf(bob, cy) });
    expect(removedOf(bob)).toEqual([0]);
    expect(removedOf(cy)).toEqual([]);
    await stage.bench.expectList(cy, [`mention of 1 by ${ann}`]);
    // It does not come back with them: they may not see what was there before.
    stage.bench.chats.wish(chatId, bob, { visibleFromSeq: 2 });
    expect(await pageOf(bob)).toEqual(nothing);
  });

  it('is taken out for all when the chat is deleted', async () => {
    const { chatId, ann, bob, cy } = await called();
    stage.bench.chats.end(chatId);
    await stage.bench.deliver('chat.changed', { chatId, userIds: idsOf(ann, bob, cy) });
    for (const name of [bob, cy]) {
      expect(removedOf(name)).toEqual([0]);
      expect(await pageOf(name)).toEqual(nothing);
    }
  });

  it('is taken out for all when it is too old, and nothing else of the chat', async () => {
    const { chatId, message, ann, bob, cy } = await called();
    await stage.bench.say(chatId, ann, `@${bob} and @${cy}, news`);
    for (const name of [bob, cy])
      await stage.bench.expectList(name, [`mention of 2 by ${ann}`, `mention of 1 by ${ann}`]);
    stage.bench.chats.keepFrom(chatId, 2);
    await stage.bench.deliver('chat.changed', { chatId, userIds: [] });
    await stage.bench.deliver('chat.emptied', { chatId, fromSeq: 1, toSeq: 1 });
    for (const name of [bob, cy]) await stage.bench.expectList(name, [`mention of 2 by ${ann}`]);
    // What became of it before is told after that.
    await stage.bench.deliver('message.changed', {
      ...message,
      text: `@${bob} another secret`,
      version: 2,
      editedAt: message.createdAt,
    });
    await stage.bench.expectList(bob, [`mention of 2 by ${ann}`]);
  });

  it('leaves no gap in a page: what is behind it moves up', async () => {
    const { chatId, ann, bob, cy } = await called();
    const other = stage.bench.chats.chat(`kept${chatId}`, 'group', ann, bob, cy);
    const texts = ['one', 'two', 'three', 'four'];
    for (const [at, text] of texts.entries()) {
      const createdAt = `2026-03-02T11:00:00.${at + 1}00Z`;
      await stage.bench.say(at < 2 ? other : chatId, ann, `@${bob} ${text}`, { createdAt });
    }
    await eventually(async () => expect((await pageOf(bob)).texts).toHaveLength(5));
    stage.bench.chats.leave(chatId, bob);
    const first = await stage.bench.api.list(person(bob), { limit: 1 });
    expect(first.items.map(({ text }) => text)).toEqual([`@${bob} two`]);
    const rest = await stage.bench.api.list(person(bob), {
      limit: 5,
      cursor: first.page.nextCursor!,
    });
    expect(rest.items.map(({ text }) => text)).toEqual([`@${bob} one`]);
    expect(rest.page.hasMore).toBe(false);
  });

  it('is not of who they block, who tells them nothing more', async () => {
    const { chatId, ann, bob, cy } = await called();
    stage.bench.chats.blocks.add(`${bob} ${ann}`);
    const block = { userId: UserId.parse(bob), otherId: UserId.parse(ann) };
    await stage.bench.deliver('user.blocked', block);
    expect(removedOf(bob)).toEqual([0]);
    expect(await pageOf(bob)).toEqual(nothing);
    await stage.bench.publish('user.blocked', block);
    await stage.bench.say(chatId, ann, `@${bob} and @${cy}, another`);
    await stage.bench.expectList(cy, [`mention of 2 by ${ann}`, `mention of 1 by ${ann}`]);
    const heard = stage.bench.heard.by(UserId.parse(bob), 'notification_created');
    expect(heard.map(({ notification: { seq } }) => seq)).toEqual([1]);
    // The end of a block is told, too, and takes nothing out.
    await stage.bench.say(chatId, cy, `@${bob} hello`);
    await stage.bench.expectList(bob, [`mention of 3 by ${cy}`]);
    stage.bench.chats.blocks.delete(`${bob} ${ann}`);
    await stage.bench.deliver('user.blocked', block);
    await stage.bench.expectList(bob, [`mention of 3 by ${cy}`]);
  });

  it('is not of who they block, though no word of it has come yet', async () => {
    const { chatId, ann, bob, cy } = await called();
    stage.bench.chats.blocks.add(`${bob} ${ann}`);
    await stage.bench.say(chatId, cy, `@${bob} hello`);
    await stage.bench.expectList(bob, [`mention of 2 by ${cy}`]);
    expect(await pageOf(bob)).toEqual({ texts: [`@${bob} hello`], unread: 1 });
  });

  it('is taken back from devices, and nothing more is pushed to them', async () => {
    const { chatId, ann, bob, cy } = await called();
    for (const name of [bob, cy])
      await stage.bench.api.subscribe(person(name), stage.service.browser(name));
    await stage.bench.say(chatId, ann, 'One');
    for (const name of [bob, cy])
      await eventually(() => expect(stage.service.of(name)).toMatchObject([{ text: 'One' }]));
    stage.bench.chats.leave(chatId, bob);
    await stage.bench.deliver('chat.changed', { chatId, userIds: idsOf(bob) });
    await eventually(() => {
      expect(stage.service.of(bob)[1]).toEqual({ type: 'clear', chatId, seq: 2 });
    });
    // Told to whom this process remembers in the chat.
    await stage.bench.say(chatId, ann, 'Two');
    await eventually(() => expect(stage.service.of(cy)).toHaveLength(2));
    expect(stage.service.of(bob)).toHaveLength(2);
  });
});

/** Of what devices heard: `<kind> by <who>`. */
const createdFor = (name: string) =>
  stage.bench.heard
    .by(UserId.parse(name), 'notification_created')
    .map(({ notification: { kind, fromId } }) => `${kind} by ${fromId}`);

/** The fact is told to all who listen, which is over before a database has answered. */
async function block(one: string, other: string): Promise<void> {
  stage.bench.chats.blocks.add(`${one} ${other}`);
  const [userId, otherId] = [UserId.parse(one), UserId.parse(other)];
  await stage.bench.publish('user.blocked', { userId, otherId });
}

type Named = Readonly<Record<'ann' | 'bob', string>>;

const directions: [string, (of: Named) => Promise<void>][] = [
  ['the other one blocks the author', ({ ann, bob }) => block(bob, ann)],
  ['the author blocks the other one', ({ ann, bob }) => block(ann, bob)],
];

describe('What somebody makes of a message that is there', () => {
  it.each(directions)('is not told as a reaction where %s', async (_, begin) => {
    const { message, ann, bob, cy } = await called();
    await begin({ ann, bob });
    const reactions = [{ emoji: '👍', userIds: idsOf(bob, cy) }];
    const liked = stage.bench.chats.change(message, { reactions });
    await stage.bench.deliver('message.changed', liked);
    expect(createdFor(ann)).toEqual([`reaction by ${cy}`]);
    expect((await pageOf(ann)).unread).toBe(1);
  });

  it.each(directions)('is not told as an edit that names somebody where %s', async (_, begin) => {
    const { chatId, ann, bob, cy } = await called();
    const plain = stage.bench.chats.say(chatId, ann, { text: 'Hello' });
    await stage.bench.deliver('message.created', plain);
    await begin({ ann, bob });
    const text = `Hello @${bob} and @${cy}`;
    const edited = stage.bench.chats.change(plain, { text, version: 2 });
    await stage.bench.deliver('message.changed', edited);
    expect(createdFor(bob)).toEqual([`mention by ${ann}`]);
    expect(createdFor(cy)).toEqual([`mention by ${ann}`, `mention by ${ann}`]);
  });

  it('takes out what was told before the author blocked somebody', async () => {
    const { message, ann, bob, cy } = await called();
    await block(ann, bob);
    const text = `@${bob} and @${cy}, no secret`;
    const edited = stage.bench.chats.change(message, { text, version: 2 });
    await stage.bench.deliver('message.changed', edited);
    expect(removedOf(bob)).toEqual([0]);
    expect(await pageOf(bob)).toEqual(nothing);
    expect((await pageOf(cy)).texts).toEqual([text]);
  });
});

import { ClientMsgId, UserId, type ChatId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { NotificationsRepository } from '../list/notifications.repository.js';
import { NotificationsBench, person } from '../testing/notifications-bench.js';

let bench: NotificationsBench;
let count = 0;

beforeAll(async () => (bench = await NotificationsBench.open()));

afterAll(() => bench.close());

/** A group of its own for each test: people are called by name and number. */
function crew(...names: readonly string[]) {
  const round = ++count;
  const ids = names.map((name) => `${name}${round}`);
  const chatId = bench.chats.chat(`chat${round}`, 'group', ...ids);
  return { chatId, ids: ids as [string, string, string] };
}

const expectBadge = (name: string, unread: number) =>
  eventually(() => expect(bench.heard.badgeOf(UserId.parse(name))).toBe(unread));

const markOf = (chatId: ChatId, name: string, lastReadSeq: number) => ({
  items: [{ chatId, userId: UserId.parse(name), lastReadSeq }],
});

const reactionsOf = (emoji: string, ...names: readonly string[]) => [
  { emoji, userIds: names.map((name) => UserId.parse(name)) },
];

describe('Telling of messages', () => {
  it('puts a mention into the list of whom it is of, and into nobody else’s', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob, cy] = ids;
    await bench.say(chatId, ann, `Look, @${bob} and @${ann}`);
    const [entry] = await bench.expectList(bob, [`mention of 1 by ${ann}`]);
    expect(entry).toMatchObject({ chatId, text: `Look, @${bob} and @${ann}`, isRead: false });
    expect(await bench.list(ann)).toEqual([]);
    expect(await bench.list(cy)).toEqual([]);
    // It is told after it is stored.
    await eventually(() =>
      expect(bench.heard.by(UserId.parse(bob), 'notification_created')).toEqual([
        { notification: entry, isAlert: true, unread: 1 },
      ]),
    );
  });

  it('tells an author of an answer, and everybody who is called together', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob, cy] = ids;
    const question = await bench.say(chatId, ann, 'Who is up?');
    await bench.say(chatId, bob, 'Me', { replyTo: question.id });
    await bench.say(chatId, cy, '@channel it is done');
    await bench.expectList(ann, [`everyone of 3 by ${cy}`, `reply of 2 by ${bob}`]);
    await bench.expectList(bob, [`everyone of 3 by ${cy}`]);
  });

  it('tells of @here only who is about', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob, cy] = ids;
    const lease = { userId: UserId.parse(bob), deviceId: `device of ${bob}`, isActive: true };
    await bench.presence.renew(lease);
    await bench.say(chatId, ann, '@here lunch');
    await bench.expectList(bob, [`everyone of 1 by ${ann}`]);
    expect(await bench.list(cy)).toEqual([]);
  });

  it('finds words that somebody watches for, from the next message on', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob] = ids;
    await bench.api.updateSettings(person(bob), { keywords: ['Release'] });
    await bench.say(chatId, ann, 'A release is near');
    await bench.expectList(bob, [`keyword of 1 by ${ann}`]);
    await bench.api.updateSettings(person(bob), { keywords: [] });
    await bench.say(chatId, ann, 'The release is out');
    await bench.say(chatId, ann, `@${bob} the release!`);
    await bench.expectList(bob, [`mention of 3 by ${ann}`, `keyword of 1 by ${ann}`]);
  });

  it('tells who was added, and who has missed a call', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob, cy] = ids;
    const system = { type: 'members_added' as const, userIds: [UserId.parse(bob)] };
    await bench.say(chatId, ann, '', { kind: 'system', system });
    const call = { callId: 'c1', media: 'audio', reason: 'missed', seconds: 0 } as never;
    await bench.say(chatId, cy, '', { kind: 'call', call });
    await bench.expectList(bob, [`missed_call of 2 by ${cy}`, `added of 1 by ${ann}`]);
    await bench.expectList(ann, [`missed_call of 2 by ${cy}`]);
  });

  it('shows nobody what they may not see', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob, cy] = ids;
    bench.chats.wish(chatId, bob, { visibleFromSeq: 2 });
    const before = await bench.say(chatId, ann, 'Secret');
    await bench.say(chatId, ann, `@${cy} and @${bob}, welcome`);
    await bench.change(before, { text: `Secret of @${bob} and @${cy}`, version: 2 });
    await bench.expectList(cy, [`mention of 2 by ${ann}`, `mention of 1 by ${ann}`]);
    await bench.expectList(bob, [`mention of 2 by ${ann}`]);
  });

  it('tells nobody of what was said elsewhere, though they are in by then', async () => {
    const { chatId, ids } = crew('ann', 'bob');
    const [ann, bob] = ids;
    const clientMsgId = ClientMsgId.parse('import-1');
    const old = await bench.say(chatId, bob, `@${ann} and @channel, long ago`, { clientMsgId });
    await bench.change(old, { reactions: reactionsOf('👍', ann), version: 1 });
    await bench.say(chatId, bob, `@${ann}, here we are`);
    await bench.say(chatId, ann, `@${bob}, so we are`);
    await bench.expectList(ann, [`mention of 2 by ${bob}`]);
    await bench.expectList(bob, [`mention of 3 by ${ann}`]);
  });

  it('takes back what was deleted, and follows an edit without a sound', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob, cy] = ids;
    const first = await bench.say(chatId, ann, `@${bob} one`);
    const second = await bench.say(chatId, ann, `@${bob} two`);
    await bench.expectList(bob, [`mention of 2 by ${ann}`, `mention of 1 by ${ann}`]);
    await bench.change(first, { text: `@${cy} one`, version: 2 });
    await bench.expectList(cy, [`mention of 1 by ${ann}`]);
    await bench.change(second, { text: '', version: 2, deletedAt: second.createdAt });
    await bench.expectList(bob, []);
    // Told after they are stored.
    await eventually(() => {
      const toCy = bench.heard.by(UserId.parse(cy), 'notification_created');
      expect(toCy.map(({ isAlert }) => isAlert)).toEqual([false]);
      const removed = bench.heard.by(UserId.parse(bob), 'notifications_removed');
      expect(removed.map(({ unread }) => unread)).toEqual([1, 0]);
    });
  });

  it('lists a reaction for the author, until it is taken back', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob] = ids;
    const message = await bench.say(chatId, ann, 'Done');
    const liked = await bench.change(message, { reactions: reactionsOf('👍', bob, ann) });
    const [entry] = await bench.expectList(ann, [`reaction of 1 by ${bob}`]);
    expect(entry).toMatchObject({ emoji: '👍', text: 'Done' });
    await bench.change(liked, { reactions: [] });
    await bench.expectList(ann, []);
  });

  it('counts a reaction to what was read long since, until its author reads on', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob, cy] = ids;
    const message = await bench.say(chatId, ann, 'Done');
    await bench.say(chatId, bob, 'Good');
    await bench.read(chatId, ann, 2);
    const liked = await bench.change(message, { reactions: reactionsOf('👍', bob) });
    await bench.expectList(ann, [`reaction of 1 by ${bob}`]);
    await expectBadge(ann, 1);
    // Told again, as facts are: it says no more than it did.
    await bench.deliver('chat.read', markOf(chatId, ann, 2));
    expect((await bench.list(ann))[0]!.isRead).toBe(false);
    await bench.say(chatId, bob, 'Next');
    await bench.read(chatId, ann, 3);
    await expectBadge(ann, 0);
    await bench.change(liked, { reactions: reactionsOf('👍', bob, cy) });
    const items = await bench.expectList(ann, [
      `reaction of 1 by ${cy}`,
      `reaction of 1 by ${bob}`,
    ]);
    expect(items.map(({ isRead }) => isRead)).toEqual([false, true]);
  });

  it('takes a reaction as read by who says more in its chat, or reads it in the list', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob] = ids;
    const first = await bench.say(chatId, ann, 'Done');
    const second = await bench.say(chatId, bob, 'Well done');
    await bench.change(first, { reactions: reactionsOf('👍', bob) });
    await bench.change(second, { reactions: reactionsOf('❤️', ann) });
    await bench.expectList(ann, [`reaction of 1 by ${bob}`]);
    const [entry] = await bench.expectList(bob, [`reaction of 2 by ${ann}`]);
    await expectBadge(ann, 1);
    await bench.say(chatId, ann, 'Thanks');
    await expectBadge(ann, 0);
    await expectBadge(bob, 1);
    await bench.api.read(person(bob), { ids: [entry!.id] });
    await expectBadge(bob, 0);
  });

  it('looks at nothing that others were told where somebody reacts', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob, cy] = ids;
    const message = await bench.say(chatId, ann, '@channel it is done');
    await bench.expectList(cy, [`everyone of 1 by ${ann}`]);
    const allOfIt = jest.spyOn(bench.app.get(NotificationsRepository), 'ofMessage');
    const liked = await bench.change(message, { reactions: reactionsOf('👍', bob) });
    await bench.expectList(ann, [`reaction of 1 by ${bob}`]);
    await bench.change(liked, { reactions: [] });
    await bench.expectList(ann, []);
    expect(allOfIt).not.toHaveBeenCalled();
    await bench.expectList(cy, [`everyone of 1 by ${ann}`]);
  });

  it('takes back from all of a large chat what was deleted', async () => {
    const names = Array.from({ length: 1001 }, (_, n) => `guest${n}`);
    const chatId = bench.chats.chat('crowd', 'channel', 'ann', ...names);
    const message = bench.chats.say(chatId, 'ann', { text: '@channel hello' });
    await bench.deliver('message.created', message);
    const entries = bench.app.get(NotificationsRepository);
    expect(await entries.ofMessage(message.id)).toHaveLength(1001);
    const deletedAt = message.createdAt;
    const deleted = bench.chats.change(message, { text: '', version: 2, deletedAt });
    await bench.deliver('message.changed', deleted);
    expect(await entries.ofMessage(message.id)).toEqual([]);
  });

  it('reads the list as far as somebody has said something, whichever is heard of last', async () => {
    const { chatId, ids } = crew('ann', 'bob');
    const [ann, bob] = ids;
    await bench.say(chatId, ann, `@${bob} one`);
    const early = bench.chats.say(chatId, bob, { text: 'Yes' });
    await bench.say(chatId, ann, `@${bob} two`);
    const late = bench.chats.say(chatId, bob, { text: 'Yes, too' });
    await bench.expectList(bob, [`mention of 3 by ${ann}`, `mention of 1 by ${ann}`]);
    for (const message of [late, early]) await bench.deliver('message.created', message);
    await bench.settle();
    await eventually(async () => {
      expect((await bench.list(bob)).map(({ isRead }) => isRead)).toEqual([true, true]);
    });
  });

  it('reads the list where the chat is read, and no further', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob] = ids;
    await bench.say(chatId, ann, `@${bob} one`);
    await bench.say(chatId, ann, `@${bob} two`, { createdAt: '2026-03-02T11:00:00.500Z' });
    await bench.expectList(bob, [`mention of 2 by ${ann}`, `mention of 1 by ${ann}`]);
    await bench.read(chatId, bob, 1);
    await eventually(async () => {
      expect((await bench.list(bob)).map(({ isRead }) => isRead)).toEqual([false, true]);
    });
    await bench.say(chatId, bob, 'Yes');
    await bench.settle();
    await eventually(async () => expect((await bench.list(bob))[0]!.isRead).toBe(true));
    const heard = bench.heard.by(UserId.parse(bob), 'notifications_read');
    // The first maybe twice: whoever tells of the second message counts again afterwards.
    expect([...new Set(heard.map(({ unread }) => unread))]).toEqual([1, 0]);
  });

  it('makes a sound of what was edited before it was told, with its newer words', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob] = ids;
    const message = bench.chats.say(chatId, ann, { text: `@${bob} helo` });
    bench.chats.change(message, { text: `@${bob} hello`, version: 2 });
    await bench.deliver('message.created', message);
    const heard = bench.heard.by(UserId.parse(bob), 'notification_created');
    expect(heard.map(({ isAlert }) => isAlert)).toEqual([true, false]);
    for (const { notification } of heard) expect(notification.text).toBe(`@${bob} hello`);
  });

  it('makes no sound for what was read before it was told', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob] = ids;
    bench.chats.read(chatId, bob, 1);
    await bench.say(chatId, ann, `@${bob} hello`);
    await bench.expectList(bob, [`mention of 1 by ${ann}`]);
    // It is in the list before its mark is looked at, and told after that.
    await eventually(() => {
      const [heard] = bench.heard.by(UserId.parse(bob), 'notification_created');
      expect(heard).toMatchObject({ isAlert: false, unread: 0 });
    });
    expect((await bench.list(bob))[0]!.isRead).toBe(true);
  });

  it('asks who is in a large channel once, and works only for whom it names', async () => {
    const names = Array.from({ length: 2000 }, (_, n) => `member${n}`);
    const chatId = bench.chats.chat('large', 'channel', ...names);
    const asked = bench.chats.audiencesAsked;
    for (let n = 0; n < 20; n++) await bench.say(chatId, 'member1', `Message ${n}`);
    await bench.say(chatId, 'member1', 'Hello @member7');
    await bench.expectList('member7', ['mention of 21 by member1']);
    expect(bench.chats.audiencesAsked - asked).toBe(1);
    expect(await bench.list('member8')).toEqual([]);
  });
});

describe('A notifier that crashes', () => {
  it('tells nothing twice, and misses nothing that no fact has told', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob] = ids;
    const first = await NotificationsBench.open({ chats: bench.chats, clock: bench.clock });
    const say = (n: number) => first.say(chatId, ann, `@${bob} ${n}`, timeOf(n));
    await say(1);
    await eventually(async () => expect(await first.list(bob)).toHaveLength(1));
    await first.losePlaces();
    for (let n = 2; n <= 5; n++) await say(n);
    await eventually(async () => expect(await first.list(bob)).toHaveLength(5));
    await first.close();
    // Said while nobody listens.
    for (let n = 6; n <= 9; n++)
      bench.chats.say(chatId, ann, { text: `@${bob} ${n}`, ...timeOf(n) });

    const next = await NotificationsBench.open({
      chats: bench.chats,
      uri: first.uri,
      clock: bench.clock,
    });
    await next.say(chatId, ann, `@${bob} 10`, timeOf(10));

    const items = await eventually(async () => {
      const found = await next.list(bob);
      expect(found).toHaveLength(10);
      return found;
    });
    expect(items.map(({ seq }) => seq)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    // Told after they are stored.
    await eventually(() => {
      const alerts = next.heard.by(UserId.parse(bob), 'notification_created');
      const again = alerts.filter(({ isAlert }) => isAlert).map(({ notification: { seq } }) => seq);
      expect(again).toEqual([6, 7, 8, 9, 10]);
    });
    await next.close();
  });

  it('finds at its start what was said in the meantime, without a further word', async () => {
    const { chatId, ids } = crew('ann', 'bob', 'cy');
    const [ann, bob] = ids;
    const first = await NotificationsBench.open({ chats: bench.chats, clock: bench.clock });
    await first.say(chatId, ann, `Hello @${bob}`);
    await first.expectList(bob, [`mention of 1 by ${ann}`]);
    await first.close();
    bench.chats.say(chatId, ann, { text: `@${bob}, are you there?` });
    const next = await NotificationsBench.open({
      chats: bench.chats,
      uri: first.uri,
      clock: bench.clock,
    });
    await next.expectList(bob, [`mention of 2 by ${ann}`, `mention of 1 by ${ann}`]);
    await next.close();
  });
});

const timeOf = (n: number) => ({
  createdAt: new Date(Date.parse('2026-03-02T11:00:00.000Z') + n).toISOString(),
});

import { UserId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { NotificationsBench, person } from '../testing/notifications-bench.js';
import { PushStage } from '../testing/push-stage.js';
import { PushedChatsRepository } from './pushed-chats.repository.js';

const stage = PushStage.forAll();
let count = 0;

/** Two people of a direct chat; the second one has a device that is pushed to. */
async function pair() {
  const round = ++count;
  const [ann, bob] = [`ann${round}`, `bob${round}`];
  const chatId = stage.bench.chats.chat(`pushed${round}`, 'direct', ann, bob);
  await stage.bench.api.subscribe(person(bob), stage.service.browser(bob));
  return { chatId, ann, bob };
}

const arrived = (name: string, length: number) =>
  eventually(() => {
    const found = stage.service.of(name);
    expect(found).toHaveLength(length);
    return found;
  });

describe('Web Push', () => {
  it('brings what is said to a device that alone can read it, with its postage', async () => {
    const { chatId, ann, bob } = await pair();
    await stage.bench.say(chatId, ann, 'Hello');
    const [pushed] = await arrived(bob, 1);
    expect(pushed).toEqual({
      type: 'show',
      cause: 'message',
      chatId,
      seq: 1,
      from: ann,
      text: 'Hello',
    });
    const { headers } = stage.service.arrived.at(-1)!;
    expect(headers).toMatchObject({ ttl: '86400', urgency: 'normal' });
    expect(headers['topic']).toMatch(/^[\w-]{32}$/);
    expect(stage.service.of(ann)).toEqual([]);
  });

  it('shows no more than the person wants', async () => {
    const { chatId, ann, bob } = await pair();
    await stage.bench.api.updateSettings(person(bob), { push: 'sender' });
    await stage.bench.say(chatId, ann, 'Secret');
    const plain = { type: 'show', cause: 'message', chatId };
    expect(await arrived(bob, 1)).toEqual([{ ...plain, seq: 1, from: ann }]);
    await stage.bench.api.updateSettings(person(bob), { push: 'id-only' });
    await stage.bench.say(chatId, ann, 'Secret');
    expect((await arrived(bob, 2))[1]).toEqual({ ...plain, seq: 2 });
  });

  it('sends nothing of a muted chat, nor to who wants peace', async () => {
    const { chatId, ann, bob } = await pair();
    const [other, control] = [await pair(), await pair()];
    stage.bench.chats.wish(chatId, bob, { mutedUntil: '2030-01-01T00:00:00.000Z' });
    await stage.bench.presence.renew({
      userId: UserId.parse(other.bob),
      deviceId: `device of ${other.bob}`,
      isActive: true,
    });
    await stage.bench.presence.wish(UserId.parse(other.bob), 'dnd');
    await stage.bench.say(chatId, ann, `Not @${bob}`);
    await stage.bench.say(other.chatId, other.ann, 'Nor you');
    await stage.bench.say(control.chatId, control.ann, 'But you');
    await arrived(control.bob, 1);
    expect(stage.service.of(other.bob)).toEqual([]);
    expect(stage.service.of(bob)).toEqual([]);
  });

  it('sends nothing that was read before, and takes back what was read elsewhere', async () => {
    const { chatId, ann, bob } = await pair();
    await stage.bench.say(chatId, ann, 'One');
    await arrived(bob, 1);
    await stage.bench.read(chatId, bob, 1);
    expect((await arrived(bob, 2))[1]).toEqual({ type: 'clear', chatId, seq: 1 });
    stage.bench.chats.read(chatId, bob, 2);
    await stage.bench.say(chatId, ann, 'Two');
    await stage.bench.say(chatId, ann, 'Three');
    expect((await arrived(bob, 3))[2]).toMatchObject({ text: 'Three' });
  });

  it('takes back what was read elsewhere, though the queue refuses once', async () => {
    const { chatId, ann, bob } = await pair();
    await stage.bench.say(chatId, ann, 'One');
    await arrived(bob, 1);
    const items = [{ chatId, userId: UserId.parse(bob), lastReadSeq: 1 }];
    stage.bench.chats.read(chatId, bob, 1);
    const tell = () => stage.bench.deliver('chat.read', { items });
    stage.refuseNextJob();
    await expect(tell()).rejects.toMatchObject({ code: 'rate_limited' });
    await tell();
    expect((await arrived(bob, 2))[1]).toEqual({ type: 'clear', chatId, seq: 1 });
  });

  it('can take back what is pushed while it takes back what was before', async () => {
    const { chatId, bob } = await pair();
    const userId = UserId.parse(bob);
    const pushed = stage.bench.app.get(PushedChatsRepository);
    await pushed.note(userId, chatId, 1, new Date());
    const read = await pushed.readBy([{ chatId, userId, lastReadSeq: 1 }]);
    await pushed.note(userId, chatId, 2, new Date());
    await pushed.forget(read);
    expect(await pushed.shownTo(chatId, [userId])).toEqual([{ chatId, userId, seq: 2 }]);
    await pushed.forget([{ chatId, userId, seq: 2 }]);
    expect(await pushed.shownTo(chatId, [userId])).toEqual([]);
  });

  it.each([404, 410])('forgets a device of which its push service says %i', async (status) => {
    const { chatId, ann, bob } = await pair();
    stage.service.answer(bob, status);
    await stage.bench.say(chatId, ann, 'One');
    await eventually(async () => expect(await stage.bench.devicesOf(bob)).toBe(0));
    await stage.bench.say(chatId, ann, 'Two');
    const next = await pair();
    await stage.bench.say(next.chatId, next.ann, 'Hello');
    await arrived(next.bob, 1);
    expect(stage.service.of(bob)).toEqual([]);
  });

  it('tries again where a push service is busy', async () => {
    const { chatId, ann, bob } = await pair();
    stage.service.answer(bob, 503);
    await stage.bench.say(chatId, ann, 'Hello');
    expect(await arrived(bob, 1)).toMatchObject([{ text: 'Hello' }]);
  });

  it('reaches a device that it hears of after the message, and not with what is past', async () => {
    const round = ++count;
    const [ann, bob] = [`ann${round}`, `bob${round}`];
    const { chats, uri, clock } = stage.bench;
    const other = await NotificationsBench.open({ chats, uri, clock });
    const chatId = chats.chat(`pushed${round}`, 'direct', ann, bob);
    const said = (text: string) =>
      other.deliver('message.created', chats.say(chatId, ann, { text }));
    await said('Before');
    clock.pass(5001);
    await stage.bench.api.subscribe(person(bob), stage.service.browser(bob));
    await said('Hello');
    await other.publish('notifications.changed', { userIds: [UserId.parse(bob)] });
    expect(await arrived(bob, 1)).toMatchObject([{ text: 'Hello' }]);
    await said('And now');
    expect((await arrived(bob, 2)).map((one) => one.type === 'show' && one.text)).toEqual([
      'Hello',
      'And now',
    ]);
    await other.close();
  });

  it('ends with the session, and at the wish of the person', async () => {
    const { bob } = await pair();
    const device = stage.service.browser(`${bob}-too`);
    await stage.bench.api.subscribe(person(bob), device);
    expect(await stage.bench.devicesOf(bob)).toBe(2);
    await stage.bench.api.unsubscribe(person(bob), { endpoint: device.endpoint });
    expect(await stage.bench.devicesOf(bob)).toBe(1);
    await stage.bench.endSessionOf(bob);
    await eventually(async () => expect(await stage.bench.devicesOf(bob)).toBe(0));
  });

  it('takes no device whose key nothing can be encrypted for', async () => {
    const { bob } = await pair();
    const device = stage.service.browser(`${bob}-too`);
    const p256dh = Buffer.alloc(65, 4).toString('base64url');
    const subscribed = stage.bench.api.subscribe(person(bob), {
      ...device,
      keys: { ...device.keys, p256dh },
    });
    await expect(subscribed).rejects.toMatchObject({
      code: 'validation_failed',
      params: { issues: [{ path: 'keys.p256dh' }] },
    });
    expect(await stage.bench.devicesOf(bob)).toBe(1);
  });

  it('alerts open windows all the same where the queue refuses', async () => {
    const { chatId, ann, bob } = await pair();
    const message = stage.bench.chats.say(chatId, ann, { text: `Hello @${bob}` });
    stage.refuseNextJob();
    const told = () => stage.bench.deliver('message.created', message);
    await expect(told()).rejects.toMatchObject({ code: 'rate_limited' });
    const heard = stage.bench.heard.by(UserId.parse(bob), 'notification_created');
    expect(heard.map(({ isAlert }) => isAlert)).toEqual([true]);
    await told();
    expect(await arrived(bob, 1)).toMatchObject([{ text: `Hello @${bob}` }]);
    const again = stage.bench.heard.by(UserId.parse(bob), 'notification_created');
    expect(again.map(({ isAlert }) => isAlert)).toEqual([true, false]);
  });

  it('keeps the ten newest devices of a person', async () => {
    const { bob } = await pair();
    for (let n = 0; n < 12; n++)
      await stage.bench.api.subscribe(person(bob), stage.service.browser(`${bob}-${n}`));
    expect(await stage.bench.devicesOf(bob)).toBe(10);
  });
});

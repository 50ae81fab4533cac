import type { Actor, ChatId, Message } from '@app/contracts';
import { freshDatabaseUri } from '@app/platform/testing';
import { actor, MessageBench } from './testing/message-bench.js';

const chatId = 'chat' as ChatId;
const ann = actor('ann');
const bob = actor('bob');
const refused = (code: string) => expect.objectContaining({ code }) as Error;

/** Fifty-one that differ. */
const faces = Array.from({ length: 51 }, (_, i) => String.fromCodePoint(0x1f600 + i));

let bench: MessageBench;
let message: Message;

beforeEach(async () => {
  bench = await MessageBench.start(freshDatabaseUri());
  bench.access.found(chatId);
  bench.access.admit(chatId, ann.userId);
  bench.access.admit(chatId, bob.userId);
  message = await bench.say(ann, chatId, 'hello');
});

afterEach(() => bench.close());

const react = (who: Actor, emoji: string, isOn = true) =>
  bench.reactions.react(who, { messageId: message.id, emoji, isOn });
const item = () => bench.messages.item(ann, { messageId: message.id });

describe('ReactionsService.react', () => {
  it('adds each person to each emoji once, the first ones first', async () => {
    await react(bob, '👍');
    await react(ann, '🎉');
    await react(ann, '👍');
    const again = await react(ann, '👍');
    expect(again).toEqual({
      ...message,
      rev: 4,
      reactions: [
        { emoji: '👍', userIds: ['bob', 'ann'] },
        { emoji: '🎉', userIds: ['ann'] },
      ],
    });
    expect(await item()).toEqual(again);
  });

  it('is told to everybody as a new state of the message, and to modules', async () => {
    const reacted = await react(bob, '👍');
    await bench.told();
    expect(bench.publisher.of('message_edited').map(({ payload }) => payload)).toEqual([reacted]);
    expect(bench.facts.told.at(-1)).toEqual({ name: 'message.changed', fact: reacted });
  });

  it('takes mine back, and leaves nothing behind', async () => {
    await react(bob, '👍');
    await react(ann, '👍');
    expect((await react(bob, '👍', false)).reactions).toEqual([{ emoji: '👍', userIds: ['ann'] }]);
    expect(await react(bob, '👍', false)).toMatchObject({ rev: 4 });
    expect(await react(ann, '👍', false)).toEqual({ ...message, rev: 5 });
    expect(await item()).toEqual({ ...message, rev: 5 });
  });

  it('leaves the version alone: an edit that somebody has begun is not refused', async () => {
    await react(bob, '👍');
    const edited = await bench.messages.edit(ann, {
      messageId: message.id,
      text: 'better',
      ifVersion: message.version,
    });
    expect(edited).toMatchObject({ version: 2, reactions: [{ emoji: '👍' }] });
  });

  it('loses none of many that come at once', async () => {
    const people = Array.from({ length: 40 }, (_, i) => actor(`p${i}`));
    for (const { userId } of people) bench.access.admit(chatId, userId);
    await Promise.all(people.map((one, i) => react(one, faces[i % 5]!)));
    const { reactions = [] } = await item();
    expect(reactions.flatMap(({ userIds }) => userIds).sort()).toEqual(
      people.map(({ userId }) => userId).sort(),
    );
  });

  it('knows an emoji that does not say it is meant as one', async () => {
    expect((await react(bob, '❤')).reactions).toEqual([{ emoji: '❤️', userIds: ['bob'] }]);
    expect((await react(bob, '❤️', false)).reactions).toBeUndefined();
  });

  it('refuses the fifty-first kind', async () => {
    for (const emoji of faces.slice(0, 50)) await react(bob, emoji);
    await expect(react(ann, faces[50]!)).rejects.toEqual(refused('conflict'));
    expect((await react(ann, faces[0]!)).reactions).toHaveLength(50);
  });

  it('refuses strangers, who only reads, system messages and deleted ones', async () => {
    await expect(react(actor('stranger'), '👍')).rejects.toEqual(refused('not_member'));
    bench.access.admit(chatId, 'reader' as never, { role: 'readonly' });
    await expect(react(actor('reader'), '👍')).rejects.toEqual(refused('forbidden'));
    await bench.messages.remove(ann, { messageId: message.id, scope: 'everyone' });
    await expect(react(bob, '👍')).rejects.toEqual(refused('gone'));
  });

  it('answers with nothing of what the person has deleted for themselves', async () => {
    await bench.messages.remove(bob, { messageId: message.id, scope: 'me' });
    const answer = await react(bob, '👍');
    expect(answer).toMatchObject({ text: '', isHidden: true });
    expect(answer).toEqual(await bench.messages.item(bob, { messageId: message.id }));
    expect((await item()).reactions).toEqual([{ emoji: '👍', userIds: ['bob'] }]);
  });

  it('goes with the message', async () => {
    await react(bob, '👍');
    await bench.messages.remove(ann, { messageId: message.id, scope: 'everyone' });
    expect(await item()).not.toHaveProperty('reactions');
  });
});

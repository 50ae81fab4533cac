import type { Actor, ChatId, Message, MessageId } from '@app/contracts';
import { pageInfo } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { actor, MessageBench } from './testing/message-bench.js';

const chatId = 'chat' as ChatId;
const ann = actor('ann');
const bob = actor('bob');
const refused = (code: string) => expect.objectContaining({ code }) as Error;

let bench: MessageBench;
let messages: Message[];

beforeEach(async () => {
  bench = await MessageBench.start(freshDatabaseUri());
  bench.access.found(chatId);
  bench.access.admit(chatId, ann.userId);
  bench.access.admit(chatId, bob.userId, { visibleFromSeq: 2 });
  messages = [];
  for (const text of ['one', 'two', 'three']) messages.push(await bench.say(ann, chatId, text));
});

afterEach(() => bench.close());

const pin = (who: Actor, { id }: { id: MessageId }, isPinned = true) =>
  bench.pins.pin(who, { messageId: id, isPinned });
const pins = async (who: Actor, about: { limit?: number; cursor?: string } = {}) =>
  bench.pins.list(who, { chatId, limit: 50, ...about });
const textsOf = ({ items }: { items: readonly Message[] }) => items.map(({ text }) => text);

describe('PinsService', () => {
  it('pins for everybody, says by whom and when, and lists the newest message first', async () => {
    const pinned = await pin(bob, messages[1]!);
    expect(pinned).toEqual({
      ...messages[1],
      rev: 4,
      pinnedAt: '2026-03-02T11:00:00.000Z',
      pinnedBy: 'bob',
    });
    expect(await pin(ann, messages[1]!)).toEqual(pinned);
    await pin(ann, messages[2]!);
    expect((await pins(ann)).items).toEqual([expect.objectContaining({ text: 'three' }), pinned]);
  });

  it('shows each reader what they may see, and not what they have deleted for themselves', async () => {
    for (const message of messages) await pin(ann, message);
    expect(textsOf(await pins(ann))).toEqual(['three', 'two', 'one']);
    await bench.messages.remove(bob, { messageId: messages[2]!.id, scope: 'me' });
    expect(textsOf(await pins(bob))).toEqual(['two']);
    expect(await pin(bob, messages[2]!)).toMatchObject({ text: '', isHidden: true });
    await expect(pins(actor('stranger'))).rejects.toEqual(refused('not_member'));
  });

  it('is paged', async () => {
    for (const message of messages) await pin(ann, message);
    const first = await pins(ann, { limit: 2 });
    expect(textsOf(first)).toEqual(['three', 'two']);
    const next = await pins(ann, { limit: 2, cursor: first.page.nextCursor! });
    expect(textsOf(next)).toEqual(['one']);
    expect(next.page.hasMore).toBe(false);
    for (const cursor of ['made-up', pageInfo(['a-name']).nextCursor!])
      await expect(pins(ann, { cursor })).rejects.toEqual(refused('validation_failed'));
  });

  it('fills a page with what the reader has not deleted for themselves', async () => {
    for (const message of messages) await pin(ann, message);
    await bench.messages.remove(ann, { messageId: messages[2]!.id, scope: 'me' });
    const first = await pins(ann, { limit: 1 });
    expect(textsOf(first)).toEqual(['two']);
    const next = await pins(ann, { limit: 1, cursor: first.page.nextCursor! });
    expect(textsOf(next)).toEqual(['one']);
    await bench.messages.remove(ann, { messageId: messages[0]!.id, scope: 'me' });
    expect((await pins(ann, { limit: 1 })).page.hasMore).toBe(false);
  });

  it('takes down, again and again', async () => {
    await pin(ann, messages[0]!);
    expect(await pin(bob, messages[1]!, false)).toEqual(messages[1]);
    await pin(ann, messages[0]!, false);
    expect(await pin(ann, messages[0]!, false)).toEqual({ ...messages[0], rev: 5 });
    expect(textsOf(await pins(ann))).toEqual([]);
  });

  it('loses the pin with the message', async () => {
    await pin(ann, messages[0]!);
    await bench.messages.remove(ann, { messageId: messages[0]!.id, scope: 'everyone' });
    expect(textsOf(await pins(ann))).toEqual([]);
    await expect(pin(ann, messages[0]!)).rejects.toEqual(refused('gone'));
  });

  it('is for members only, and in a channel for its admins', async () => {
    await expect(pin(actor('stranger'), messages[0]!)).rejects.toEqual(refused('not_member'));
    const channel = 'channel' as ChatId;
    bench.access.found(channel, { kind: 'channel' });
    bench.access.admit(channel, ann.userId);
    bench.access.admit(channel, bob.userId, { role: 'admin' });
    const said = await bench.say(ann, channel, 'hello');
    await expect(pin(ann, said)).rejects.toEqual(refused('forbidden'));
    expect((await pin(bob, said)).pinnedBy).toBe('bob');
  });
});

describe('MessagesService.items', () => {
  it('finds many at once, of any chats, and leaves out what the reader may not see', async () => {
    const other = 'other' as ChatId;
    bench.access.found(other);
    bench.access.admit(other, ann.userId);
    const secret = await bench.say(ann, other, 'secret');
    const messageIds = [...messages.map(({ id }) => id), secret.id, 'nothing' as MessageId];
    const seenBy = async (who: Actor) =>
      textsOf(await bench.messages.items(who, { messageIds })).sort();
    expect(await seenBy(ann)).toEqual(['one', 'secret', 'three', 'two']);
    expect(await seenBy(bob)).toEqual(['three', 'two']);
    expect(await seenBy(actor('stranger'))).toEqual([]);
  });
});

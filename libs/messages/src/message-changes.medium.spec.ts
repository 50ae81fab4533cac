import {
  type Actor,
  type ChatId,
  type DeleteScope,
  type Message,
  type MessageId,
  usualDeleteWindow,
} from '@app/contracts';
import { aMessageFile } from '@app/contracts/testing';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { actor, MessageBench } from './testing/message-bench.js';

const chatId = 'chat' as ChatId;
const ann = actor('ann');
const bob = actor('bob');
const deleteWindowMs = usualDeleteWindow * 1000;
const refused = (code: string) => expect.objectContaining({ code }) as Error;

let uri: string;
let bench: MessageBench;
let others: MessageBench[] = [];
let message: Message;

beforeEach(async () => {
  uri = freshDatabaseUri();
  bench = await MessageBench.start(uri, { editWindow: 60 });
  bench.access.found(chatId);
  bench.access.admit(chatId, ann.userId);
  bench.access.admit(chatId, bob.userId, { role: 'admin' });
  message = await bench.say(ann, chatId, 'hello');
});

afterEach(async () => {
  for (const one of [...others, bench]) await one.close();
  others = [];
});

/** Another process on the same database. */
async function restart(): Promise<MessageBench> {
  const another = await MessageBench.start(uri, { access: bench.access });
  others.push(another);
  return another;
}

const edit = (who: Actor, text: string, ifVersion?: number) =>
  bench.messages.edit(who, {
    messageId: message.id,
    text,
    ...(ifVersion === undefined ? {} : { ifVersion }),
  });
const remove = (who: Actor, scope: DeleteScope = 'everyone', messageId: MessageId = message.id) =>
  bench.messages.remove(who, { messageId, scope });
const item = (who: Actor) => bench.messages.item(who, { messageId: message.id });
const history = async (who: Actor) =>
  (await bench.messages.history(who, { messageId: message.id })).items;

describe('MessagesService.edit', () => {
  it('gives the message a new text, version and rev, and keeps the former text', async () => {
    bench.clock.advance(1_000);
    const edited = await edit(ann, 'edited');
    expect(edited).toEqual({
      ...message,
      rev: 2,
      text: 'edited',
      version: 2,
      editedAt: '2026-03-02T11:00:01.000Z',
    });
    expect(await item(bob)).toEqual(edited);
    expect(await history(bob)).toEqual([
      { rev: 1, text: 'hello', replacedAt: '2026-03-02T11:00:01.000Z' },
    ]);
  });

  it('takes the same text as success, without a rev and without a word', async () => {
    const edited = await edit(ann, 'edited');
    bench.clock.advance(3_600_000);
    expect(await edit(ann, 'edited', 1)).toEqual(edited);
    await bench.told();
    expect(bench.publisher.of('message_edited')).toHaveLength(1);
  });

  it('refuses the edit of another version, and says which one there is', async () => {
    await edit(ann, 'edited', 1);
    await expect(edit(ann, 'edited again', 1)).rejects.toMatchObject({
      code: 'precondition_failed',
      params: { version: 2 },
    });
    expect((await edit(ann, 'edited again', 2)).version).toBe(3);
  });

  it('lets one of many edits of the same version win', async () => {
    const edits = await Promise.allSettled([1, 2, 3, 4].map((n) => edit(ann, `edit ${n}`, 1)));
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of edits) {
      if (one.status === 'rejected') expect(one.reason).toEqual(refused('precondition_failed'));
    }
    expect((await item(ann)).version).toBe(2);
  });

  it('settles many edits at once, of two processes, each as a version of its own', async () => {
    const second = await restart();
    const messageId = message.id;
    const edits = Array.from({ length: 24 }, (_, n) =>
      (n % 2 ? bench : second).messages.edit(ann, { messageId, text: `edit ${n}` }),
    );
    const versions = (await Promise.all(edits)).map(({ version }) => version);
    expect(versions.sort((a, b) => a - b)).toEqual(edits.map((_, n) => n + 2));
    expect((await history(ann)).map(({ rev }) => rev)).toEqual(edits.map((_, n) => n + 1));
  });

  it('refuses others, admins too, and authors after the window', async () => {
    await expect(edit(bob, 'edited')).rejects.toEqual(refused('forbidden'));
    bench.clock.advance(60_001);
    await expect(edit(ann, 'edited')).rejects.toEqual(refused('edit_window_closed'));
    expect(await item(ann)).toEqual(message);
  });

  it('refuses a deleted message as gone', async () => {
    await remove(ann);
    await expect(edit(ann, 'edited')).rejects.toEqual(refused('gone'));
  });

  it('refuses in an archived chat, and for who may only read', async () => {
    bench.access.found(chatId, { isArchived: true });
    await expect(edit(ann, 'edited')).rejects.toEqual(refused('forbidden'));
    bench.access.found(chatId);
    bench.access.admit(chatId, ann.userId, { role: 'readonly' });
    await expect(edit(ann, 'edited')).rejects.toEqual(refused('forbidden'));
  });

  it('answers the retry of an edited message with its present state', async () => {
    const edited = await edit(ann, 'edited');
    expect(await bench.say(ann, chatId, 'hello')).toEqual(edited);
  });
});

describe('MessagesService.remove', () => {
  it('leaves a tombstone for everyone: no text, no history, the same slot', async () => {
    await edit(ann, 'edited');
    const removed = await remove(ann);
    expect(removed).toMatchObject({
      seq: 1,
      rev: 3,
      text: '',
      deletedAt: '2026-03-02T11:00:00.000Z',
      deletedBy: 'ann',
    });
    expect(await item(bob)).toEqual(removed);
    expect(await history(bob)).toEqual([]);
    const { items } = await bench.messages.list(bob, { chatId, limit: 5 });
    expect(items).toEqual([removed]);
  });

  it('leaves nothing of files, not for everyone and not for me', async () => {
    bench.files.keep(aMessageFile());
    const fileIds = [aMessageFile().id];
    const sent = await bench.messages.send(ann, { chatId, text: 'look', fileIds });
    const { id: messageId, files } = sent.message;
    expect(files).toHaveLength(1);
    await bench.messages.edit(ann, { messageId, text: '' });
    for (const [who, scope] of [
      [bob, 'me'],
      [ann, 'everyone'],
    ] as const) {
      const removed = await remove(who, scope, messageId);
      expect(removed).not.toHaveProperty('files');
      expect(await bench.messages.item(who, { messageId })).toEqual(removed);
    }
    await bench.told();
    expect(bench.facts.told.at(-1)!.fact).toMatchObject({ kind: 'file', deletedBy: 'ann' });
  });

  it('is success when it is deleted already, by whomever', async () => {
    const removed = await remove(ann);
    bench.clock.pass(deleteWindowMs * 2);
    for (const who of [ann, bob]) expect(await remove(who)).toEqual(removed);
    await bench.told();
    expect(bench.publisher.of('message_deleted')).toHaveLength(1);
  });

  it('lets authors do it for 48 hours, and admins at any time', async () => {
    bench.clock.pass(deleteWindowMs + 1);
    await expect(remove(ann)).rejects.toEqual(refused('delete_window_closed'));
    expect((await remove(bob)).deletedBy).toBe('bob');
  });

  it('goes by the window that is set by now', async () => {
    Object.assign(bench.windows, { edit: -1, delete: 60 });
    bench.clock.advance(61_000);
    expect((await edit(ann, 'much later')).text).toBe('much later');
    await expect(remove(ann)).rejects.toEqual(refused('delete_window_closed'));
    Object.assign(bench.windows, { edit: 0, delete: -1 });
    await expect(edit(ann, 'never')).rejects.toEqual(refused('edit_window_closed'));
    expect((await remove(ann)).deletedBy).toBe('ann');
  });

  it('refuses others, and lets moderators of the workspace who are members', async () => {
    const eve = actor('eve');
    bench.access.admit(chatId, eve.userId);
    await expect(remove(eve)).rejects.toEqual(refused('forbidden'));
    await expect(remove(actor('mod', 'moderator'))).rejects.toEqual(refused('not_member'));
    bench.people.appoint(eve.userId, 'moderator');
    expect((await remove(actor('eve', 'moderator'))).deletedBy).toBe('eve');
    await eventually(() => expect(bench.deeds.briefly).toEqual(['message.deleted done']));
  });

  it('refuses who is a moderator by an old token only', async () => {
    const eve = actor('eve', 'moderator');
    bench.access.admit(chatId, eve.userId);
    await expect(remove(eve)).rejects.toEqual(refused('forbidden'));
    const own = await bench.say(eve, chatId, 'mine');
    expect((await remove(eve, 'everyone', own.id)).deletedBy).toBe('eve');
  });

  it('refuses system messages: for everyone and for me, and their edit', async () => {
    const system = { type: 'member_joined' } as const;
    const said = await bench.chatLog.append(ann, { chatId, clientMsgId: 'j' as never, system });
    for (const scope of ['everyone', 'me'] as const) {
      await expect(remove(bob, scope, said.id)).rejects.toEqual(refused('forbidden'));
    }
    const edited = bench.messages.edit(ann, { messageId: said.id, text: 'x' });
    await expect(edited).rejects.toEqual(refused('forbidden'));
  });
});

describe('MessagesService.remove for me', () => {
  it('empties the message for me in everything I read, and for nobody else', async () => {
    await edit(ann, 'edited');
    const hidden = await remove(bob, 'me');
    expect(hidden).toMatchObject({ seq: 1, text: '', isHidden: true });
    const reads = async (who: Actor) => [
      (await bench.messages.list(who, { chatId, limit: 5 })).items[0],
      (await bench.messages.changes(who, { chatId, afterRev: 0, limit: 5 })).items[0],
      (await bench.messages.context(who, { messageId: message.id, limit: 1 })).items[0],
      await item(who),
    ];
    for (const read of await reads(bob)) expect(read).toEqual(hidden);
    expect(await history(bob)).toEqual([]);
    for (const read of await reads(ann)) expect(read).toMatchObject({ text: 'edited' });
    expect(await history(ann)).toHaveLength(1);
  });

  it('has the chats module count it, and is the same the second time', async () => {
    expect(await remove(ann, 'me')).toEqual(await remove(ann, 'me'));
    const hide = { userId: ann.userId, chatId, seq: 1 };
    expect(bench.reads.hides).toEqual([hide, hide]);
    expect(bench.publisher.of('message_deleted')).toEqual([]);
  });

  it('is empty for me by the time that it is counted', async () => {
    let seen: Message | undefined;
    jest.spyOn(bench.reads, 'hide').mockImplementationOnce(async () => {
      seen = await item(bob);
      return {};
    });
    await remove(bob, 'me');
    expect(seen).toMatchObject({ isHidden: true });
  });

  it('leaves the tombstone of a message that is then deleted for everyone', async () => {
    await remove(bob, 'me');
    const removed = await remove(ann);
    expect(await item(bob)).toEqual(removed);
    expect(await remove(bob, 'me')).toEqual(removed);
  });

  it('keeps many of them, hidden at once, over blocks', async () => {
    const texts = Array.from({ length: 40 }, (_, n) => `text ${n}`);
    const sent = await Promise.all(texts.map((text) => bench.say(ann, chatId, text)));
    await Promise.all(sent.map(({ id }) => remove(bob, 'me', id)));
    const { items } = await bench.messages.list(bob, { chatId, limit: 100 });
    expect(items.map(({ isHidden = false }) => isHidden)).toEqual([
      false,
      ...texts.map(() => true),
    ]);
  });

  it('lets a reader hide what is archived, and what is not theirs', async () => {
    bench.access.found(chatId, { isArchived: true });
    bench.access.admit(chatId, ann.userId, { role: 'readonly' });
    expect((await remove(ann, 'me')).isHidden).toBe(true);
    expect((await remove(bob, 'me')).isHidden).toBe(true);
  });
});

import {
  FileId,
  type Actor,
  type ChatFilePage,
  type ChatId,
  type ClientMsgId,
  type FileKind,
  type Message,
  type MessageFile,
} from '@app/contracts';
import { aMessageFile } from '@app/contracts/testing';
import { pageInfo } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { fileKeysMigration } from './log/file-keys.migration.js';
import { actor, MessageBench } from './testing/message-bench.js';
import { longLog } from './testing/index.js';

const chatId = 'chat' as ChatId;
const ann = actor('ann');
const bob = actor('bob');
const late = actor('late');

const kinds = {
  png: 'image/png',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  zip: 'application/zip',
} as const;

let bench: MessageBench;

beforeEach(async () => {
  bench = await MessageBench.start(freshDatabaseUri());
  bench.access.found(chatId);
  for (const { userId } of [ann, bob]) bench.access.admit(chatId, userId);
});

afterEach(() => bench.close());

/** A message with these files, which are called as they end. */
async function send(...names: readonly `${string}.${keyof typeof kinds}`[]): Promise<Message> {
  const files = names.map((name): MessageFile => {
    const mime = kinds[name.split('.')[1] as keyof typeof kinds];
    const file = aMessageFile({ id: FileId.parse(name.replace('.', '-')), name, mime });
    bench.files.keep(file);
    return file;
  });
  const fileIds = files.map(({ id }) => id);
  const clientMsgId = names.join(' ') as ClientMsgId;
  return (await bench.messages.send(ann, { chatId, text: '', fileIds, clientMsgId })).message;
}

const list = (who: Actor, about: { kind?: FileKind; cursor?: string; limit?: number } = {}) =>
  bench.messages.files(who, { chatId, limit: 50, ...about });
const names = ({ items }: ChatFilePage) => items.map(({ file }) => file.name);
const seen = async (who: Actor, kind?: FileKind) => names(await list(who, kind ? { kind } : {}));

/** All of them, page by page. */
async function pages(who: Actor, limit: number, kind?: FileKind): Promise<string[][]> {
  const all: string[][] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await list(who, { limit, ...(kind && { kind }), ...(cursor && { cursor }) });
    all.push(names(page));
    cursor = page.page.nextCursor;
  }
  return all;
}

describe('MessagesService.files', () => {
  it('lists what the messages of a chat hold, the newest first, by kind or all', async () => {
    await send('old.png', 'notes.pdf', 'film.mp4');
    await bench.say(ann, chatId, 'a word');
    const sent = await send('song.mp3', 'all.zip');
    expect(await seen(bob)).toEqual(['song.mp3', 'all.zip', 'old.png', 'notes.pdf', 'film.mp4']);
    expect(await seen(bob, 'visual')).toEqual(['old.png', 'film.mp4']);
    expect(await seen(bob, 'document')).toEqual(['notes.pdf']);
    expect(await seen(bob, 'other')).toEqual(['all.zip']);
    expect((await list(bob, { kind: 'sound' })).items).toEqual([
      {
        file: sent.files![0],
        kind: 'sound',
        messageId: sent.id,
        seq: 3,
        senderId: ann.userId,
        createdAt: sent.createdAt,
      },
    ]);
  });

  it('has what was said among the sounds, and says so', async () => {
    const said = aMessageFile({ id: FileId.parse('said'), mime: 'video/webm' });
    bench.files.keep(said);
    await bench.messages.send(ann, { chatId, text: '', fileIds: [said.id], isVoice: true });
    const { items } = await list(bob, { kind: 'sound' });
    expect(items).toMatchObject([{ file: { id: 'said' }, isVoice: true }]);
  });

  it('goes page by page, and parts no message', async () => {
    for (const n of [1, 2, 3]) await send(`${n}.png`, `${n}.pdf`, `${n}-b.png`);
    expect(await pages(bob, 4)).toEqual([
      ['3.png', '3.pdf', '3-b.png', '2.png', '2.pdf', '2-b.png'],
      ['1.png', '1.pdf', '1-b.png'],
    ]);
    expect(await pages(bob, 1, 'document')).toEqual([['3.pdf'], ['2.pdf'], ['1.pdf']]);
  });

  it('is of members only', async () => {
    await send('one.png');
    await expect(list(actor('eve'))).rejects.toMatchObject({ code: 'not_member' });
    const elsewhere = { chatId: 'nowhere' as ChatId, limit: 50 };
    await expect(bench.messages.files(ann, elsewhere)).rejects.toMatchObject({ code: 'not_found' });
    const refused = { code: 'validation_failed' };
    for (const cursor of ['made up', pageInfo(['a-name']).nextCursor!])
      await expect(list(ann, { cursor })).rejects.toMatchObject(refused);
  });

  it('shows nobody what was sent before they see anything', async () => {
    await send('before.png');
    await send('after.png');
    bench.access.admit(chatId, late.userId, { visibleFromSeq: 2 });
    expect([await seen(late), await seen(late, 'visual')]).toEqual([['after.png'], ['after.png']]);
    const beyond = (await list(bob, { limit: 1 })).page.nextCursor!;
    expect(await list(late, { cursor: beyond })).toEqual({
      items: [],
      page: { nextCursor: null, hasMore: false },
    });
  });

  it('has none of a deleted message, none that one has hidden, and all of an edited one', async () => {
    const [gone, hidden, kept] = [await send('a.png'), await send('b.png'), await send('c.png')];
    await bench.messages.remove(ann, { messageId: gone.id, scope: 'everyone' });
    await bench.messages.remove(bob, { messageId: hidden.id, scope: 'me' });
    await bench.messages.edit(ann, { messageId: kept.id, text: 'with words' });
    expect([await seen(bob), await seen(ann, 'visual')]).toEqual([['c.png'], ['c.png', 'b.png']]);
  });

  it('has none of a chat whose contents were erased', async () => {
    await send('a.png');
    await bench.chatLog.forget(ann, { chatId, afterSeq: 0, limit: 500 });
    expect(await seen(ann)).toEqual([]);
    const stored = await bench.database.connection.collection('messages').findOne();
    expect(Object.keys(stored!)).not.toContain('fileKeys');
  });

  it('has what was sent before messages were found by their files', async () => {
    await send('old.png');
    const db = bench.database.connection.db!;
    await db.collection('messages').updateMany({}, { $unset: { fileKeys: 1 } });
    expect(await seen(bob)).toEqual([]);
    await fileKeysMigration.up(db);
    expect(await seen(bob, 'visual')).toEqual(['old.png']);
  });

  it('finds the one file at the beginning of a long log, a bounded way at a time', async () => {
    await send('first.png');
    const line = { senderId: ann.userId, at: new Date(0), text: 'so' };
    const lines = Array.from({ length: 18_000 }, () => line);
    for (let at = 0; at < lines.length; at += 10_000) {
      const { documents } = longLog(chatId, lines.slice(at, at + 10_000), {
        seq: 1 + at,
        rev: 1 + at,
      });
      await bench.database.connection.collection('messages').insertMany(documents as never);
    }
    const found = await pages(bob, 50);
    expect([found.length, found.flat()]).toEqual([2, ['first.png']]);
  }, 60_000);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, DatabasePaste, restore, type BackupSource } from '@app/backups';
import { ChangePage, type ChatId, type Message } from '@app/contracts';
import { adapters, type Database } from '@app/platform';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { bytesOf, fetchAs, pixel, uploaded } from '../people/uploads.js';
import { embedded, type Deployment } from '../topologies/index.js';

const passphrase = 'correct horse battery staple';

describe('A backup of a workspace in which people go on talking', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-backup-'));
  const file = join(folder, 'workspace.parley');
  const open: Database[] = [];
  let source: BackupSource;
  let from: Deployment;
  let ada: Person;
  let ben: Person;
  let chats: ChatId[];
  let pictureId: string;
  /** What was acknowledged before it began, and all that was before it had ended. */
  let before: Message[];
  let after: Message[];
  /** As they were at the end, after it was made. */
  let last: Map<string, Message>;

  /** A database that a backup is made of, or restored into, with a folder of files. */
  async function place(name: string, mongodbUri = freshDatabaseUri()) {
    const database = (await adapters({ mongodbUri })).database!;
    await database.open();
    open.push(database);
    const dataDir = join(folder, name);
    return { mongodbUri, database, dataDir, filesFolder: join(dataDir, 'files') };
  }

  const started = ({ mongodbUri, filesFolder }: Awaited<ReturnType<typeof place>>) =>
    embedded({ MONGODB_URI: mongodbUri, PARLEY_FILES_DIR: filesFolder });

  beforeAll(async () => {
    const first = await place('from');
    source = first;
    from = await started(first);
    ada = await Person.arrive(from.url, 'ada');
    ben = await Person.arrive(from.url, 'ben');
    chats = [await ada.group('crew', ben), await ada.group('others', ben)];
    const chatId = chats[0]!;
    const picture = await uploaded(ada, { chatId, name: 'pixel.png', content: pixel });
    pictureId = picture.id;
    await ada.post('/api/messages', { chatId, text: 'see', fileIds: [pictureId] });
    // Enough that the copy takes a while, and what changes is spread over what was read already.
    const early = Array.from({ length: 600 }, (_, n) => n);
    await Promise.all(early.map((n) => ada.send(chats[n % 2]!, `early ${n}`)));
    ({ before, after, last } = await backUpWhile());
  });

  afterAll(async () => {
    for (const database of open) await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Both go on, each in both chats: they send, edit, react and delete. */
  async function backUpWhile() {
    const acknowledged: Message[] = [];
    let isOver = false;
    const talk = async (person: Person, chatId: ChatId) => {
      for (let n = 0; !isOver; n++) {
        const sent = await person.send(chatId, `${person.profile.username} ${n}`);
        acknowledged.push(sent);
        const earlier = acknowledged[(n * 7) % acknowledged.length]!;
        const path = `/api/messages/${earlier.id}`;
        if (n % 3 === 0) await person.request('PUT', `${path}/reactions/👍`);
        if (n % 4 === 1) await person.put(path, { text: `edited ${n}` });
        if (n % 9 === 5) await person.delete(path);
      }
    };
    const talking = [ada, ben].flatMap((person) => chats.map((chatId) => talk(person, chatId)));
    const talked = (chatId: ChatId) => acknowledged.some((one) => one.chatId === chatId);
    await eventually(() => expect(chats.every(talked)).toBe(true));
    const until = acknowledged.length;
    await backUp(source, { file, passphrase });
    isOver = true;
    await Promise.all(talking);
    const known = acknowledged.slice(0, until);
    expect(acknowledged.length).toBeGreaterThan(until);
    const logs = await Promise.all(chats.map((chatId) => ada.log(chatId)));
    await from.close();
    const byId = new Map(logs.flat().map((one) => [one.id, one]));
    return { before: known, after: acknowledged, last: byId };
  }

  it('has all that was acknowledged before, at its place, and no hole', async () => {
    const target = await place('to');
    const count = await restore(target, { file, passphrase });
    expect(count.chats).toBeGreaterThanOrEqual(chats.length);
    expect(count.files).toBeGreaterThan(0);
    const to = await started(target);
    const again = await ada.anotherDevice(to.url);
    for (const chatId of chats) {
      const log = await again.log(chatId);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
      const kept = new Map(log.map((one) => [one.id, one]));
      const wanted = before.filter((one) => one.chatId === chatId);
      expect(wanted.length).toBeGreaterThan(0);
      for (const { id, seq, senderId, createdAt } of wanted)
        expect(kept.get(id)).toMatchObject({ seq, senderId, createdAt });
      // What came while it was made is as it was acknowledged, as far as it is in.
      for (const { id, seq } of after) if (kept.has(id)) expect(kept.get(id)!.seq).toBe(seq);

      // Whatever was not changed after it is the same to the last letter.
      const unchanged = log.filter(({ id, rev }) => last.get(id)?.rev === rev);
      expect(unchanged.length).toBeGreaterThan(250);
      expect(unchanged).toEqual(unchanged.map(({ id }) => last.get(id)));

      const revs = new Map<string, number>();
      let toRev = 0;
      for (let hasMore = true; hasMore;) {
        const { body } = await again.get(`/api/chats/${chatId}/changes?afterRev=${toRev}`);
        const page = ChangePage.parse(body);
        for (const { id, rev } of page.items) revs.set(id, rev);
        ({ toRev, hasMore } = page.page);
      }
      expect(revs).toEqual(new Map(log.map(({ id, rev }) => [id, rev])));
      expect(toRev).toBe(Math.max(...revs.values()));
      const sent = await again.send(chatId, 'and on it goes');
      expect([sent.seq, sent.rev]).toEqual([log.length + 1, toRev + 1]);
    }
    const picture = await fetchAs(again, `/api/files/${pictureId}`);
    expect((await bytesOf(picture)).equals(pixel)).toBe(true);
    const { body } = await again.get('/api/search/messages?q=early');
    expect((body as { items: unknown[] }).items.length).toBeGreaterThan(0);
    expect(again.complaints).toEqual([]);
    await to.close();
  });

  describe('is refused, and nothing of it is written,', () => {
    const damaged = (change: (bytes: Buffer) => Buffer) => {
      const path = join(folder, 'damaged.parley');
      writeFileSync(path, change(readFileSync(file)));
      return path;
    };

    it.each([
      ['without its passphrase', undefined, (bytes: Buffer) => bytes, 'is encrypted'],
      ['with another passphrase', 'not this one', (bytes: Buffer) => bytes, 'passphrase is wrong'],
      [
        'with a bit that is another one',
        passphrase,
        (bytes: Buffer) => {
          bytes[Math.floor(bytes.length / 2)]! ^= 1;
          return bytes;
        },
        'damaged',
      ],
      ['where it is none', passphrase, () => Buffer.from('PK not this'), 'damaged or cut off'],
    ])('%s', async (_, secret, change, words) => {
      const target = await place(`refused-${open.length}`);
      const backup = { file: damaged(change), ...(secret !== undefined && { passphrase: secret }) };
      await expect(restore(target, backup)).rejects.toThrow(words);
      expect(await new DatabasePaste(target.database).isEmpty()).toBe(true);
    });

    it('where there is something already', async () => {
      const words = 'There are data already';
      await expect(restore(source, { file, passphrase })).rejects.toThrow(words);
    });
  });

  it('does not take the place of a file', async () => {
    await expect(backUp(source, { file })).rejects.toThrow('already');
  });
});

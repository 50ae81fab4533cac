import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ChatId, MessageId, type Actor, type FileInfo, type Message } from '@app/contracts';
import { aMessage } from '@app/contracts/testing';
import { Clock, EventBus } from '@app/platform';
import { eventually } from '@app/platform/testing';
import { Contents } from './contents.js';
import { FileRemoval } from './file-removal.js';
import { FileSweep } from './file-sweep.js';
import { FilesRepository } from './files.repository.js';
import { OpenUses } from './open-uses.js';
import { RemovalsRepository } from './removals.repository.js';
import { StoragePort } from './storage/storage-port.js';
import { crew, FilesBench, lateSeq, others } from './testing/files-bench.js';

const first = MessageId.parse('m-first');
const second = MessageId.parse('m-second');

describe('FilesService', () => {
  let bench: FilesBench;
  let ada: Actor;
  let ben: Actor;
  let eve: Actor;

  beforeAll(async () => {
    bench = await FilesBench.open({
      PARLEY_FILES_USER_QUOTA: '1000',
      PARLEY_FILES_LINK_TTL: '600',
    });
    await bench.stopJobs();
  });
  afterAll(() => bench.close());
  beforeEach(() => {
    const suffix = Math.random().toString(36).slice(2);
    ada = bench.person(`ada-${suffix}`, crew, others);
    ben = bench.person(`ben-${suffix}`, crew);
    eve = bench.person(`eve-${suffix}`, others);
  });

  const read = async (actor: Actor | undefined, { id }: FileInfo) =>
    text(await (await bench.transfers.open(actor, id)).read());
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error: unknown) => (error as { code?: string }).code,
    );
  const isKept = ({ sha256 }: FileInfo) => bench.part(StoragePort).has(sha256);
  const send = (actor: Actor, file: FileInfo, messageId: MessageId, chatId = crew) =>
    bench.files.attach(actor, { fileIds: [file.id], chatId, messageId });
  const unique = () => `words ${Math.random()}`;

  it('takes no more than is set of the workspace, and never more than the server', async () => {
    const eventBus = bench.part(EventBus);
    const limits = () => bench.files.quota(ada, {});
    const { maxFileBytes } = await limits();
    await bench.settings.set({ maxFileBytes: 20, userQuotaBytes: 50 }, eventBus);
    await eventually(async () =>
      expect(await limits()).toMatchObject({ maxFileBytes: 20, limitBytes: 50 }),
    );
    const byOne = 'x'.repeat(20);
    expect(await codeOf(bench.upload(ada, `${byOne}y`))).toBe('payload_too_large');
    for (let n = 0; n < 2; n++) await bench.upload(ada, byOne);
    expect(await codeOf(bench.upload(ada, byOne))).toBe('quota_exceeded');
    await bench.settings.set({ maxFileBytes: 1e15, userQuotaBytes: 1e15 }, eventBus);
    await eventually(async () =>
      expect(await limits()).toMatchObject({ maxFileBytes, limitBytes: 1000 }),
    );
    await bench.settings.set({ maxFileBytes: null, userQuotaBytes: null }, eventBus);
    await eventually(async () => expect(await limits()).toMatchObject({ limitBytes: 1000 }));
  });

  it('lets nobody but who uploaded it read a file, until a message holds it', async () => {
    const words = unique();
    const file = await bench.upload(ada, words);
    expect(await read(ada, file)).toBe(words);
    for (const other of [ben, eve]) expect(await codeOf(read(other, file))).toBe('forbidden');

    const { id, name, mime, size } = file;
    expect(await send(ada, file, first)).toEqual({ files: [{ id, name, mime, size }] });

    expect(await read(ben, file)).toBe(words);
    expect(await codeOf(read(eve, file))).toBe('forbidden');
    expect((await bench.files.links(ben, { fileIds: [file.id] })).items).toHaveLength(1);
    expect((await bench.files.links(eve, { fileIds: [file.id] })).items).toEqual([]);
    expect(await bench.files.meta(ben, { fileId: file.id })).toMatchObject({
      uploadedBy: ada.userId,
      link: { url: expect.stringContaining(`/api/files/${file.id}?expires=`) as string },
    });
  });

  it('has links that end when it is said, each for what it is of', async () => {
    const file = await bench.upload(ada, unique());
    const now = new Date('2026-11-28T20:00:00.000Z');
    jest.spyOn(bench.part(Clock), 'now').mockReturnValue(now);
    const { link } = await bench.files.meta(ada, { fileId: file.id });
    jest.restoreAllMocks();
    expect(link.expiresAt).toBe('2026-11-28T20:10:00.000Z');
    const [path, query] = link.url.split('?');
    const { expires, signature } = Object.fromEntries(new URLSearchParams(query));
    expect([path, Number(expires) * 1000]).toEqual([
      `/api/files/${file.id}`,
      Date.parse(link.expiresAt),
    ]);
    expect(signature).toMatch(/^[\w-]{43}$/u);
  });

  it('is over for who left the chat, even if they uploaded it', async () => {
    const file = await bench.upload(ada, unique());
    await send(ada, file, first);
    bench.person(ada.userId, others);
    expect(await codeOf(read(ada, file))).toBe('forbidden');
    expect(await codeOf(bench.files.meta(ada, { fileId: file.id }))).toBe('forbidden');
  });

  it('is not for who came later, unless a message holds it that they see', async () => {
    const file = await bench.upload(ada, unique());
    const late = bench.latecomer(`late-${file.id}`, crew);
    const [before, since] = [MessageId.parse(`b-${file.id}`), MessageId.parse(`s-${file.id}`)];
    await send(ada, file, before);
    bench.stored(before, lateSeq - 1, file);
    expect(await codeOf(read(late, file))).toBe('forbidden');
    expect(await read(ben, file)).toBeTruthy();

    await send(ada, file, since);
    expect(await codeOf(read(late, file))).toBe('forbidden');
    bench.stored(since, lateSeq, file);
    expect(await codeOf(read(late, file))).toBe('ok');
  });

  it('lets a message hold only what its sender may read', async () => {
    const file = await bench.upload(ada, unique());
    expect(await codeOf(send(ben, file, first))).toBe('forbidden');
    await send(ada, file, first);
    // Passed on: whoever reads it may send it.
    expect(await codeOf(send(ben, file, second))).toBe('ok');
    expect(await codeOf(send(eve, file, MessageId.parse('m-third'), others))).toBe('forbidden');
  });

  it('keeps a file as long as a message holds it, and not longer', async () => {
    const file = await bench.upload(ada, unique());
    await send(ada, file, first);
    await send(ada, file, first);
    await send(ada, file, second, others);

    const release = (messageId: MessageId) => bench.part(FileRemoval).release(messageId);
    await release(first);
    expect(await read(eve, file)).toBeTruthy();
    expect(await codeOf(read(ben, file))).toBe('forbidden');

    for (let n = 0; n < 2; n++) await release(second);
    expect(await isKept(file)).toBe(false);
    expect(await codeOf(read(undefined, file))).toBe('gone');
    expect(await codeOf(send(ada, file, first))).toBe('gone');
    expect((await bench.files.quota(ada, {})).usedBytes).toBe(0);
  });

  it('goes with the message, when that is deleted', async () => {
    const file = await bench.upload(ada, unique());
    await send(ada, file, first);
    const told = (about: Partial<Message>) =>
      bench.part(EventBus).publish('message.changed', aMessage({ seq: 1, id: first, ...about }));
    await told({ kind: 'file', version: 2 });
    expect(await read(ben, file)).toBeTruthy();
    await told({ kind: 'file', version: 3, deletedAt: new Date().toISOString() });
    await eventually(async () => expect(await codeOf(read(undefined, file))).toBe('gone'));
  });

  it('lets go of what a deleted chat held, in steps', async () => {
    const chatId = ChatId.parse('ended');
    const files = [await bench.upload(ada, unique()), await bench.upload(ada, unique())];
    await send(ada, files[0]!, first);
    for (const file of files) await send(ada, file, MessageId.parse(file.id), chatId);
    const forget = () => bench.files.forget(ada, { chatId, limit: 1 });
    expect([await forget(), await forget(), await forget()]).toEqual([
      { hasMore: true },
      { hasMore: true },
      { hasMore: false },
    ]);
    expect(await read(ben, files[0]!)).toBeTruthy();
    expect(await codeOf(read(ada, files[1]!))).toBe('gone');
  });

  it('lets go of what a message held that is too old, and says what went', async () => {
    const [shared, own] = [await bench.upload(ada, unique()), await bench.upload(ada, unique())];
    const [old, young] = [MessageId.parse(own.id), MessageId.parse(shared.id)];
    await send(ada, shared, old);
    await send(ada, own, old);
    await send(ada, shared, young);
    const release = () => bench.files.release(ada, { messageId: old });
    expect(await release()).toEqual({ files: 1, bytes: own.size });
    expect(await release()).toEqual({ files: 0, bytes: 0 });
    expect(await codeOf(read(ada, own))).toBe('gone');
    expect(await read(ada, shared)).toBeTruthy();
  });

  it('lets go after a day of what is held by a message that was never stored', async () => {
    const [stored, lost] = [await bench.upload(ada, unique()), await bench.upload(ada, unique())];
    const [message, ghost] = [MessageId.parse(stored.id), MessageId.parse(lost.id)];
    await send(ada, stored, message);
    await send(ada, lost, ghost);
    // Of one send the log has another list than was held at first.
    await send(ada, lost, message);
    bench.stored(message, 1, stored);
    const open = () => bench.part(FilesRepository).openUses(new Date(Date.now() + 1000), 500);
    const ofThese = async () => (await open()).filter(({ fileId }) => ids.includes(fileId));
    const ids = [stored.id, lost.id];

    await bench.part(OpenUses).settle();
    expect(await ofThese()).toHaveLength(3);
    jest.spyOn(bench.part(Clock), 'now').mockReturnValue(new Date(Date.now() + 86_500_000));
    await bench.part(OpenUses).settle();
    jest.restoreAllMocks();
    expect(await ofThese()).toEqual([]);
    expect(await read(ben, stored)).toBeTruthy();
    expect(await codeOf(read(ada, lost))).toBe('gone');
  });

  it('keeps a content once, as long as one of its files is there', async () => {
    const words = unique();
    const [mine, theirs] = [await bench.upload(ada, words), await bench.upload(ben, words)];
    expect(mine.sha256).toBe(theirs.sha256);

    await bench.files.remove(ada, { fileId: mine.id });
    expect(await read(ben, theirs)).toBe(words);

    await bench.files.remove(ben, { fileId: theirs.id });
    expect(await isKept(theirs)).toBe(false);
  });

  it('loses no content that comes while it goes', async () => {
    const words = unique();
    for (let round = 0; round < 10; round++) {
      const old = await bench.upload(ada, words);
      const [, outcome] = await Promise.all([
        bench.files.remove(ada, { fileId: old.id }),
        bench.upload(ben, words).catch((error: unknown) => error),
      ]);
      // Or it was told to come again.
      if ('code' in (outcome as object))
        expect(outcome).toMatchObject({ code: 'service_unavailable' });
      else expect(await read(ben, outcome as FileInfo)).toBe(words);
    }
  });

  it('refuses an upload whose content somebody is removing', async () => {
    const words = unique();
    const { sha256 } = await bench.upload(ada, words);
    const soon = new Date(Date.now() + 30_000);
    await bench.part(RemovalsRepository).begin(sha256, new Date(), soon);

    expect(await codeOf(bench.upload(ben, words))).toBe('service_unavailable');
    expect((await bench.files.quota(ben, {})).usedBytes).toBe(0);

    await bench.part(RemovalsRepository).end(sha256);
    expect(await codeOf(bench.upload(ben, words))).toBe('ok');
  });

  it('tells of no removal of what others need, which would turn away who uploads it', async () => {
    const { sha256 } = await bench.upload(ada, unique());
    const begin = jest.spyOn(bench.part(RemovalsRepository), 'begin');
    await bench.part(Contents).dropUnneeded(sha256);
    expect(begin).not.toHaveBeenCalled();
    jest.restoreAllMocks();
  });

  it('removes by who uploaded it, before it was sent', async () => {
    const [unsent, sent] = [await bench.upload(ada, unique()), await bench.upload(ada, unique())];
    await send(ada, sent, first);

    expect(await codeOf(bench.files.remove(ben, { fileId: unsent.id }))).toBe('forbidden');
    expect(await codeOf(bench.files.remove(ada, { fileId: sent.id }))).toBe('conflict');
    for (let n = 0; n < 2; n++)
      expect(await codeOf(bench.files.remove(ada, { fileId: unsent.id }))).toBe('ok');
    expect(await codeOf(read(ada, unsent))).toBe('gone');
  });

  it('keeps no more of a person than they may have, however many come at once', async () => {
    const one = 'x'.repeat(300);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, n) => codeOf(bench.upload(ada, `${n}${one.slice(1)}`))),
    );
    expect(outcomes.toSorted()).toEqual([
      ...['ok', 'ok', 'ok'],
      ...['quota_exceeded', 'quota_exceeded', 'quota_exceeded'],
    ]);
    expect(await bench.files.quota(ada, {})).toMatchObject({ usedBytes: 900, limitBytes: 1000 });
    expect(await codeOf(bench.upload(ben, one))).toBe('ok');
  });

  it('keeps nothing of what is refused at its end', async () => {
    // As long as nothing else here.
    const words = unique().padEnd(77);
    expect(await codeOf(bench.upload(eve, words))).toBe('not_member');
    const kept = [];
    for await (const { sizeBytes } of bench.part(StoragePort).list()) kept.push(sizeBytes);
    expect(kept).not.toContain(words.length);
  });

  it('sweeps what was never sent, and contents that nobody needs, after a day', async () => {
    const files = bench.part(FilesRepository);
    const [fresh, lost] = [await bench.upload(ada, unique()), await bench.upload(ada, unique())];
    await bench.part(Contents).dropUnneeded(fresh.sha256);
    expect(await isKept(fresh)).toBe(true);

    const tomorrow = new Date(Date.now() + 86_400_000 + 1000);
    expect(await files.orphansUntil(tomorrow, 500)).toEqual(
      expect.arrayContaining([fresh.id, lost.id]),
    );
    expect(await files.orphansUntil(new Date(Date.now() - 86_400_000), 500)).toEqual([]);

    // As a process leaves it that died between the two steps of a removal.
    await files.markGone(lost.id);
    const sweep = () => bench.part(FileSweep).sweepStorage(new AbortController().signal);
    await sweep();
    expect(await isKept(lost)).toBe(true);
    for (const { sha256 } of [fresh, lost])
      utimesSync(join(bench.folder, 'contents', sha256.slice(0, 2), sha256), 0, 0);
    await sweep();
    expect([await isKept(fresh), await isKept(lost)]).toEqual([true, false]);
  });
});

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ChatId, type Actor, type FileId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { FilesRepository } from '../files.repository.js';
import { ResumableTransfers } from '../resumable-transfers.js';
import { StoragePort } from '../storage/storage-port.js';
import { crew, FilesBench, others } from '../testing/files-bench.js';
import { UnfinishedSweep } from './unfinished-sweep.js';
import { UploadsRepository } from './uploads.repository.js';

const dayMs = 86_400_000;

describe('ResumableUploads', () => {
  let bench: FilesBench;
  let ada: Actor;
  let ben: Actor;

  beforeEach(async () => {
    bench = await FilesBench.open({
      PARLEY_FILES_USER_QUOTA: '1000000',
      PARLEY_FILES_UNFINISHED: '3',
      PARLEY_FILES_UNFINISHED_BYTES: '500000',
    });
    await bench.stopJobs();
    [ada, ben] = [bench.person('ada', crew), bench.person('ben', crew)];
  });
  afterEach(() => bench.close());

  const uploads = () => bench.part(ResumableTransfers);
  const stored = () => bench.part(UploadsRepository);
  const begin = (actor: Actor, sizeBytes: number, name = 'a.txt', chatId = crew) =>
    uploads().create(actor, { name, chatId, sizeBytes, metadata: `filename ${name}` });
  const next = (offset: number, content: string | Buffer) => ({
    offset,
    content: Readable.from([Buffer.from(content)], { objectMode: false }),
    checksum: undefined,
  });
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error: unknown) => (error as { code?: string }).code,
    );
  const left = () => {
    const folder = join(bench.folder, 'unfinished');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const usedBy = async (actor: Actor) => (await bench.files.quota(actor, {})).usedBytes;
  const longAgo = (id: FileId) => stored().touch(id, new Date(Date.now() - dayMs - 1000));

  it('keeps what came, and becomes a file of the same id with the last byte', async () => {
    const { id, metadata } = await begin(ada, 11);
    expect(metadata).toBe('filename a.txt');
    expect((await uploads().append(ada, id, next(0, 'hello '))).keptBytes).toBe(6);
    expect((await uploads().find(ada, id)).keptBytes).toBe(6);
    expect(await codeOf(bench.files.meta(ada, { fileId: id }))).toBe('not_found');
    expect((await uploads().append(ada, id, next(6, 'world'))).keptBytes).toBe(11);

    expect(await bench.files.meta(ada, { fileId: id })).toMatchObject({
      name: 'a.txt',
      mime: 'text/plain',
      size: 11,
    });
    expect([await usedBy(ada), left()]).toEqual([11, []]);
    expect((await uploads().find(ada, id)).keptBytes).toBe(11);
    // It has its end: who gives the upload up keeps the file.
    await uploads().remove(ada, id);
    expect(await codeOf(bench.files.meta(ada, { fileId: id }))).toBe('ok');
    expect(await codeOf(uploads().find(ada, id))).toBe('not_found');
  });

  it('keeps bytes that are what their checksum says, and nothing of others', async () => {
    const { id } = await begin(ada, 11);
    const checked = (offset: number, content: string, of = content) => {
      const digest = createHash('sha256').update(of).digest('base64');
      return { ...next(offset, content), checksum: { algorithm: 'sha256', digest } as const };
    };
    expect((await uploads().append(ada, id, checked(0, 'hello '))).keptBytes).toBe(6);
    const wrong = uploads().append(ada, id, checked(6, 'world', 'words'));
    expect(await codeOf(wrong)).toBe('checksum_mismatch');
    const tooMany = uploads().append(ada, id, checked(6, 'world and more'));
    expect(await codeOf(tooMany)).toBe('payload_too_large');
    expect([(await uploads().find(ada, id)).keptBytes, left()]).toEqual([6, [id]]);
    expect((await uploads().append(ada, id, checked(6, 'world'))).keptBytes).toBe(11);
    expect(await codeOf(bench.files.meta(ada, { fileId: id }))).toBe('ok');
  });

  it('becomes one file, whoever says so, and however often', async () => {
    const { id } = await begin(ada, 5);
    // As a process leaves it that is killed between its steps: all bytes, and no word of it.
    await bench.part(StoragePort).unfinished.append(id, 0, next(0, 'words').content);
    const found = await Promise.all([1, 2, 3].map(() => uploads().find(ada, id)));
    expect(found.map(({ keptBytes }) => keptBytes)).toEqual([5, 5, 5]);

    const other = await begin(ada, 4);
    await uploads().append(ada, other.id, next(0, 'text'));
    const { metadata, touchedAt, id: again } = other;
    await stored().remove(again);
    await stored().insert({
      ...{ id: again, metadata, touchedAt, name: 'a.txt', chatId: crew },
      ...{ uploadedBy: ada.userId, sizeBytes: 4, isFinished: false },
    });
    await bench.part(StoragePort).unfinished.append(again, 0, next(0, 'text').content);
    expect((await uploads().find(ada, again)).keptBytes).toBe(4);
    expect([await usedBy(ada), left()]).toEqual([9, []]);
  });

  it('is tried again when its end was refused', async () => {
    await bench.upload(ada, 'x'.repeat(999_990));
    const { id } = await begin(ada, 5);
    const before = await bench.upload(ada, 'y'.repeat(8));
    expect(await codeOf(uploads().append(ada, id, next(0, 'words')))).toBe('quota_exceeded');
    expect(await codeOf(uploads().find(ada, id))).toBe('quota_exceeded');
    await bench.files.remove(ada, { fileId: before.id });
    expect((await uploads().find(ada, id)).keptBytes).toBe(5);
    expect(await bench.part(FilesRepository).find(id)).toMatchObject({ sizeBytes: 5 });
  });

  it('judges it as soon as its first bytes are there, however they come', async () => {
    const program = Buffer.concat([
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
      Buffer.alloc(5000),
    ]);
    for (const cut of [0, 3, 4099]) {
      const { id } = await begin(ada, 100_000, 'picture.png');
      if (cut > 0) await uploads().append(ada, id, next(0, program.subarray(0, cut)));
      const rest = uploads().append(ada, id, next(cut, program.subarray(cut)));
      expect(await codeOf(rest)).toBe('unsupported_media_type');
      expect(await codeOf(uploads().find(ada, id))).toBe('not_found');
    }
    // Never so many: at its end.
    const { id } = await begin(ada, 8, 'picture.png');
    const all = uploads().append(ada, id, next(0, program.subarray(0, 8)));
    expect([await codeOf(all), left()]).toEqual(['unsupported_media_type', []]);
  });

  it('takes no more than was announced', async () => {
    const { id } = await begin(ada, 10);
    expect(await codeOf(uploads().append(ada, id, next(0, 'eleven byte')))).toBe(
      'payload_too_large',
    );
    expect(await usedBy(ada)).toBe(0);
    expect(await codeOf(begin(ada, 1_000_001))).toBe('quota_exceeded');
  });

  it('keeps what came before the sender was gone', async () => {
    const { id } = await begin(ada, 400_000, 'a.txt');
    await uploads().append(ada, id, next(0, 'x'.repeat(5000)));
    const pieces = async function* () {
      yield Buffer.alloc(100_000, 'y');
      await eventually(async () =>
        expect(await bench.part(StoragePort).unfinished.size(id)).toBe(105_000),
      );
      throw new Error('The sender is gone');
    };
    const content = Readable.from(pieces(), { objectMode: false });
    const broken = uploads().append(ada, id, { ...next(5000, ''), content });
    await expect(broken).rejects.toThrow('The sender is gone');
    expect((await uploads().find(ada, id)).keptBytes).toBe(105_000);
  });

  it('is free for the next request when the sender of this one went before it was looked at', async () => {
    const { id } = await begin(ada, 11);
    const { content, ...rest } = next(0, 'hello ');
    content.on('error', () => undefined).destroy(new Error('gone'));
    await eventually(() => expect(content.closed).toBe(true));
    await expect(uploads().append(ada, id, { ...rest, content })).rejects.toThrow();
    expect((await uploads().find(ada, id)).keptBytes).toBe(0);
    expect((await uploads().append(ada, id, next(0, 'hello world'))).keptBytes).toBe(11);
  });

  it('has so many under way of a person, and so many bytes of all', async () => {
    const many = () => Promise.all([1, 2, 3, 4, 5].map(() => codeOf(begin(ada, 1))));
    expect((await many()).filter((code) => code === 'ok').length).toBeLessThanOrEqual(3);
    while ((await codeOf(begin(ada, 1))) === 'ok');
    expect((await stored().underWay(ada.userId)).ofUser).toBe(3);
    expect(new Set(await many())).toEqual(new Set(['rate_limited']));
    expect(await codeOf(begin(ben, 499_999))).toBe('storage_full');
    const { id } = await begin(ben, 400_000);
    expect(await codeOf(begin(ben, 100_000))).toBe('storage_full');
    await uploads().remove(ben, id);
    expect(await codeOf(begin(ben, 100_000))).toBe('ok');
  });

  it('is gone when nobody asked for it for a day, and swept with all that is left', async () => {
    const [old, fresh] = [await begin(ada, 10), await begin(ada, 10)];
    for (const { id } of [old, fresh]) await uploads().append(ada, id, next(0, 'half'));
    await longAgo(old.id);
    for (const asked of [
      uploads().find(ada, old.id),
      uploads().append(ada, old.id, next(4, ' and')),
    ])
      expect(await codeOf(asked)).toBe('gone');
    // Bytes without an upload, from long ago and from just now.
    const lost = (await begin(ada, 10)).id;
    for (const name of [lost, `${fresh.id}-unchecked` as FileId])
      await bench.part(StoragePort).unfinished.append(name, 0, next(0, 'x').content);
    await stored().remove(lost);
    utimesSync(join(bench.folder, 'unfinished', lost), 0, 0);

    await bench.part(UnfinishedSweep).sweep();

    expect(left().toSorted()).toEqual([fresh.id, `${fresh.id}-unchecked`].toSorted());
    expect(await codeOf(uploads().find(ada, old.id))).toBe('not_found');
    expect((await uploads().find(ada, fresh.id)).keptBytes).toBe(4);
  });

  it('is theirs alone who began it, as long as they are in the chat', async () => {
    const { id } = await begin(ada, 10);
    for (const asked of [
      uploads().find(ben, id),
      uploads().append(ben, id, next(0, 'x')),
      uploads().remove(ben, id),
    ])
      expect(await codeOf(asked)).toBe('not_found');
    bench.person('ada', others);
    expect(await codeOf(uploads().find(ada, id))).toBe('not_member');
    expect(await codeOf(begin(ada, 1, 'a.txt', ChatId.parse('nowhere')))).toBe('not_found');
  });

  it('goes to a later request when an earlier one hangs, in this process or in one that died', async () => {
    const { id } = await begin(ada, 10);
    const isRead = Promise.withResolvers<true>();
    const hanging = new Readable({ read: () => isRead.resolve(true) });
    const first = uploads().append(ada, id, { ...next(0, ''), content: hanging });
    const failed = codeOf(first);
    await isRead.promise;
    hanging.push('half');
    expect((await uploads().find(ada, id)).keptBytes).toBe(0);
    expect(await failed).toBe('service_unavailable');

    await stored().take(id, 'one that died', new Date(), new Date(Date.now() + 1000));
    expect((await uploads().append(ada, id, next(0, 'and whole!'))).keptBytes).toBe(10);
  });
});

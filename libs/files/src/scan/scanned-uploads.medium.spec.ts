import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Actor } from '@app/contracts';
import { Readiness } from '@app/platform';
import { eventually } from '@app/platform/testing';
import { Logger } from '@nestjs/common';
import { AvatarTransfers } from '../avatar-transfers.js';
import { ResumableTransfers } from '../resumable-transfers.js';
import { StoragePort } from '../storage/storage-port.js';
import { eicar, FakeClamd } from '../testing/fake-clamd.js';
import { crew, FilesBench } from '../testing/files-bench.js';
import { blackPng } from '../testing/hostile-files.js';

const harmful = Buffer.concat([Buffer.from('some words, and '), eicar]);
const away = { code: 'service_unavailable', params: { service: 'scanner' } };

describe('What is uploaded, where a virus scanner is', () => {
  let clamd: FakeClamd;
  let bench: FilesBench;
  let ada: Actor;

  beforeAll(async () => (clamd = await FakeClamd.start()));
  afterAll(() => clamd.stop());

  const open = async (settings: NodeJS.ProcessEnv = {}) => {
    const own = { PARLEY_CLAMD: clamd.address, PARLEY_CLAMD_MAX_BYTES: '1000000' };
    bench = await FilesBench.open({ ...own, ...settings });
    ada = bench.person('ada', crew);
  };
  // One that answers is never taken for one that is silent.
  beforeEach(() => open());
  afterEach(() => bench.close());

  const uploads = () => bench.part(ResumableTransfers);
  const begin = (sizeBytes: number) =>
    uploads().create(ada, { name: 'a.txt', chatId: crew, sizeBytes, metadata: 'filename a.txt' });
  const next = (content: Buffer) => ({
    offset: 0,
    content: Readable.from([content], { objectMode: false }),
    checksum: undefined,
  });
  const kept = async () => {
    const sizes = [];
    for await (const { sizeBytes } of bench.part(StoragePort).list()) sizes.push(sizeBytes);
    return sizes;
  };
  const left = (folder: string) => {
    const path = join(bench.folder, folder);
    return existsSync(path) ? readdirSync(path) : [];
  };
  const usedBytes = async () => (await bench.files.quota(ada, {})).usedBytes;
  const scannerIs = (state: 'up' | 'down') =>
    eventually(async () => {
      const { status, checks } = await bench.part(Readiness).health();
      expect([status, checks['scanner']]).toEqual(['ready', state]);
    });

  it('is looked at before it is a file, all of it', async () => {
    const before = clamd.seenBytes;
    const { id } = await bench.upload(ada, 'x'.repeat(300_000));
    expect(clamd.seenBytes - before).toBe(300_000);
    await scannerIs('up');
    await bench.files.remove(ada, { fileId: id });
  });

  it('is refused when it is harmful, and nothing of it is kept but a line in the log', async () => {
    const before = await kept();
    const log = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    await expect(bench.upload(ada, harmful)).rejects.toMatchObject({
      code: 'malware_found',
      params: { signature: 'Eicar-Test-Signature' },
    });
    expect(log.mock.calls).toEqual([
      [{ msg: 'An upload was refused as malware', signature: 'Eicar-Test-Signature' }],
    ]);
    log.mockRestore();
    expect([await kept(), left('incoming'), await usedBytes()]).toEqual([before, [], 0]);
  });

  it('is refused as a picture of somebody, too, before anything reads it', async () => {
    const giving = bench.part(AvatarTransfers).giveToMyself(ada, {
      content: Readable.from([Buffer.concat([blackPng(10, 10), eicar])], { objectMode: false }),
      announcedBytes: 1000,
      atEnd: () => Promise.resolve(),
    });
    await expect(giving).rejects.toMatchObject({ code: 'malware_found' });
    expect([await kept(), left('previews')]).toEqual([[], []]);
  });

  it('is refused as well when it comes in parts, and is gone', async () => {
    const { id } = await begin(harmful.length);
    const refusal = { code: 'malware_found' };
    await expect(uploads().append(ada, id, next(harmful))).rejects.toMatchObject(refusal);
    await expect(uploads().find(ada, id)).rejects.toMatchObject({ code: 'not_found' });
    expect([left('incoming'), left('unfinished'), await usedBytes()]).toEqual([[], [], 0]);
  });

  it('is no larger than the scanner takes', async () => {
    const refusal = { code: 'payload_too_large' };
    await expect(bench.upload(ada, 'x'.repeat(1_000_001))).rejects.toMatchObject(refusal);
    await expect(begin(1_000_001)).rejects.toMatchObject(refusal);
    expect(await bench.files.quota(ada, {})).toMatchObject({ maxFileBytes: 1_000_000 });
  });

  it.each(['silent', 'hanging up'] as const)(
    'waits for better times while the scanner is %s',
    async (manners) => {
      await bench.close();
      await open({ PARLEY_CLAMD_SECONDS: '1' });
      const log = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
      const words = Buffer.from(`words while it is ${manners}`);
      const { id } = await begin(words.length);
      clamd.manners = manners;
      await expect(bench.upload(ada, 'words')).rejects.toMatchObject(away);
      await expect(uploads().append(ada, id, next(words))).rejects.toMatchObject(away);
      await scannerIs('down');
      expect([log.mock.calls.length, left('incoming'), await usedBytes()]).toEqual([2, [], 0]);
      log.mockRestore();

      clamd.manners = 'good';
      // All of it had come: it need not be sent again.
      await eventually(async () =>
        expect(await uploads().find(ada, id)).toMatchObject({ keptBytes: words.length }),
      );
      expect(await bench.files.meta(ada, { fileId: id })).toMatchObject({ size: words.length });
      await bench.files.remove(ada, { fileId: id });
    },
  );

  it('is refused at once while there is none, and what is there is read as ever', async () => {
    const file = await bench.upload(ada, 'words from before');
    await clamd.stop();
    const log = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    await expect(bench.upload(ada, 'words')).rejects.toMatchObject(away);
    log.mockRestore();
    await scannerIs('down');
    expect((await bench.transfers.open(ada, file.id)).size).toBe(17);

    await clamd.start();
    await expect(bench.upload(ada, 'words')).resolves.toMatchObject({ size: 5 });
  });
});

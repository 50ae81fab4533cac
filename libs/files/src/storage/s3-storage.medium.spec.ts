import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@app/platform/testing';
import { S3Process } from '../testing/s3-process.js';
import { partsOf } from './s3-upload.js';
import { S3Storage, type S3Options } from './s3-storage.js';
import { hashOf, inPieces, storageConformance } from './storage.conformance.js';
import { unfinishedConformance } from './unfinished.conformance.js';

describe('S3Storage', () => {
  let s3: S3Process;
  let spoolFolder: string;

  beforeAll(async () => {
    s3 = await S3Process.start();
    spoolFolder = join(mkdtempSync(join(tmpdir(), 'parley-spool-')), 'incoming');
  });

  afterAll(async () => {
    await s3.close();
    rmSync(spoolFolder, { recursive: true, force: true });
  });

  const underWay = () => (existsSync(spoolFolder) ? readdirSync(spoolFolder).length : 0);
  const storageWith = (options: Partial<S3Options> = {}) => {
    const { bucket, endpoint, credentials } = s3;
    const region = 'us-east-1';
    const hasDirectLinks = false;
    const all = { bucket, endpoint, credentials, region, hasDirectLinks, spoolFolder, ...options };
    return new S3Storage(all);
  };

  storageConformance(() => [storageWith(), storageWith()], underWay);
  unfinishedConformance(() => [storageWith(), storageWith()], underWay);

  it('sends a client to the bucket by a link, where that is wished', async () => {
    const content = randomBytes(5000);
    const storage = storageWith({ hasDirectLinks: true });
    const { sha256 } = await storage.put(inPieces(content));
    const asked = {
      disposition: 'attachment; filename="a.bin"',
      mime: 'image/png',
      lifeSeconds: 60,
    };

    const answer = await fetch((await storage.linkTo(sha256, asked))!);

    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(answer.headers.get('content-disposition')).toBe(asked.disposition);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(await storageWith().linkTo(sha256, asked)).toBeUndefined();
    await storage.close();
  });

  it('refuses in words while the bucket is away, and goes on when it is back', async () => {
    const storage = storageWith();
    const kept = await storage.put(inPieces(Buffer.from('kept')));
    const away = { code: 'service_unavailable', params: { service: 'storage' } };
    await s3.stop();

    await expect(storage.put(inPieces(randomBytes(20_000_000)))).rejects.toMatchObject(away);
    await expect(storage.open(kept.sha256)).rejects.toMatchObject(away);
    await expect(storage.has(kept.sha256)).rejects.toMatchObject(away);
    await expect(storage.check()).rejects.toThrow();
    expect(underWay()).toBe(0);

    await s3.restart();
    const content = randomBytes(1000);
    await eventually(async () => {
      expect(await storage.put(inPieces(content))).toEqual({
        sha256: hashOf(content),
        sizeBytes: 1000,
      });
    });
    await storage.close();
  });

  it('is away with a bucket that there is not, or by a key that is not known', async () => {
    const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'wrong' };
    for (const options of [{ bucket: 'nobodys' }, { credentials }]) {
      const storage = storageWith(options);
      await expect(storage.check()).rejects.toThrow();
      await expect(storage.put(inPieces(randomBytes(10)))).rejects.toMatchObject({
        code: expect.stringMatching(/^(service_unavailable|not_found)$/) as string,
      });
      await storage.close();
    }
  });
});

describe('partsOf', () => {
  const mebibyte = 1024 * 1024;

  it('covers all bytes in order, by parts of 8 MiB', () => {
    expect(partsOf(20 * mebibyte)).toEqual([
      { start: 0, end: 8 * mebibyte - 1 },
      { start: 8 * mebibyte, end: 16 * mebibyte - 1 },
      { start: 16 * mebibyte, end: 20 * mebibyte - 1 },
    ]);
  });

  it('has no more parts than S3 takes', () => {
    expect(partsOf(200_000 * mebibyte).length).toBeLessThanOrEqual(10_000);
  });
});

import { Readable } from 'node:stream';
import { batchesOf } from './document-batches.js';

const mebibyte = 1024 * 1024;

async function sizesOf(documents: readonly Buffer[]): Promise<number[]> {
  const sizes: number[] = [];
  const seen: Buffer[] = [];
  for await (const batch of batchesOf(Readable.from(documents))) {
    sizes.push(batch.length);
    seen.push(...batch);
  }
  expect(seen.every((document, n) => document === documents[n])).toBe(true);
  expect(seen).toHaveLength(documents.length);
  return sizes;
}

describe('batchesOf', () => {
  it('has 500 small documents in each', async () => {
    const documents = Array.from({ length: 1001 }, (_, n) => Buffer.from(`${n}`));
    expect(await sizesOf(documents)).toEqual([500, 500, 1]);
  });

  it('has 16 MiB of large ones, and a larger one by itself', async () => {
    const [half, larger] = [Buffer.alloc(8 * mebibyte), Buffer.alloc(17 * mebibyte)];
    expect(await sizesOf([half, half, half, larger, half])).toEqual([2, 1, 1, 1]);
  });

  it('has none of nothing', async () => {
    expect(await sizesOf([])).toEqual([]);
  });
});

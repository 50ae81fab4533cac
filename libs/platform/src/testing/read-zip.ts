import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** What of `yauzl`, which has no types of its own, is used here. */
interface ZipFile extends NodeJS.EventEmitter {
  readEntry(): void;
  openReadStreamPromise(entry: { readonly fileName: string }): Promise<Readable>;
}

interface Yauzl {
  fromBuffer(
    zip: Buffer,
    options: { readonly lazyEntries: true },
    opened: (error: Error | null, file: ZipFile) => void,
  ): void;
}

const yauzl = createRequire(import.meta.url)('yauzl') as Yauzl;

/** What an archive has, by path; its sums and sizes are checked on the way. */
export function readZip(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (failure, file) => {
      if (failure) return reject(failure);
      const found = new Map<string, Buffer>();
      file.on('error', reject);
      file.on('end', () => resolve(found));
      file.on('entry', (entry: { readonly fileName: string }) => {
        const read = async () => {
          found.set(entry.fileName, await buffer(await file.openReadStreamPromise(entry)));
          file.readEntry();
        };
        read().catch(reject);
      });
      file.readEntry();
    });
  });
}

import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { boxAt, maxBoxes, type Box } from './boxes.js';

/** Changes a file at places that only all of it tells. */
export type Patch = (file: PatchedFile) => Promise<void>;

/** A file that is read and overwritten here and there, in all no more than twice its size. */
export class PatchedFile {
  #left: number;
  #boxesLeft = maxBoxes;

  constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {
    this.#left = 2 * size;
  }

  /** So many bytes from there; fewer where the file ends. */
  async read(at: number, count: number): Promise<Buffer> {
    const length = Math.max(0, Math.min(count, this.size - at));
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  }

  /** The boxes between two places, of which `maxBoxes` are found in all. */
  async boxes(start: number, end: number): Promise<Box[]> {
    const found: Box[] = [];
    for (let at = start; at + 8 <= end && this.#boxesLeft > 0; this.#boxesLeft--) {
      const box = boxAt(await this.read(at, 16), 0, at, end);
      if (!box) break;
      found.push(box);
      at = box.end;
    }
    return found;
  }

  /** What would be behind the end is left out, and what would be too much. */
  async write(at: number, bytes: Buffer): Promise<void> {
    const length = Math.max(0, Math.min(bytes.length, this.size - at, this.#left));
    this.#left -= length;
    if (length > 0) await this.handle.write(bytes, 0, length, at);
  }

  /** Bytes of this value from there, up to the end at most. */
  async fill(at: number, count: number, value: number): Promise<void> {
    const end = Math.min(at + count, this.size);
    const piece = Buffer.alloc(Math.max(0, Math.min(64 * 1024, end - at)), value);
    for (let place = at; place < end && this.#left > 0; place += piece.length)
      await this.write(place, piece.subarray(0, end - place));
  }
}

/** What comes, as `patch` leaves it: on a disk meanwhile, in a file that is gone at the end. */
export async function* inPlace(
  content: AsyncIterable<Buffer>,
  folder: string,
  patch: Patch,
): AsyncGenerator<Buffer> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  try {
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    const handle = await open(path, 'r+');
    try {
      const { size } = await handle.stat();
      await patch(new PatchedFile(handle, size));
      yield* handle.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>;
    } finally {
      await handle.close();
    }
  } finally {
    await rm(path, { force: true });
  }
}

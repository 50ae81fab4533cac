import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import {
  open,
  readdir,
  readFile,
  rename,
  mkdir,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupRecord } from './backup-records.js';
import { BadArchive } from './byte-reader.js';

/** Of the data directory: without them everybody would have to sign in, and subscribe, anew. */
export const secretNames = ['jwt-secret', 'vapid-key'] as const;

/** The contents of files, as `DiskStorage` keeps them: each once, under its hash. */
export async function* contentsIn(folder: string): AsyncGenerator<BackupRecord> {
  const contents = join(folder, 'contents');
  if (!existsSync(contents)) return;
  for (const shard of await readdir(contents)) {
    for (const sha256 of await readdir(join(contents, shard))) {
      if (!isHash(sha256)) continue;
      try {
        yield* content(join(contents, shard, sha256), sha256);
      } catch (error) {
        // Deleted since it was listed, with whatever held it.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }
}

async function* content(path: string, sha256: string): AsyncGenerator<BackupRecord> {
  const file = await open(path);
  yield { kind: 'file', sha256 };
  for await (const bytes of createReadStream(path, { fd: file, highWaterMark: 256 * 1024 }))
    yield { kind: 'bytes', bytes: bytes as Buffer };
}

export async function* secretsIn(dataDir: string): AsyncGenerator<BackupRecord> {
  for (const name of secretNames) {
    const path = join(dataDir, name);
    if (!existsSync(path)) continue;
    yield { kind: 'secret', name };
    yield { kind: 'bytes', bytes: await readFile(path) };
  }
}

/** Checks contents as they go by: each has the hash that it is kept under. */
export class ContentCheck {
  #hash = createHash('sha256');
  #wanted: string | undefined;

  begin(sha256: string): void {
    if (!isHash(sha256)) throw new BadArchive();
    this.#wanted = sha256;
    this.#hash = createHash('sha256');
  }

  add(bytes: Buffer): void {
    if (this.#wanted !== undefined) this.#hash.update(bytes);
  }

  /** Throws `BadArchive`. */
  end(): void {
    if (this.#wanted !== undefined && this.#hash.digest('hex') !== this.#wanted)
      throw new BadArchive();
    this.#wanted = undefined;
  }
}

/** Puts contents where `DiskStorage` looks for them. */
export class ContentPaste {
  #file: { readonly handle: FileHandle; readonly place: string } | undefined;

  /** Without a folder there is nothing to be put anywhere: contents are in a bucket. */
  constructor(private readonly folder: string | undefined) {}

  async begin(sha256: string): Promise<void> {
    if (this.folder === undefined)
      throw new BadArchive('The backup has files, and these are kept in a bucket here.');
    const shard = join(this.folder, 'contents', sha256.slice(0, 2));
    await mkdir(shard, { recursive: true });
    const place = join(shard, sha256);
    this.#file = { place, handle: await open(`${place}.new`, 'w') };
  }

  async add(bytes: Buffer): Promise<void> {
    // All of it: a disk may take less than it was given.
    await this.#file!.handle.writeFile(bytes);
  }

  /** Whole, and flushed. Nothing when none was begun. */
  async end(): Promise<void> {
    if (!this.#file) return;
    const { handle, place } = this.#file;
    this.#file = undefined;
    await handle.sync();
    await handle.close();
    await rename(`${place}.new`, place);
  }
}

export async function pasteSecret(dataDir: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(join(dataDir, name), bytes, { mode: 0o600, flush: true });
}

const isHash = (name: string) => /^[0-9a-f]{64}$/u.test(name);

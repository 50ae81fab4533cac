import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ContentHash } from '@app/contracts';
import { StartRefused, type Database } from '@app/platform';
import { writtenRecords, type BackupRecord } from './backup-records.js';
import { DatabaseCopy } from './database-copy.repository.js';
import { contentsIn, secretsIn } from './kept-bytes.js';
import { sealedFrames } from './sealed-frames.js';

/** What is backed up. */
export interface BackupSource {
  readonly database: Database;
  /** Absent: contents are in a bucket, which keeps its own versions. */
  readonly filesFolder?: string | undefined;
  readonly dataDir: string;
}

/** Where to, and who may read it: everybody, unless there is a passphrase. */
export interface BackupFile {
  readonly file: string;
  readonly passphrase?: string | undefined;
}

/**
 * How a backup is written; `signal` gives it up, and so does `room`, which is asked before each
 * frame, when it rejects.
 */
export interface BackupOrder extends BackupFile {
  readonly room?: () => Promise<void>;
  readonly signal?: AbortSignal;
}

/** The file as it is, hashed as it was written. */
export interface WrittenBackup {
  readonly sizeBytes: number;
  readonly sha256: ContentHash;
}

/**
 * Writes all of a workspace into one file, while it runs: whatever was acknowledged before is in
 * it. The file is there once it is whole. Rejects in words where there is one of its name, or where
 * another backup to that name is under way.
 */
export async function backUp(
  source: BackupSource,
  { file, passphrase, room, signal }: BackupOrder,
  now = new Date(),
): Promise<WrittenBackup> {
  const draft = `${file}.new`;
  const hash = createHash('sha256');
  await claim(draft);
  try {
    // Looked for behind the claim: one that had it before may have just ended.
    if (await isThere(file)) throw new StartRefused(`There is a file ${file} already.`);
    await pipeline(
      Readable.from(writtenRecords(allOf(source))),
      createGzip({ level: 6 }),
      (content) => sealedFrames(content as AsyncIterable<Buffer>, now, passphrase),
      (frames) => hashed(frames, hash, room),
      createWriteStream(draft, { flags: 'r+' }),
      { ...(signal && { signal }) },
    );
    await flush(draft);
    await rename(draft, file);
  } catch (error) {
    // Whatever it was: half a backup is none.
    await rm(draft, { force: true });
    throw error;
  }
  return { sizeBytes: (await stat(file)).size, sha256: hash.digest('hex') as ContentHash };
}

/** Makes the draft: what is there already may be another one's, or be read by others. */
async function claim(draft: string): Promise<void> {
  try {
    await writeFile(draft, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // Another backup has it, or one that was killed has left it: nobody can tell which.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new StartRefused(
      `There is a draft ${draft} already: another backup is writing it. If none is, remove it.`,
    );
  }
}

/** Contents come last: they are stored before the documents that name them. */
async function* allOf(source: BackupSource): AsyncGenerator<BackupRecord> {
  const { database, filesFolder, dataDir } = source;
  yield { kind: 'about', hasFiles: filesFolder !== undefined };
  yield* secretsIn(dataDir);
  yield* new DatabaseCopy(database).read();
  if (filesFolder !== undefined) yield* contentsIn(filesFolder);
  yield { kind: 'end' };
}

async function* hashed(
  frames: AsyncIterable<Buffer>,
  hash: Hash,
  room?: () => Promise<void>,
): AsyncGenerator<Buffer> {
  for await (const frame of frames) {
    await room?.();
    hash.update(frame);
    yield frame;
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    // The answer, and no failure.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

import { createReadStream, existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { StartRefused } from '@app/platform';
import { atRest, type LogEnds } from './at-rest.js';
import { readRecords, type BackupRecord } from './backup-records.js';
import type { BackupFile, BackupSource } from './back-up.js';
import { BadArchive } from './byte-reader.js';
import { DatabasePaste, documentsOf, slotsOf } from './database-copy.repository.js';
import { ContentCheck, ContentPaste, pasteSecret, secretNames } from './kept-bytes.js';
import { LogLedger } from './log-ledger.js';
import { openedFrames } from './sealed-frames.js';

/** What is in a backup. */
export interface BackupCount {
  chats: number;
  messages: number;
  files: number;
  hasFiles: boolean;
}

/**
 * Reads all of a backup and writes nothing: the seals, the logs, which have no hole, and the
 * contents, which have the hashes they are kept under. Throws `BadArchive` for what is not right.
 */
export async function checkBackup(backup: BackupFile): Promise<BackupCount> {
  return (await readThrough(backup)).count;
}

async function readThrough(
  backup: BackupFile,
): Promise<{ readonly count: BackupCount; readonly ends: LogEnds }> {
  const count = { chats: 0, messages: 0, files: 0, hasFiles: false };
  const logs = new Map<string, LogLedger>();
  const content = new ContentCheck();
  let collection = '';
  await eachRecord(backup, (record) => {
    if (record.kind === 'bytes') return content.add(record.bytes);
    content.end();
    if (record.kind === 'collection') collection = record.name;
    if (record.kind === 'about') count.hasFiles = record.hasFiles;
    if (record.kind === 'file') {
      content.begin(record.sha256);
      count.files += 1;
    }
    if ('bytes' in record && collection === 'messages') note(record.bytes, logs);
  });
  const ends = new Map<string, { seq: number; rev: number }>();
  for (const [chatId, log] of logs) {
    if (!log.isWhole) throw new BadArchive(`The log of the chat ${chatId} has a hole in it.`);
    count.messages += log.seqs.last;
    ends.set(chatId, { seq: log.seqs.last, rev: log.revs.last });
  }
  return { count: { ...count, chats: logs.size }, ends };
}

function note(documents: Buffer, logs: Map<string, LogLedger>): void {
  for (const { chatId, ...slot } of slotsOf(documents)) {
    const log = logs.get(chatId) ?? new LogLedger();
    logs.set(chatId, log.add(slot));
  }
}

/**
 * Brings a backup back, once it is found right, and only where there is nothing yet. Throws
 * `StartRefused` where there is something, or where files are kept otherwise, and `BadArchive`;
 * then nothing was written. What fails later takes its files and keys away again.
 */
export async function restore(target: BackupSource, backup: BackupFile): Promise<BackupCount> {
  const { count, ends } = await readThrough(backup);
  const paste = new DatabasePaste(target.database);
  checkFiles(target, count);
  await checkEmpty(target, paste);
  try {
    await write(target, paste, { backup, ends });
  } catch (error) {
    // Whatever it was: there was nothing before, and the next try shall find nothing.
    await removeFiles(target);
    throw error;
  }
  return count;
}

async function write(
  target: BackupSource,
  paste: DatabasePaste,
  { backup, ends }: { readonly backup: BackupFile; readonly ends: LogEnds },
): Promise<void> {
  const content = new ContentPaste(target.filesFolder);
  let collection = '';
  let secret: string | undefined;
  await eachRecord(backup, async (record) => {
    if (record.kind === 'bytes' && secret !== undefined)
      return pasteSecret(target.dataDir, secret, record.bytes);
    if (record.kind === 'bytes') return content.add(record.bytes);
    await content.end();
    secret = record.kind === 'secret' ? knownSecret(record.name) : undefined;
    if (record.kind === 'collection') collection = record.name;
    if (record.kind === 'file') await content.begin(record.sha256);
    if (record.kind !== 'documents' && record.kind !== 'newer') return;
    const stored = documentsOf(record.bytes);
    const documents = stored.flatMap((one) => atRest(collection, one, ends) ?? []);
    if (documents.length > 0) await paste[record.kind](collection, documents);
  });
}

/** Files are found again only where they were kept: in a folder, or in the same bucket. */
function checkFiles({ filesFolder }: BackupSource, { files, hasFiles }: BackupCount): void {
  if (files > 0 && filesFolder === undefined)
    throw new StartRefused('The backup has files, and these are kept in a bucket here.');
  if (!hasFiles && filesFolder !== undefined)
    throw new StartRefused(
      'The files of this backup are in a bucket: name that one (PARLEY_FILES_S3_BUCKET).',
    );
}

async function checkEmpty(target: BackupSource, paste: DatabasePaste): Promise<void> {
  const { filesFolder, dataDir } = target;
  const hasContents = filesFolder !== undefined && (await namesIn(contentsOf(filesFolder)));
  const hasKeys = secretNames.some((name) => existsSync(join(dataDir, name)));
  if (hasContents || hasKeys || !(await paste.isEmpty())) {
    throw new StartRefused(
      'There are data already: a backup is restored into an empty database, an empty folder of ' +
        'files and a data directory without keys only. Move the old ones away first.',
    );
  }
}

async function removeFiles({ filesFolder, dataDir }: BackupSource): Promise<void> {
  for (const name of secretNames) await rm(join(dataDir, name), { force: true });
  if (filesFolder !== undefined)
    await rm(contentsOf(filesFolder), { recursive: true, force: true });
}

const contentsOf = (filesFolder: string) => join(filesFolder, 'contents');

async function namesIn(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    // There is none, which is as good as an empty one.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function knownSecret(name: string): string {
  const known = secretNames.find((one) => one === name);
  if (known === undefined) throw new BadArchive();
  return known;
}

async function eachRecord(
  { file, passphrase }: BackupFile,
  take: (record: BackupRecord) => Promise<void> | void,
): Promise<void> {
  await pipeline(
    createReadStream(file),
    (archive) => openedFrames(archive as AsyncIterable<Buffer>, passphrase),
    createGunzip(),
    async (content) => {
      for await (const record of readRecords(content as AsyncIterable<Buffer>)) await take(record);
    },
  );
}

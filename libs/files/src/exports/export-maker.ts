import { Readable } from 'node:stream';
import type { Actor, ExportId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Contents } from '../contents.js';
import { exportReadme, exportSchema } from './export-about.js';
import { ExportEnds } from './export-ends.js';
import { ExportFiles, type FileTally } from './export-files.js';
import { ExportRecords, lines } from './export-records.js';
import type { KeptArchive } from './export.js';
import { ExportsRepository } from './exports.repository.js';
import { zipOf, type ZipEntry, type ZippedFile } from './zip.js';

/**
 * Makes what was ordered: an archive that goes into the storage while it is read out of the other
 * modules. Whoever dies over it leaves nothing but a spool, and the next one begins anew.
 */
@Injectable()
export class ExportMaker {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly records: ExportRecords,
    private readonly files: ExportFiles,
    private readonly ends: ExportEnds,
    private readonly contents: Contents,
    private readonly clock: Clock,
  ) {}

  /** Idempotent. Rejects as the others do, and when it is told to stop. */
  async make(id: ExportId, signal: AbortSignal): Promise<void> {
    const wanted = await this.exports.find(id);
    if (wanted?.state !== 'pending') return;
    await this.ends.ready(wanted, await this.#archive(wanted.actor, signal));
  }

  async #archive(actor: Actor, signal: AbortSignal): Promise<KeptArchive> {
    const tally = this.files.tally();
    const zip = zipOf(...this.#parts(actor, tally, signal));
    const stored = await this.contents.putMade(Readable.from(zip, { objectMode: false }));
    return { ...stored, leftOut: tally.leftOut.length };
  }

  #parts(actor: Actor, tally: FileTally, signal: AbortSignal): Parameters<typeof zipOf> {
    const zipped: ZippedFile[] = [];
    const entries = this.#entries(actor, tally, zipped);
    return [until(signal, entries), this.clock.now(), (file) => zipped.push(file)];
  }

  async *#entries(
    actor: Actor,
    tally: FileTally,
    zipped: readonly ZippedFile[],
  ): AsyncGenerator<ZipEntry> {
    yield text('README.txt', () => exportReadme);
    yield text('schema.json', exportSchema);
    yield* this.records.ofPerson(actor);
    for (const chat of await this.records.chatsOf(actor)) {
      yield* this.records.ofChat(actor, chat);
      yield* this.files.ofChat(actor, chat.chatId, tally);
    }
    yield* this.files.unsent(actor, tally);
    if (tally.leftOut.length > 0) yield lines('left-out.jsonl', Readable.from(tally.leftOut));
    yield text('SHA256SUMS', () => zipped.map(sumLine).join(''));
  }
}

/** As of `sha256sum`. A name has no line break and no backslash in it. */
const sumLine = ({ path, sha256 }: ZippedFile) => `${sha256}  ${path}\n`;

/** `written`: once the archive has come so far. */
function text(path: string, written: () => string): ZipEntry {
  async function* content(): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from(written()));
  }
  return { path, isPacked: false, content: content() };
}

/** Stops in the middle of whatever content it is at. */
async function* until(
  signal: AbortSignal,
  entries: AsyncIterable<ZipEntry>,
): AsyncGenerator<ZipEntry> {
  async function* content(of: ZipEntry): AsyncGenerator<Uint8Array> {
    for await (const chunk of of.content) {
      signal.throwIfAborted();
      yield chunk;
    }
  }
  for await (const entry of entries) yield { ...entry, content: content(entry) };
}

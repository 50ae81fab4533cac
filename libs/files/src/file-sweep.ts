import { FileId } from '@app/contracts';
import { Clock, defineJob, JobQueue } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { Contents } from './contents.js';
import { FileRemoval } from './file-removal.js';
import { FilesRepository } from './files.repository.js';
import { StoragePort } from './storage/storage-port.js';
import { waitedSince } from './waiting-time.js';

const hourMs = 3_600_000;

/** Orphans that one search hands over; what is left waits for the next one. */
const atOnce = 500;

/** Looks for uploads that nobody has sent. */
export const findOrphans = defineJob('files.find-orphans', z.strictObject({}));

/** Removes one. */
export const removeOrphan = defineJob('files.remove-orphan', z.strictObject({ fileId: FileId }));

/** Looks through the storage for contents that nobody needs, and for what broken uploads left. */
export const sweepStorage = defineJob('files.sweep-storage', z.strictObject({}));

/**
 * Removes what was uploaded and never sent, after a day, and what processes that died have left in
 * the storage. Found in the database and the storage themselves, so that nothing is forgotten.
 */
@Injectable()
export class FileSweep implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly files: FilesRepository,
    private readonly removal: FileRemoval,
    private readonly contents: Contents,
    private readonly storage: StoragePort,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(findOrphans, () => this.findOrphans());
    this.jobs.handle(removeOrphan, async ({ fileId }) => {
      await this.removal.remove(fileId);
    });
    this.jobs.handle(sweepStorage, (_, { signal }) => this.sweepStorage(signal));
    this.jobs.every(findOrphans, {}, { everyMs: hourMs });
    this.jobs.every(sweepStorage, {}, { everyMs: 24 * hourMs, offsetMs: 4 * hourMs });
  }

  async findOrphans(): Promise<void> {
    const before = waitedSince(this.clock.now());
    for (const fileId of await this.files.orphansUntil(before, atOnce))
      await this.jobs.enqueue(removeOrphan, { fileId }, { key: fileId });
  }

  /** A content comes before its file does: what is younger than a day may be about to be needed. */
  async sweepStorage(signal: AbortSignal): Promise<void> {
    const before = waitedSince(this.clock.now());
    await this.storage.sweep(before);
    for await (const { sha256, storedAt } of this.storage.list()) {
      if (signal.aborted) return;
      if (storedAt < before) await this.contents.dropUnneeded(sha256);
    }
  }
}

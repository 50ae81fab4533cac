import { buffer } from 'node:stream/consumers';
import { FileId, type Actor } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { atMost } from '../at-most.js';
import { headBytes, withHead } from '../file-head.js';
import { FileIntake } from '../file-intake.js';
import { FilesRepository } from '../files.repository.js';
import type { NextBytes } from '../resumable-transfers.js';
import { StoragePort } from '../storage/storage-port.js';
import { checkedBytes } from './checked-bytes.js';
import { UploadsRepository, type StoredUpload } from './uploads.repository.js';

/** The bytes of uploads, until they are files. Whoever calls has the turn. */
@Injectable()
export class UploadBytes {
  constructor(
    private readonly storage: StoragePort,
    private readonly uploads: UploadsRepository,
    private readonly intake: FileIntake,
    private readonly files: FilesRepository,
    private readonly clock: Clock,
  ) {}

  async kept({ id, sizeBytes, isFinished }: StoredUpload): Promise<number> {
    return isFinished ? sizeBytes : this.storage.unfinished.size(id);
  }

  /** As `ResumableTransfers.append`, but that nothing becomes a file. */
  async append(upload: StoredUpload, { offset, content, checksum }: NextBytes): Promise<void> {
    const { unfinished } = this.storage;
    const bounded = atMost(upload.sizeBytes - offset, content);
    if (checksum === undefined) {
      await unfinished.append(upload.id, offset, await this.#judged(upload, offset, bounded));
      return;
    }
    // They count once they are known to be right: until then they are elsewhere.
    const apart = FileId.parse(`${upload.id}-unchecked`);
    try {
      await unfinished.remove(apart);
      await unfinished.append(apart, 0, checkedBytes(bounded, checksum));
      const right = unfinished.read(apart, await unfinished.size(apart));
      await unfinished.append(upload.id, offset, await this.#judged(upload, offset, right));
    } finally {
      await unfinished.remove(apart);
    }
  }

  /** Makes a file of what is whole, by all rules for files. May be repeated. */
  async finish(actor: Actor, upload: StoredUpload): Promise<void> {
    const { id, name, chatId, sizeBytes } = upload;
    // Whoever did it before may not have come to say so.
    if ((await this.files.find(id)) === undefined) {
      const content = this.storage.unfinished.read(id, sizeBytes);
      const chatIdAtEnd = () => Promise.resolve(chatId);
      const incoming = { id, name, content, announcedBytes: sizeBytes, chatId, chatIdAtEnd };
      await this.intake.receive(actor, incoming);
    }
    await this.uploads.finish(id, this.clock.now());
    await this.storage.unfinished.remove(id);
  }

  async remove(id: FileId): Promise<void> {
    await this.storage.unfinished.remove(id);
    await this.uploads.remove(id);
  }

  /** The same bytes, once what is known of the file says that it is accepted. */
  async #judged(
    upload: StoredUpload,
    offset: number,
    bytes: AsyncIterable<Buffer>,
  ): Promise<AsyncIterable<Buffer>> {
    if (offset >= headBytes) return bytes;
    const before = await buffer(this.storage.unfinished.read(upload.id, offset));
    const { head, content } = await withHead(bytes);
    const known = Buffer.concat([before, head]);
    if (known.length >= Math.min(headBytes, upload.sizeBytes))
      await this.intake.judge(upload.name, known);
    return content;
  }
}

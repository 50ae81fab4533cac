import { FileId, problem, type ChatId, type UserId } from '@app/contracts';
import { Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Contents } from './contents.js';
import type { StoredFile } from './file.js';
import { FilesRepository } from './files.repository.js';
import { Previews } from './previews/previews.js';
import { Quota } from './quota.js';
import type { Stored } from './storage/storage-port.js';

/** What is known of a file when its bytes are stored. */
export interface Received extends Stored {
  /** Absent: it is given one. */
  readonly id?: FileId | undefined;
  readonly uploadedBy: UserId;
  readonly chatId: ChatId;
  readonly name: string;
  readonly mime: string;
}

/** Makes a file of a content that is stored. */
@Injectable()
export class FileRecords {
  constructor(
    private readonly quotas: Quota,
    private readonly contents: Contents,
    private readonly files: FilesRepository,
    private readonly previews: Previews,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /**
   * Counted, recorded, and its preview ordered. Throws `quota_exceeded`, and `service_unavailable`
   * when the content went just now with the last other file that had it.
   */
  async add(received: Received): Promise<StoredFile> {
    await this.quotas.take(received.uploadedBy, received.sizeBytes);
    const file: StoredFile = {
      ...received,
      id: received.id ?? FileId.parse(this.ids.next()),
      createdAt: this.clock.now().toISOString(),
      isSent: false,
      isGone: false,
      preview: this.previews.firstStateOf(received.mime),
      derived: [],
    };
    try {
      await this.files.insert(file);
    } catch (error) {
      // Not recorded, or by somebody else meanwhile: it does not count.
      await this.quotas.giveBack(file.uploadedBy, file.sizeBytes);
      throw error;
    }
    if (!(await this.contents.isKept(file.sha256))) await this.#takeBack(file);
    await this.previews.order(file);
    return file;
  }

  async #takeBack({ id, uploadedBy, sizeBytes }: StoredFile): Promise<never> {
    await this.files.discard(id);
    await this.quotas.giveBack(uploadedBy, sizeBytes);
    throw problem('service_unavailable', { service: 'files' });
  }
}

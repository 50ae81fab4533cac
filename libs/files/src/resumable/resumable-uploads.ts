import { addAbortSignal } from 'node:stream';
import { FileId, isProblem, problem, type Actor } from '@app/contracts';
import { Clock, CONFIG, IdGenerator, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { FileAccess } from '../file-access.js';
import { Quota } from '../quota.js';
import {
  ResumableTransfers,
  type AnnouncedUpload,
  type NextBytes,
  type ResumableUpload,
} from '../resumable-transfers.js';
import { UploadBytes } from './upload-bytes.js';
import { UploadRoom } from './upload-room.js';
import { UploadTurns } from './upload-turns.js';
import { UploadsRepository, type StoredUpload } from './uploads.repository.js';

/** Of the bytes themselves. */
const refusals = ['unsupported_media_type', 'malware_found'] as const;

/** What a person may do with an upload: see the port. */
@Injectable()
export class ResumableUploads extends ResumableTransfers {
  @Inject(CONFIG) private readonly config!: Config;
  @Inject(Clock) private readonly clock!: Clock;
  @Inject(IdGenerator) private readonly ids!: IdGenerator;

  constructor(
    private readonly access: FileAccess,
    private readonly quotas: Quota,
    private readonly room: UploadRoom,
    private readonly uploads: UploadsRepository,
    private readonly turns: UploadTurns,
    private readonly bytes: UploadBytes,
  ) {
    super();
  }

  get maxBytes(): number {
    return this.quotas.maxFileBytes;
  }

  get idleSeconds(): number {
    return this.config.files.unfinished.idleSeconds;
  }

  async create(actor: Actor, announced: AnnouncedUpload): Promise<ResumableUpload> {
    const { userId } = actor;
    await this.access.checkMember(actor, announced.chatId);
    await this.quotas.check(userId, announced.sizeBytes);
    const upload: StoredUpload = {
      ...announced,
      id: FileId.parse(this.ids.next()),
      uploadedBy: userId,
      touchedAt: this.clock.now().toISOString(),
      isFinished: false,
    };
    await this.room.take(upload);
    return announced.sizeBytes === 0 ? this.find(actor, upload.id) : shown(upload, 0);
  }

  async find(actor: Actor, id: FileId): Promise<ResumableUpload> {
    return this.#inTurn(actor, id, async (upload) => {
      await this.uploads.touch(id, this.clock.now());
      return this.#grown(actor, upload);
    });
  }

  async append(actor: Actor, id: FileId, next: NextBytes): Promise<ResumableUpload> {
    return this.#inTurn(actor, id, async (upload, over) => {
      if (next.offset !== (await this.bytes.kept(upload)))
        throw problem('conflict', { field: 'offset' });
      addAbortSignal(over, next.content);
      try {
        await this.bytes.append(upload, next);
      } finally {
        await this.uploads.touch(id, this.clock.now());
      }
      return this.#grown(actor, upload);
    });
  }

  async remove(actor: Actor, id: FileId): Promise<void> {
    await this.#inTurn(actor, id, () => this.bytes.remove(id));
  }

  /** Looked at twice: who may not disturbs nobody, and what was true may change meanwhile. */
  async #inTurn<T>(
    actor: Actor,
    id: FileId,
    work: (upload: StoredUpload, over: AbortSignal) => Promise<T>,
  ): Promise<T> {
    await this.#mine(actor, id);
    return this.turns.take(id, async (over) => {
      const upload = await this.#mine(actor, id);
      try {
        return await work(upload, over);
      } catch (error) {
        // Of a kind that is not accepted, or harmful: nothing that comes later makes it another.
        if (isProblem(error, ...refusals)) await this.bytes.remove(id);
        throw error;
      }
    });
  }

  async #mine(actor: Actor, id: FileId): Promise<StoredUpload> {
    const upload = await this.uploads.find(id);
    if (upload?.uploadedBy !== actor.userId) throw problem('not_found');
    await this.access.checkMember(actor, upload.chatId);
    const idleMs = this.clock.now().getTime() - Date.parse(upload.touchedAt);
    if (idleMs > this.idleSeconds * 1000) throw problem('gone');
    return upload;
  }

  /** What is whole becomes a file now, or, where that failed, the next time. */
  async #grown(actor: Actor, upload: StoredUpload): Promise<ResumableUpload> {
    const keptBytes = await this.bytes.kept(upload);
    if (keptBytes === upload.sizeBytes && !upload.isFinished)
      await this.bytes.finish(actor, upload);
    return shown({ ...upload, touchedAt: this.clock.now().toISOString() }, keptBytes);
  }
}

function shown(upload: StoredUpload, keptBytes: number): ResumableUpload {
  const { id, sizeBytes, metadata, touchedAt } = upload;
  return { id, sizeBytes, metadata, touchedAt, keptBytes };
}

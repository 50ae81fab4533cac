import type { ChatId, FileId, Message, MessageId } from '@app/contracts';
import { EventBus } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AvatarRecords } from './avatars/avatar-records.js';
import { Contents } from './contents.js';
import type { FileUse, StoredFile } from './file.js';
import { FilesRepository } from './files.repository.js';
import { Quota } from './quota.js';

/**
 * Takes files away: from their readers first, then from the storage. Each step may be repeated. A
 * message that is deleted holds none any more: that is heard, not asked for, so that a deletion
 * waits for nobody.
 */
@Injectable()
export class FileRemoval implements OnModuleInit {
  constructor(
    private readonly files: FilesRepository,
    private readonly contents: Contents,
    private readonly quotas: Quota,
    private readonly avatars: AvatarRecords,
    private readonly eventBus: EventBus,
  ) {}

  onModuleInit(): void {
    const handle = async ({ id, kind, deletedAt }: Message) => {
      if (deletedAt && (kind === 'file' || kind === 'voice')) await this.release(id);
    };
    this.eventBus.subscribe({ module: 'files', name: 'message.changed', handle });
  }

  /** The file, if it was there until now. */
  async remove(fileId: FileId): Promise<StoredFile | undefined> {
    const file = await this.files.markGone(fileId);
    if (!file) return undefined;
    await this.quotas.giveBack(file.uploadedBy, file.sizeBytes);
    await this.contents.dropUnneeded(file.sha256);
    // As many as a preview has parts.
    for (const { sha256 } of file.derived) await this.contents.dropUnneeded(sha256);
    return file;
  }

  /** A message holds nothing any more: what no other one holds is removed. Resolves with that. */
  async release(messageId: MessageId): Promise<StoredFile[]> {
    const gone: StoredFile[] = [];
    // As many as one message may hold.
    for (const fileId of await this.files.dropUses(messageId)) {
      const file = await this.#removeUnused(fileId);
      if (file) gone.push(file);
    }
    return gone;
  }

  /** One file of a message that does not hold it. */
  async releaseOne(use: FileUse): Promise<void> {
    await this.files.dropUse(use);
    await this.#removeUnused(use.fileId);
  }

  /** What a chat has that nobody can read any more; true when there may be more than `limit`. */
  async releaseOfChat(chatId: ChatId, limit: number): Promise<boolean> {
    const uses = await this.files.usesIn(chatId, limit);
    for (const use of uses) await this.releaseOne(use);
    await this.avatars.releaseOfChat(chatId);
    return uses.length === limit;
  }

  async #removeUnused(fileId: FileId): Promise<StoredFile | undefined> {
    return (await this.files.isUsed(fileId)) ? undefined : this.remove(fileId);
  }
}

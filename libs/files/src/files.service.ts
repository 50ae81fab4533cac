import {
  problem,
  type Actor,
  type AttachedFiles,
  type AttachFiles,
  type Done,
  type FileLinks,
  type FileMeta,
  type FileQuota,
  type FileRef,
  type FilesApi,
  type ForgetFiles,
  type ForgottenFiles,
  type LinkFiles,
  type MessageRef,
  type ReleasedFiles,
  type StorageTotals,
} from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { FileAccess } from './file-access.js';
import { FileLinker } from './file-linker.js';
import { FileRemoval } from './file-removal.js';
import { toInfo, toMessageFile } from './file.js';
import { FilesRepository } from './files.repository.js';
import { Quota } from './quota.js';

/** All of files but their bytes. */
@Injectable()
export class FilesService implements FilesApi {
  constructor(
    private readonly access: FileAccess,
    private readonly files: FilesRepository,
    private readonly removal: FileRemoval,
    private readonly linker: FileLinker,
    private readonly quotas: Quota,
    private readonly clock: Clock,
  ) {}

  async meta(actor: Actor, { fileId }: FileRef): Promise<FileMeta> {
    const file = await this.access.find(fileId);
    await this.access.checkRead(actor, file);
    const { uploadedBy, createdAt } = file;
    return { ...toInfo(file), uploadedBy, createdAt, link: this.linker.linkTo(file) };
  }

  async links(actor: Actor, { fileIds }: LinkFiles): Promise<FileLinks> {
    const found = await this.files.findAll([...new Set(fileIds)]);
    const readable = await this.access.readable(actor, found);
    return { items: readable.map((file) => this.linker.linkTo(file)) };
  }

  async remove(actor: Actor, { fileId }: FileRef): Promise<Done> {
    const file = await this.access.find(fileId);
    if (file.uploadedBy !== actor.userId) throw problem('forbidden');
    if (file.isSent && !file.isGone) throw problem('conflict', { field: 'messages' });
    await this.removal.remove(fileId);
    return {};
  }

  async quota({ userId }: Actor): Promise<FileQuota> {
    const { limitBytes, maxFileBytes } = this.quotas;
    return { usedBytes: await this.quotas.usedBy(userId), limitBytes, maxFileBytes };
  }

  async attach(actor: Actor, { fileIds, chatId, messageId }: AttachFiles): Promise<AttachedFiles> {
    const files = await this.access.findAll(fileIds);
    await this.access.checkReadAll(actor, files);
    const use = { messageId, chatId, createdAt: this.clock.now().toISOString() };
    await this.files.use(fileIds.map((fileId) => ({ ...use, fileId })));
    // One that went meanwhile was let go by whoever sent it before: this message would have none.
    const kept = await this.files.findAll(fileIds);
    if (kept.some(({ isGone }) => isGone)) {
      await this.removal.release(messageId);
      throw problem('gone');
    }
    return { files: files.map(toMessageFile) };
  }

  async totals(): Promise<StorageTotals> {
    const { workspaceLimitBytes } = this.quotas;
    return { bytes: await this.quotas.usedByAll(), limitBytes: workspaceLimitBytes };
  }

  /** No access check: it is on no edge, and the chats module has made it. */
  async forget(_: Actor, { chatId, limit }: ForgetFiles): Promise<ForgottenFiles> {
    return { hasMore: await this.removal.releaseOfChat(chatId, limit) };
  }

  /** As above. */
  async release(_: Actor, { messageId }: MessageRef): Promise<ReleasedFiles> {
    const gone = await this.removal.release(messageId);
    return { files: gone.length, bytes: gone.reduce((sum, file) => sum + file.sizeBytes, 0) };
  }
}

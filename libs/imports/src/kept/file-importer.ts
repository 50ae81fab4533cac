import { FilesApi, isProblem, type Actor, type ChatId, type FileId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { FileTransfers } from '../../../files/src/file-transfers.js';
import type { SourceFile } from '../source/import-source.js';
import { fileIdOf } from './source-ids.js';

/** Why a file does not come in, however often it is tried. */
const refusals = [
  'payload_too_large',
  'unsupported_media_type',
  'malware_found',
  'quota_exceeded',
  'gone',
] as const;

/** Brings contents in as if somebody had uploaded them: whatever is checked then is checked now. */
@Injectable()
export class FileImporter {
  constructor(
    private readonly files: FilesApi,
    private readonly transfers: FileTransfers,
  ) {}

  /** Undefined, and told to `refused`, for what is not let in. Idempotent. */
  async bring(
    actor: Actor,
    place: { readonly chatId: ChatId; readonly messageKey: string },
    file: SourceFile,
    refused: (code: string) => void,
  ): Promise<FileId | undefined> {
    const { chatId, messageKey } = place;
    const fileId = fileIdOf(chatId, messageKey, file.key);
    try {
      if (!(await this.#isThere(actor, fileId))) await this.#receive(actor, chatId, fileId, file);
      return fileId;
    } catch (error) {
      // What is refused would be refused again; the message comes in without it.
      if (!isProblem(error, ...refusals)) throw error;
      refused(error.code);
      return undefined;
    }
  }

  async #isThere(actor: Actor, fileId: FileId): Promise<boolean> {
    try {
      await this.files.meta(actor, { fileId });
      return true;
    } catch (error) {
      // It is to come.
      if (!isProblem(error, 'not_found')) throw error;
      return false;
    }
  }

  async #receive(actor: Actor, chatId: ChatId, id: FileId, file: SourceFile): Promise<void> {
    const { name, sizeBytes } = file;
    const content = await file.read();
    await this.transfers.receive(actor, {
      id,
      name,
      content,
      announcedBytes: sizeBytes,
      chatId,
      chatIdAtEnd: () => Promise.resolve(chatId),
    });
  }
}

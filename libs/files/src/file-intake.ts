import { problem, type Actor, type ChatId, type FileInfo } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { atMost } from './at-most.js';
import { Contents } from './contents.js';
import { FileAccess } from './file-access.js';
import { looksOf, withHead } from './file-head.js';
import { acceptedMime } from './file-kinds.js';
import { endingOf, safeFileName } from './file-name.js';
import { toInfo } from './file.js';
import { FileRecords } from './file-records.js';
import { Quota } from './quota.js';
import { Scrubber } from './scrub/scrubber.js';
import type { IncomingFile } from './file-transfers.js';

/** Takes files in: what can be refused before anything is stored is, and the rest is taken back. */
@Injectable()
export class FileIntake {
  constructor(
    private readonly access: FileAccess,
    private readonly quotas: Quota,
    private readonly contents: Contents,
    private readonly scrubber: Scrubber,
    private readonly records: FileRecords,
  ) {}

  async receive(actor: Actor, incoming: IncomingFile): Promise<FileInfo> {
    if (incoming.chatId !== undefined) await this.access.checkMember(actor, incoming.chatId);
    await this.quotas.check(actor.userId, incoming.announcedBytes);
    const name = safeFileName(incoming.name);
    const { head, content } = await withHead(incoming.content);
    const mime = await this.judge(name, head);
    const bounded = atMost(this.quotas.maxFileBytes, content);
    const stored = await this.contents.put(this.scrubber.scrub(mime, bounded));
    try {
      const chatId = await this.#chatOf(actor, incoming);
      const whose = { id: incoming.id, uploadedBy: actor.userId, chatId };
      return toInfo(await this.records.add({ ...stored, ...whose, name, mime }));
    } catch (error) {
      // Whatever it was: nobody has this file, so its bytes are of no use.
      await this.contents.dropUnneeded(stored.sha256);
      throw error;
    }
  }

  /** The type of a file whose first bytes these are. Throws `unsupported_media_type`. */
  async judge(name: string, head: Buffer): Promise<string> {
    const mime = acceptedMime(endingOf(safeFileName(name)), await looksOf(head));
    if (mime === undefined) throw problem('unsupported_media_type');
    return mime;
  }

  /** Only its end tells whether a form is whole; the chat may be named before the file or after. */
  async #chatOf(actor: Actor, incoming: IncomingFile): Promise<ChatId> {
    const chatId = await incoming.chatIdAtEnd();
    if (incoming.chatId === undefined) await this.access.checkMember(actor, chatId);
    return chatId;
  }
}

import { json } from 'node:stream/consumers';
import {
  problem,
  Snippet,
  Waveform,
  type Actor,
  type ContentHash,
  type FileId,
  type FileInfo,
  type PreviewSize,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { Contents } from './contents.js';
import { FileAccess } from './file-access.js';
import { FileIntake } from './file-intake.js';
import { isInline } from './file-kinds.js';
import type { Derived, PreviewPart, StoredFile } from './file.js';
import { StoragePort } from './storage/storage-port.js';
import { FileTransfers, type IncomingFile, type ReadableFile } from './file-transfers.js';

/** How long a link past our servers is good, in s: as long as it takes to follow it. */
const directSeconds = 60;

@Injectable()
export class LocalFileTransfers extends FileTransfers {
  constructor(
    private readonly access: FileAccess,
    private readonly intake: FileIntake,
    private readonly contents: Contents,
    private readonly storage: StoragePort,
  ) {
    super();
  }

  receive(actor: Actor, incoming: IncomingFile): Promise<FileInfo> {
    return this.intake.receive(actor, incoming);
  }

  async open(actor: Actor | undefined, fileId: FileId): Promise<ReadableFile> {
    const { name, mime, sizeBytes, sha256 } = await this.#readable(actor, fileId);
    return {
      name,
      mime,
      size: sizeBytes,
      sha256,
      isInline: isInline(mime),
      ...this.#ways(sha256, mime),
    };
  }

  async openPreview(
    actor: Actor | undefined,
    fileId: FileId,
    size: PreviewSize,
  ): Promise<ReadableFile> {
    const { name, derived } = await this.#readable(actor, fileId);
    const isPicture = ({ part }: Derived) => part === '320' || part === '1280';
    const pictures = derived.filter(isPicture);
    const found = pictures.findLast(({ part }) => Number(part) <= size);
    if (!found) throw problem('not_found');
    const { sha256, sizeBytes } = found;
    const shown = { name: `${name}.webp`, mime: 'image/webp', isInline: true };
    return { ...shown, size: sizeBytes, sha256, ...this.#ways(sha256, 'image/webp') };
  }

  async waveform(actor: Actor, fileId: FileId): Promise<Waveform> {
    return Waveform.parse(await this.#made(actor, fileId, 'waveform'));
  }

  async snippet(actor: Actor, fileId: FileId): Promise<Snippet> {
    return Snippet.parse(await this.#made(actor, fileId, 'snippet'));
  }

  /** What a preview has as JSON. */
  async #made(actor: Actor, fileId: FileId, wanted: PreviewPart): Promise<unknown> {
    const { derived } = await this.#readable(actor, fileId);
    const found = derived.find(({ part }) => part === wanted);
    if (!found) throw problem('not_found');
    return json(await this.contents.open(found.sha256));
  }

  async #readable(actor: Actor | undefined, fileId: FileId): Promise<StoredFile> {
    const file = await this.access.find(fileId);
    if (actor) await this.access.checkRead(actor, file);
    else if (file.isGone) throw problem('gone');
    return file;
  }

  #ways(sha256: ContentHash, mime: string): Pick<ReadableFile, 'read' | 'linkFor'> {
    return {
      read: (range) => this.contents.open(sha256, range),
      linkFor: (disposition) =>
        this.storage.linkTo(sha256, { disposition, mime, lifeSeconds: directSeconds }),
    };
  }
}

import type { Readable } from 'node:stream';
import type {
  Actor,
  ChatId,
  FileId,
  FileInfo,
  PreviewSize,
  Snippet,
  Waveform,
} from '@app/contracts';
import type { ByteRange } from './storage/storage-port.js';

export type { ByteRange };

/** A file on its way in, as the edge reads it off a form. */
export interface IncomingFile {
  /** Absent: it is given one when it is kept. */
  readonly id?: FileId | undefined;
  /** As the sender says it. */
  readonly name: string;
  readonly content: Readable;
  /** At most so many bytes will come, as the sender says. */
  readonly announcedBytes: number;
  /** For which chat; undefined while the form has not said so yet. */
  readonly chatId: ChatId | undefined;
  /** Known once the form has come to its end. Throws `validation_failed` when it is not whole. */
  readonly chatIdAtEnd: () => Promise<ChatId>;
}

/** A file, or what was made of one, that may be read. */
export interface ReadableFile extends Pick<FileInfo, 'name' | 'mime' | 'size' | 'sha256'> {
  /** Whether a browser may show it in place: never what it could run. */
  readonly isInline: boolean;
  readonly read: (range?: ByteRange) => Promise<Readable>;
  /** Where to get it instead, past our servers; undefined where there is none. */
  readonly linkFor: (disposition: string) => Promise<string | undefined>;
}

/**
 * The bytes of files, within one process: the edge of whoever keeps them knows this beside
 * `FilesApi`, and bytes travel by HTTP only (ADR 13).
 */
export abstract class FileTransfers {
  /**
   * Keeps a file. Throws `not_member`, `not_found` (of the chat), `payload_too_large`,
   * `unsupported_media_type`, `malware_found`, `quota_exceeded`, `storage_full`,
   * `validation_failed`, `service_unavailable`; then nothing of it is kept.
   */
  abstract receive(actor: Actor, incoming: IncomingFile): Promise<FileInfo>;

  /**
   * For who may read it; without an actor for who has shown a link. Throws `not_found`,
   * `forbidden`, `gone`.
   */
  abstract open(actor: Actor | undefined, fileId: FileId): Promise<ReadableFile>;

  /**
   * A picture of the file, as `open`: no larger than that, or the largest there is. Throws
   * `not_found` where there is none, or none yet.
   */
  abstract openPreview(
    actor: Actor | undefined,
    fileId: FileId,
    size: PreviewSize,
  ): Promise<ReadableFile>;

  /** Throws `not_found` where there is none, or none yet, and as `open`. */
  abstract waveform(actor: Actor, fileId: FileId): Promise<Waveform>;

  /** As `waveform`. */
  abstract snippet(actor: Actor, fileId: FileId): Promise<Snippet>;
}

import type { Readable } from 'node:stream';
import type { Actor, ChatId, FileId } from '@app/contracts';

/** What a sender says before the first byte. */
export interface AnnouncedUpload {
  /** As the sender says it. */
  readonly name: string;
  readonly chatId: ChatId;
  readonly sizeBytes: number;
  /** All that was said, to be told again as it came. */
  readonly metadata: string;
}

/** An upload that may be resumed, or that has just become a file. */
export interface ResumableUpload {
  /** That of the file, too, once it is whole. */
  readonly id: FileId;
  readonly sizeBytes: number;
  readonly metadata: string;
  /** So many bytes are kept; when all are, it is a file. */
  readonly keptBytes: number;
  /** ISO 8601: when somebody last asked for it. */
  readonly touchedAt: string;
}

/** What the bytes of one request have to come to. */
export interface Checksum {
  readonly algorithm: 'sha1' | 'sha256';
  /** Base64. */
  readonly digest: string;
}

/** The next bytes of an upload. */
export interface NextBytes {
  /** So many came before. */
  readonly offset: number;
  readonly content: Readable;
  readonly checksum: Checksum | undefined;
}

/**
 * Uploads in several requests, within one process, as `FileTransfers`: any process that shares the
 * storage goes on where another one has stopped. All but `create` is for who began the upload and
 * is still in its chat; others hear `not_found`, `not_member`. Also thrown: `gone` once it was idle
 * for too long, `service_unavailable`.
 *
 * One request at a time works on an upload: a later one ends the earlier, and waits for it.
 */
export abstract class ResumableTransfers {
  /** Bytes of one file. */
  abstract readonly maxBytes: number;

  /** Seconds without a request until an upload is gone. */
  abstract readonly idleSeconds: number;

  /**
   * Throws `not_member`, `not_found` (of the chat), `payload_too_large`, `quota_exceeded`,
   * `rate_limited` (too many of one's own are under way), `storage_full` (too much of all is).
   */
  abstract create(actor: Actor, announced: AnnouncedUpload): Promise<ResumableUpload>;

  /** Where it goes on. Throws as `append`, as it finishes what is whole. */
  abstract find(actor: Actor, id: FileId): Promise<ResumableUpload>;

  /**
   * Keeps what comes, as far as it comes, even if the stream breaks off; with a checksum all of it
   * or nothing. The last byte makes it a file, as `FileTransfers.receive` does, and by its rules.
   *
   * Throws `conflict {field: 'offset'}`, `checksum_mismatch`, `payload_too_large` for more than was
   * announced; then nothing has changed. `unsupported_media_type`, `malware_found`: the upload is
   * gone, too.
   */
  abstract append(actor: Actor, id: FileId, next: NextBytes): Promise<ResumableUpload>;

  /** Gives it up; a file that it has become stays. */
  abstract remove(actor: Actor, id: FileId): Promise<void>;
}

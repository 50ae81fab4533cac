import type { Readable } from 'node:stream';
import type { FileId } from '@app/contracts';

/** One that a sweep finds; it may find the same several times. */
export interface Unfinished {
  readonly id: FileId;
  readonly touchedAt: Date;
}

/**
 * Contents that have come in part, each under the id of its upload: the same for all processes that
 * share the storage. One caller at a time changes one.
 *
 * Throws as `StoragePort` does. Deliberately not here: whose an upload is, and what becomes of it.
 */
export abstract class UnfinishedContents {
  /** Bytes that are kept, from the first on; 0 for one that nobody knows. */
  abstract size(id: FileId): Promise<number>;

  /**
   * Keeps what comes from `offset` on, which is its size. When it rejects, with what `content`
   * fails with, what came before is kept, as far as `size` says.
   */
  abstract append(id: FileId, offset: number, content: AsyncIterable<Buffer>): Promise<void>;

  /** The first `bytes` of it, at most as many as it has. */
  abstract read(id: FileId, bytes: number): Readable;

  /** Idempotent. */
  abstract remove(id: FileId): Promise<void>;

  abstract list(): AsyncIterable<Unfinished>;
}

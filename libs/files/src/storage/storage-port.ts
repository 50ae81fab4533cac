import type { Readable } from 'node:stream';
import type { ContentHash } from '@app/contracts';
import type { UnfinishedContents } from './unfinished-contents.js';

/** A content that is kept. */
export interface Stored {
  readonly sha256: ContentHash;
  readonly sizeBytes: number;
}

/**
 * Looks at a content that is whole and has no place yet, as often as it is opened; rejects with why
 * it is not to be kept.
 */
export type CheckContent = (open: () => Readable) => Promise<void>;

/** Bytes from `start` to `end`, both included, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A content as a sweep finds it. */
export interface Kept extends Stored {
  readonly storedAt: Date;
}

/** What a download is told about itself where no server of ours answers. */
export interface DirectLink {
  /** As of `Content-Disposition`. */
  readonly disposition: string;
  readonly mime: string;
  /** How long the link is good, in s. */
  readonly lifeSeconds: number;
}

/**
 * Where the bytes of files are, each content once, by its SHA-256. The same for all processes that
 * share it.
 *
 * Every method throws `service_unavailable {service: 'storage'}` when the backing is away.
 *
 * Deliberately not here: names, types, who may read (that is the files module), and who still needs
 * a content: `remove` asks nobody.
 */
export abstract class StoragePort {
  /** What comes in several requests, until it is whole. */
  abstract readonly unfinished: UnfinishedContents;

  /**
   * Keeps what comes, hashed on its way, one piece in memory. When it resolves the content outlives
   * a loss of power. What is there already is stored over, or left as it is.
   *
   * Rejects with what `content` or `check` fails with, or with `storage_full`; then nothing is
   * left behind.
   */
  abstract put(content: AsyncIterable<Buffer>, check?: CheckContent): Promise<Stored>;

  /**
   * The bytes, or those of a range within the size. Destroy the stream when nobody reads it. Throws
   * `not_found`.
   */
  abstract open(sha256: ContentHash, range?: ByteRange): Promise<Readable>;

  abstract has(sha256: ContentHash): Promise<boolean>;

  /** Idempotent. */
  abstract remove(sha256: ContentHash): Promise<void>;

  /** All that is kept, in no order. What comes or goes meanwhile may be missing. */
  abstract list(): AsyncIterable<Kept>;

  /** Removes what broken uploads have left behind before then. */
  abstract sweep(before: Date): Promise<void>;

  /** Whether it answers: for health checks. Rejects when not. */
  abstract check(): Promise<void>;

  /** A link to the bytes past our servers; undefined where there is none. */
  abstract linkTo(sha256: ContentHash, link: DirectLink): Promise<string | undefined>;

  /** Idempotent. */
  abstract close(): Promise<void>;
}

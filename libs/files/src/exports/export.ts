import type { Actor, ContentHash, ExportId, ExportState } from '@app/contracts';

/** An archive that is kept. */
export interface KeptArchive {
  readonly sha256: ContentHash;
  readonly sizeBytes: number;
  /** Files that had no room in it. */
  readonly leftOut: number;
}

/** What somebody has ordered, and what came of it. */
export interface StoredExport {
  readonly id: ExportId;
  /** On whose behalf everything in it is read. */
  readonly actor: Actor;
  readonly state: ExportState;
  /** ISO 8601, as the next two. */
  readonly createdAt: string;
  readonly endedAt?: string | undefined;
  /** When it is removed. */
  readonly expiresAt?: string | undefined;
  readonly archive?: KeptArchive | undefined;
}

/** How one comes to its end. */
export type ExportEnd = Required<Pick<StoredExport, 'endedAt' | 'expiresAt'>> &
  ({ readonly state: 'ready'; readonly archive: KeptArchive } | { readonly state: 'failed' });

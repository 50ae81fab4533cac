import type { Actor, DataExport, DataExportList, ExportId, Origin } from '@app/contracts';
import type { ReadableFile } from './file-transfers.js';

/**
 * What is kept of somebody, to take along: ordered, made by a job, and fetched for a while. Within
 * one process, as `FileTransfers` is.
 */
export abstract class ExportTransfers {
  /**
   * Orders one; as long as one is pending it is that one. Once it is ready, those before it are
   * removed. Throws `rate_limited` where the last one is ready and was ordered within a day, and
   * `service_unavailable`.
   */
  abstract order(actor: Actor, origin: Origin): Promise<DataExport>;

  /** One's own. */
  abstract list(actor: Actor): Promise<DataExportList>;

  /**
   * For whose it is; without an actor for who has shown a link. Throws `not_found` for another's,
   * one that is not ready, and one that was removed.
   */
  abstract open(actor: Actor | undefined, id: ExportId, origin: Origin): Promise<ReadableFile>;
}

import * as z from 'zod/mini';
import { ContentHash } from './ids.js';
import { IsoTime, Mark } from './text.js';

/** What somebody has ordered of all that is kept of them. */
export const ExportId = z
  .string()
  .check(z.regex(/^[0-9A-Z]{26}$/, 'Not an id'))
  .brand<'ExportId'>();
export type ExportId = z.output<typeof ExportId>;

/** `failed`: it was given up; another one may be ordered. */
export const ExportState = z.enum(['pending', 'ready', 'failed']);
export type ExportState = z.output<typeof ExportState>;

/** The archive of a ready one. `url` needs no token until `linkEndsAt`; ask again for another. */
export const ExportArchive = z.strictObject({
  url: z.string(),
  linkEndsAt: IsoTime,
  /** In bytes. */
  size: Mark,
  sha256: ContentHash,
  /** Files that had no room in it; they are listed in it. */
  leftOut: Mark,
});
export type ExportArchive = z.output<typeof ExportArchive>;
z.globalRegistry.add(ExportArchive, { id: 'ExportArchive' });

/** `expiresAt`: when it is removed; absent as long as it is pending. */
export const DataExport = z.strictObject({
  id: ExportId,
  state: ExportState,
  createdAt: IsoTime,
  endedAt: z.optional(IsoTime),
  expiresAt: z.optional(IsoTime),
  archive: z.optional(ExportArchive),
});
export type DataExport = z.output<typeof DataExport>;
z.globalRegistry.add(DataExport, { id: 'DataExport' });

/** The newest first. */
export const DataExportList = z.strictObject({ items: z.array(DataExport) });
export type DataExportList = z.output<typeof DataExportList>;
z.globalRegistry.add(DataExportList, { id: 'DataExportList' });

/** `GET /api/users/me/export/:exportId`: with the signature of its link, or with a token. */
export const ExportQuery = z.strictObject({
  expires: z.optional(z.string()),
  signature: z.optional(z.string()),
});
export type ExportQuery = z.output<typeof ExportQuery>;

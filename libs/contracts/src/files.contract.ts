import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, ContentHash, FileId, MessageId, UserId } from './ids.js';
import { MessageFile } from './message-file.js';
import { maxFilesOfMessage, MessageRef } from './messages.contract.js';
import { Done } from './paging.js';
import { StorageTotals } from './stats.contract.js';
import { IsoTime, Listed, Mark } from './text.js';

/** UTF-16 units of a file's name. */
export const maxFileName = 255;

/** `none`: of this kind there is none. */
export const PreviewState = z.enum(['pending', 'ready', 'failed', 'none']);
export type PreviewState = z.output<typeof PreviewState>;

/** Px of the longer side of a preview, at most. */
export const PreviewSize = z.union([z.literal(320), z.literal(1280)]);
export type PreviewSize = z.output<typeof PreviewSize>;

/** Amplitudes of a waveform, 0 to 255. */
export const waveformPoints = 256;

/** Whole, and no larger than anything real is. */
const measure = z.int().check(z.nonnegative(), z.maximum(2_147_483_647));

/** What the preview has shown of a file. Each where there is such a thing. */
export const FileDetails = z.strictObject({
  /** Px, of a picture or a film as it is shown: upright. */
  width: z.optional(measure),
  height: z.optional(measure),
  /** A tiny WebP, as base64: what stands in the place until a preview is there. */
  blur: z.optional(z.string().check(z.maxLength(400), z.regex(/^[\w+/]+={0,2}$/))),
  isAnimated: z.optional(z.literal(true)),
  durationMs: z.optional(measure),
  pages: z.optional(measure),
  /** Which previews there are: none is larger than the file itself. */
  sizes: z.optional(z.array(PreviewSize).check(z.maxLength(2))),
  hasWaveform: z.optional(z.literal(true)),
  hasSnippet: z.optional(z.literal(true)),
});
export type FileDetails = z.output<typeof FileDetails>;
z.globalRegistry.add(FileDetails, { id: 'FileDetails' });

const previewed = { preview: PreviewState, details: z.optional(FileDetails) };

/** A file as everybody sees it who may see it. `size` in bytes. */
export const FileInfo = z.strictObject({
  id: FileId,
  name: z.string(),
  /** By its bytes; what the sender says counts for nothing. */
  mime: z.string(),
  size: z.int(),
  sha256: ContentHash,
  ...previewed,
});
export type FileInfo = z.output<typeof FileInfo>;
z.globalRegistry.add(FileInfo, { id: 'File' });

/**
 * A way to the bytes that needs no token, until it ends; and the same to its previews, of the sizes
 * that there are by now.
 */
export const FileLink = z.strictObject({
  id: FileId,
  url: z.string(),
  expiresAt: IsoTime,
  ...previewed,
  previews: z.array(z.strictObject({ size: PreviewSize, url: z.string() })).check(z.maxLength(2)),
});
export type FileLink = z.output<typeof FileLink>;
z.globalRegistry.add(FileLink, { id: 'FileLink' });

export const FileMeta = z.strictObject({
  ...FileInfo.shape,
  uploadedBy: UserId,
  createdAt: IsoTime,
  link: FileLink,
});
export type FileMeta = z.output<typeof FileMeta>;
z.globalRegistry.add(FileMeta, { id: 'FileMeta' });

export const FileRef = z.strictObject({ fileId: FileId });
export type FileRef = z.output<typeof FileRef>;

const FileIds = z.array(FileId).check(z.maxLength(100));

export const FileLinksQuery = z.strictObject({
  ids: z.pipe(Listed, FileIds),
});
export type FileLinksQuery = z.output<typeof FileLinksQuery>;

export const LinkFiles = z.strictObject({ fileIds: FileIds });
export type LinkFiles = z.output<typeof LinkFiles>;

export const FileLinks = z.strictObject({ items: z.array(FileLink) });
export type FileLinks = z.output<typeof FileLinks>;
z.globalRegistry.add(FileLinks, { id: 'FileLinks' });

/** How much somebody keeps, and may. Bytes; a limit of null is none. */
export const FileQuota = z.strictObject({
  usedBytes: z.int(),
  limitBytes: z.nullable(z.int()),
  maxFileBytes: z.int(),
});
export type FileQuota = z.output<typeof FileQuota>;
z.globalRegistry.add(FileQuota, { id: 'FileQuota' });

export const AttachFiles = z.strictObject({
  fileIds: z.array(FileId).check(z.maxLength(maxFilesOfMessage)),
  chatId: ChatId,
  messageId: MessageId,
});
export type AttachFiles = z.output<typeof AttachFiles>;

export const AttachedFiles = z.strictObject({ files: z.array(MessageFile) });
export type AttachedFiles = z.output<typeof AttachedFiles>;

/** Up to `limit` files that messages of a deleted chat hold are to be let go of. */
export const ForgetFiles = z.strictObject({
  chatId: ChatId,
  limit: z.int().check(z.minimum(1), z.maximum(500)),
});
export type ForgetFiles = z.output<typeof ForgetFiles>;

export const ForgottenFiles = z.strictObject({ hasMore: z.boolean() });
export type ForgottenFiles = z.output<typeof ForgottenFiles>;

/** What went, since nothing else holds it. */
export const ReleasedFiles = z.strictObject({ files: Mark, bytes: Mark });
export type ReleasedFiles = z.output<typeof ReleasedFiles>;

/** `GET /api/files/:id`: with the signature of a link, or with a token. */
export const FileQuery = z.strictObject({
  expires: z.optional(z.string()),
  signature: z.optional(z.string()),
  /** To keep it, whatever a browser could show. */
  download: z.optional(z.enum(['true', 'false'])),
});
export type FileQuery = z.output<typeof FileQuery>;

/** `GET /api/files/:id/preview`. A size that is larger than the file gives the largest there is. */
export const PreviewQuery = z.strictObject({
  expires: z.optional(z.string()),
  signature: z.optional(z.string()),
  size: z.pipe(
    z._default(z.enum(['320', '1280']), '320'),
    z.transform((size) => PreviewSize.parse(Number(size))),
  ),
});
export type PreviewQuery = z.output<typeof PreviewQuery>;

/** How loud a sound is from its beginning to its end. */
export const Waveform = z.strictObject({
  points: z.array(z.int().check(z.minimum(0), z.maximum(255))).check(z.length(waveformPoints)),
});
export type Waveform = z.output<typeof Waveform>;
z.globalRegistry.add(Waveform, { id: 'Waveform' });

/** How a text begins: at most 50 lines. */
export const Snippet = z.strictObject({
  text: z.string(),
  /** By its ending, as highlighters name it; absent: nobody knows, or it is in none. */
  language: z.optional(z.string()),
  isWhole: z.boolean(),
});
export type Snippet = z.output<typeof Snippet>;
z.globalRegistry.add(Snippet, { id: 'Snippet' });

export const filesContract = defineApi({
  meta: rpc('files.meta', FileRef, FileMeta),
  links: rpc('files.links', LinkFiles, FileLinks),
  remove: rpc('files.remove', FileRef, Done),
  quota: rpc('files.quota', Done, FileQuota),
  attach: rpc('files.attach', AttachFiles, AttachedFiles),
  forget: rpc('files.forget', ForgetFiles, ForgottenFiles),
  release: rpc('files.release', MessageRef, ReleasedFiles),
  totals: rpc('files.totals', Done, StorageTotals),
});

/**
 * Files, but for their bytes, which never travel by a port: see `FileTransfers`.
 *
 * Whoever uploaded one may read it; once messages hold it, so may the members of their chats.
 *
 * - `meta`, `links`: throw `not_found`, `forbidden`, `gone`; `links` leaves those out instead.
 * - `remove`: by who uploaded it, before it was sent. Throws `forbidden`, `conflict {field:
 *   'messages'}` once a message holds it. Already gone is success.
 * - `quota`: one's own.
 * - `attach`: a message holds these files from now on, in this order; who sends it may read them
 *   all. For the messages module, before it stores the message; idempotent. Throws as `meta`.
 * - `forget`: for the chats module, once nobody can read a chat any more. Again is harmless.
 * - `totals`: for modules; on no edge.
 *
 * - `release`: for the chats module, once nobody can read a message any more. Again is harmless.
 *
 * A deletion does not ask for that, since it waits for nobody: that a message is deleted is heard
 * as a fact; what no other message holds is gone then.
 */
export abstract class FilesApi extends apiClass(filesContract) {}

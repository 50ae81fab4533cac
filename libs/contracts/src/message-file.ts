import * as z from 'zod/mini';
import { FileId } from './ids.js';

export const MessageKind = z.enum(['text', 'file', 'voice', 'call', 'system']);
export type MessageKind = z.output<typeof MessageKind>;

/** A file as a message says that holds it: what was known of it when it was sent. */
export const MessageFile = z.strictObject({
  id: FileId,
  name: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Of a picture or a film as it is shown, px. */
  width: z.optional(z.int()),
  height: z.optional(z.int()),
  durationMs: z.optional(z.int()),
});
export type MessageFile = z.output<typeof MessageFile>;
z.globalRegistry.add(MessageFile, { id: 'MessageFile' });

/**
 * What a file is to who looks for one. `visual`: pictures and films. `sound`: also what somebody
 * has said. `document`: what is read. `other`: archives.
 */
export const FileKind = z.enum(['visual', 'document', 'sound', 'other']);
export type FileKind = z.output<typeof FileKind>;

const archive = /^application\/(?:zip|gzip|x-tar|x-bzip2|x-xz|x-7z-compressed)$/;

/** A drawing may run code, and is never shown in place: it is a document. */
export function fileKindOf(
  { mime }: Pick<MessageFile, 'mime'>,
  messageKind: MessageKind,
): FileKind {
  if (messageKind === 'voice' || mime.startsWith('audio/')) return 'sound';
  if (mime === 'image/svg+xml') return 'document';
  if (/^(?:image|video)\//.test(mime)) return 'visual';
  return archive.test(mime) ? 'other' : 'document';
}

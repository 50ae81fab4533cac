import type {
  ChatId,
  ContentHash,
  FileDetails,
  FileId,
  FileInfo,
  MessageFile,
  MessageId,
  PreviewState,
  UserId,
} from '@app/contracts';
import type { Stored } from './storage/storage-port.js';

/** What a preview is made of: pictures by their size, and JSON. */
export type PreviewPart = '320' | '1280' | 'waveform' | 'snippet';

/** A content that was made of that of a file, and goes with it. */
export interface Derived extends Stored {
  readonly part: PreviewPart;
}

/** An upload as stored. */
export interface StoredFile {
  readonly id: FileId;
  readonly uploadedBy: UserId;
  /** For which it was uploaded; messages of others may hold it, too. */
  readonly chatId: ChatId;
  readonly name: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: ContentHash;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Whether a message ever held it. */
  readonly isSent: boolean;
  /** Its bytes may be kept still: another upload has the same. */
  readonly isGone: boolean;
  readonly preview: PreviewState;
  /** Once it is ready. */
  readonly details?: FileDetails | undefined;
  readonly derived: readonly Derived[];
}

/** A message that holds a file, or was about to. */
export interface FileUse {
  readonly fileId: FileId;
  readonly messageId: MessageId;
  readonly chatId: ChatId;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** What a message says of it. */
export function toMessageFile({ id, name, mime, sizeBytes, details }: StoredFile): MessageFile {
  const file: MessageFile = { id, name, mime, size: sizeBytes };
  const { width, height, durationMs } = details ?? {};
  if (width !== undefined) file.width = width;
  if (height !== undefined) file.height = height;
  if (durationMs !== undefined) file.durationMs = durationMs;
  return file;
}

export function toInfo(file: StoredFile): FileInfo {
  const { id, name, mime, sizeBytes, sha256 } = file;
  return { id, name, mime, size: sizeBytes, sha256, ...previewOf(file) };
}

/** What everybody sees of its preview. */
export function previewOf({ preview, details }: StoredFile): Pick<FileInfo, 'preview' | 'details'> {
  return details === undefined ? { preview } : { preview, details };
}

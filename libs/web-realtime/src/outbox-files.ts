import type { ChatId, ClientMsgId, FileId } from '@app/contracts';

/**
 * A file of a message on its way, without its content. `key`: names the content in this browser.
 * `type`: as the browser believes. `width`, `height`: px of a picture, so that it has its room.
 * `durationMs`: of what was recorded here.
 */
export interface OutboxFile {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
  /** It is uploaded: a message names it so. */
  readonly fileId?: FileId;
  /** Where what has arrived of it waits for the rest. */
  readonly uploadAt?: string;
  /** Of the problem for which it was refused. */
  readonly code?: string;
  /** Its content is only in the memory of the page. */
  readonly isUnkept?: true;
  /** The person wants it to wait. */
  readonly isPaused?: true;
}

/** A file that somebody has chosen. */
export interface ChosenFile extends Pick<
  OutboxFile,
  'name' | 'type' | 'width' | 'height' | 'durationMs'
> {
  readonly content: Blob;
}

/** Of no problem of the server: the browser has its content no more. */
export const LOST_FILE = 'file_lost';

export function keyOf(clientMsgId: ClientMsgId, place: number): string {
  return `${clientMsgId}/${place}`;
}

/** The entry that a content belongs to. */
export function entryOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/** Keeps contents over reloads and crashes, each under its key. */
export abstract class ContentStorage {
  /** Rejects when there is no room. */
  abstract put(key: string, content: Blob): Promise<void>;

  abstract get(key: string): Promise<Blob | undefined>;

  abstract keys(): Promise<readonly string[]>;

  /** Forgets these; unknown ones are no error. */
  abstract remove(keys: readonly string[]): Promise<void>;
}

/** For tests, and for browsers that refuse IndexedDB (private windows). */
export class MemoryContentStorage implements ContentStorage {
  private readonly contents = new Map<string, Blob>();

  put(key: string, content: Blob): Promise<void> {
    this.contents.set(key, content);
    return Promise.resolve();
  }

  get(key: string): Promise<Blob | undefined> {
    return Promise.resolve(this.contents.get(key));
  }

  keys(): Promise<readonly string[]> {
    return Promise.resolve([...this.contents.keys()]);
  }

  remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.contents.delete(key);
    return Promise.resolve();
  }
}

export interface UploadWish {
  readonly chatId: ChatId;
  /** The same for each try of the same file. */
  readonly key: string;
  readonly name: string;
  readonly content: Blob;
  /** Ends it; what has arrived may stay there for another try. */
  readonly signal: AbortSignal;
  /** Tells how many bytes are there. */
  readonly note: (sentBytes: number) => void;
  /** Where an earlier try has brought some of it; `began` is told of another place. */
  readonly at?: string | undefined;
  readonly began: (at: string) => Promise<void>;
}

/**
 * The way of bytes to the server. Rejects with `RequestProblem` for a refusal, with
 * `ConnectionLost` without an answer, and with an `AbortError` when it was ended.
 */
export abstract class FileUploads {
  abstract upload(wish: UploadWish): Promise<FileId>;

  /** Nobody wants what waits there any more. Rejects as `upload` does, which harms nobody. */
  abstract giveUp(at: string): Promise<void>;
}

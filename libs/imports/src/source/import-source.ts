import type { Readable } from 'node:stream';
import type { ImportNoteReason } from '@app/contracts';

/** Somebody who has said something elsewhere. `key`: by which the source names them. */
export interface SourcePerson {
  readonly key: string;
  readonly username: string;
  readonly name: string;
  /** In lower case; absent of programs, and where the export has none. */
  readonly email?: string;
}

/** Where things were said elsewhere. */
export interface SourceChat {
  /** Unique, and the same in each export of the same place. */
  readonly key: string;
  readonly kind: 'channel' | 'group';
  /** A conversation of a few people: it comes in only where all of them are known here. */
  readonly isDirect: boolean;
  readonly visibility: 'public' | 'private';
  /** Absent: it is called by its people. */
  readonly name?: string;
  readonly slug: string;
  readonly topic: string;
  readonly isArchived: boolean;
  readonly memberKeys: readonly string[];
  readonly creatorKey?: string;
  /** ISO 8601; absent: when the first thing was said. */
  readonly createdAt?: string;
}

/** A file that a message had. */
export interface SourceFile {
  readonly key: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** Its content. Breaks off with `SourceRefused`. */
  readonly read: () => Promise<Readable>;
}

export interface SourceReaction {
  readonly emoji: string;
  readonly byKeys: readonly string[];
}

/** Something that was said, in the words and marks of Parley. */
export interface SourceMessage {
  /** Unique in its chat, and the same in each export. */
  readonly key: string;
  /** ISO 8601. */
  readonly at: string;
  readonly authorKey: string;
  readonly text: string;
  /** The message at the head of its thread. */
  readonly rootKey?: string;
  readonly reactions: readonly SourceReaction[];
  readonly files: readonly SourceFile[];
  readonly isPinned: boolean;
}

/** Hears of what is left out, and by what of the source it is known. */
export type NoteTaker = (reason: ImportNoteReason, example: string, count?: number) => void;

/** What a source asks of whoever reads it. */
export interface Hearing {
  readonly note: NoteTaker;
  /** How somebody is called here. */
  readonly usernameOf: (person: SourcePerson) => string;
}

/** An export of another program, read as a stream and in the same order each time. */
export interface ImportSourceReader {
  /** Those that the export lists, and that those who speak in it are. Few enough for memory. */
  readonly people: ReadonlyMap<string, SourcePerson>;
  readonly chats: readonly SourceChat[];

  /** What was said in one chat, in the order of time. Throws `SourceRefused`. */
  messages(chat: SourceChat, hearing: Hearing): AsyncIterable<SourceMessage>;

  /** Somebody whom the export did not list, and whom a message has brought along. */
  personOf(key: string): SourcePerson;

  close(): Promise<void>;
}

/** As many as are kept in memory; more is no workspace, or a trick. */
export const mostPeople = 200_000;
export const mostChats = 50_000;

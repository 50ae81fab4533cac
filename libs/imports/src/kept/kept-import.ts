import type {
  ChatId,
  Import,
  ImportCounts,
  ImportId,
  ImportNote,
  ImportRefusal,
} from '@app/contracts';

/** One that was ordered. */
export type OrderedImport = Pick<
  Import,
  'id' | 'source' | 'isTrial' | 'fileId' | 'fileName' | 'createdBy' | 'createdAt'
>;

/** What came of one. */
export type ImportEnd = { readonly endedAt: string } & (
  | { readonly state: 'done' | 'stopped' }
  | { readonly state: 'failed'; readonly refusal: ImportRefusal }
);

/** How far one has come. */
export interface Reached {
  readonly progress?: Import['progress'];
  readonly counts: ImportCounts;
  readonly notes: readonly ImportNote[];
}

/** A chat that an import has begun. */
export interface ImportedChat {
  readonly id: ChatId;
  /** The one that has worked on it last. */
  readonly importId: ImportId;
  /** Messages of the source that were dealt with: they are passed over from then on. */
  readonly done: number;
  readonly isWhole: boolean;
  /** What they came to. */
  readonly counts: ImportCounts;
  readonly notes: readonly ImportNote[];
}

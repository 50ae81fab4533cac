import * as z from 'zod/mini';
import { Reason } from './accounts.contract.js';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { FileId, UserId } from './ids.js';
import { Done } from './paging.js';
import { IsoTime, Mark } from './text.js';

export const ImportId = z
  .string()
  .check(z.regex(/^[0-9A-Z]{26}$/, 'Not an id'))
  .brand<'ImportId'>();
export type ImportId = z.output<typeof ImportId>;

/**
 * `slack`: the ZIP of an export. `mattermost`: the JSONL of a bulk export, or a ZIP with it and its
 * attachments.
 */
export const ImportSource = z.enum(['slack', 'mattermost']);
export type ImportSource = z.output<typeof ImportSource>;

/** `pending`: it waits, or is under way. */
export const ImportState = z.enum(['pending', 'done', 'failed', 'stopped']);
export type ImportState = z.output<typeof ImportState>;

/** How much has come in so far; of a trial: would. */
export const ImportCounts = z.strictObject({
  /** Those of the source that have an account here. */
  matchedPeople: Mark,
  /** Those that got one that nobody can sign in with. */
  placeholders: Mark,
  chats: Mark,
  messages: Mark,
  reactions: Mark,
  files: Mark,
});
export type ImportCounts = z.output<typeof ImportCounts>;
z.globalRegistry.add(ImportCounts, { id: 'ImportCounts' });

/**
 * What was left out, or is other than it was. `placeholder`: who has no account here.
 * `chat_present`: it came in before, or was deleted here. `direct_incomplete`: not everybody in it
 * has an account here.
 * `event`: joins, renames and the like. `unknown_kind`, `not_understood`, `no_content`: messages.
 * `file_linked`: its content is not in the archive, and its address stays in the text.
 * `file_missing`, `file_refused`: there is nothing of it. `unknown_emoji`: a reaction.
 * `root_missing`: a reply that answers to nothing now.
 */
export const ImportNoteReason = z.enum([
  'placeholder',
  'chat_present',
  'direct_incomplete',
  'event',
  'unknown_kind',
  'not_understood',
  'no_content',
  'file_linked',
  'file_missing',
  'file_refused',
  'unknown_emoji',
  'root_missing',
]);
export type ImportNoteReason = z.output<typeof ImportNoteReason>;

/** `examples`: the first few; of `placeholder` up to 100. */
export const ImportNote = z.strictObject({
  reason: ImportNoteReason,
  count: Mark,
  examples: z.array(z.string()),
});
export type ImportNote = z.output<typeof ImportNote>;
z.globalRegistry.add(ImportNote, { id: 'ImportNote' });

/** Why it has failed, and where in the source: `line` from 1. */
export const ImportRefusal = z.strictObject({
  reason: z.enum([
    'not_this_source',
    'damaged_archive',
    'archive_too_large',
    'unsafe_name',
    'duplicate_entry',
    'encrypted_entry',
    'unknown_packing',
    'bad_json',
    'record_too_long',
    'too_much',
    'no_room',
    'file_gone',
    'forbidden',
    'internal',
  ]),
  file: z.optional(z.string()),
  line: z.optional(Mark),
});
export type ImportRefusal = z.output<typeof ImportRefusal>;
z.globalRegistry.add(ImportRefusal, { id: 'ImportRefusal' });

export const Import = z.strictObject({
  id: ImportId,
  source: ImportSource,
  /** Nothing is written: it says what would come in. */
  isTrial: z.boolean(),
  state: ImportState,
  /** As it was uploaded; what was tried can be brought in as long as it is there: for a day. */
  fileId: FileId,
  fileName: z.string(),
  createdBy: UserId,
  createdAt: IsoTime,
  /** Absent as long as it is pending. */
  endedAt: z.optional(IsoTime),
  /** Chats of the source that are looked at already, and all of them. Absent: not known yet. */
  progress: z.optional(z.strictObject({ chats: Mark, ofChats: Mark })),
  counts: ImportCounts,
  notes: z.array(ImportNote),
  /** Why it failed. */
  refusal: z.optional(ImportRefusal),
});
export type Import = z.output<typeof Import>;
z.globalRegistry.add(Import, { id: 'Import' });

/** The newest first. */
export const ImportList = z.strictObject({ items: z.array(Import) });
export type ImportList = z.output<typeof ImportList>;
z.globalRegistry.add(ImportList, { id: 'ImportList' });

/** `fileId`: an upload of one's own. */
export const NewImport = z.strictObject({
  source: ImportSource,
  fileId: FileId,
  isTrial: z.boolean(),
  reason: z.optional(Reason),
});
export type NewImport = z.output<typeof NewImport>;
z.globalRegistry.add(NewImport, { id: 'NewImport' });

const StartImport = z.strictObject({ order: NewImport, origin: Origin });
export type StartImport = z.output<typeof StartImport>;

const ImportRef = z.strictObject({ importId: ImportId });
export type ImportRef = z.output<typeof ImportRef>;

const RemoveImport = z.strictObject({
  importId: ImportId,
  reason: z.optional(Reason),
  origin: Origin,
});
export type RemoveImport = z.output<typeof RemoveImport>;

export const importsContract = defineApi({
  list: rpc('imports.list', Done, ImportList),
  get: rpc('imports.get', ImportRef, Import),
  start: rpc('imports.start', StartImport, Import),
  remove: rpc('imports.remove', RemoveImport, Done),
});

/**
 * What people have said elsewhere, brought into chats of its own, for who may `makeBackups`, by
 * what they are now; others: `forbidden`. What is done is written down in the audit log.
 *
 * - `start`: begins one, in the background. Again from the same source is harmless. Throws
 *   `conflict {field: 'state'}` while another one is pending, and `not_found`, `forbidden`, `gone`
 *   for a file that the actor has not uploaded.
 * - `remove`: stops one that is pending, and what has come in by then stays; takes one that has
 *   ended off the list. Throws `not_found`.
 */
export abstract class ImportsApi extends apiClass(importsContract) {}

import * as z from 'zod/mini';
import { Reason } from './accounts.contract.js';
import { Origin } from './audit.contract.js';
import { ChatRef } from './chats.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId } from './ids.js';
import { Cursor, Done, PageInfo, pageOf, PageQuery } from './paging.js';
import { KeptDays, maxKeptDays } from './settings.contract.js';
import { count, IsoTime, Mark } from './text.js';

/** For so many days messages are kept; null: for ever. */
export const KeptFor = z.strictObject({ days: z.nullable(KeptDays) });
export type KeptFor = z.output<typeof KeptFor>;
z.globalRegistry.add(KeptFor, { id: 'KeptFor' });

/**
 * What went, or would go. `files`: that nothing else holds, or, of what would go, at most so many;
 * `bytes`: of them and of texts.
 */
const Weight = { messages: Mark, files: Mark, bytes: Mark };
export const ExpiredWeight = z.strictObject(Weight);
export type ExpiredWeight = z.output<typeof ExpiredWeight>;

/** All chats looked through once, for what is too old. */
export const RetentionRun = z.strictObject({
  state: z.enum(['running', 'done', 'failed']),
  startedAt: IsoTime,
  /** Absent as long as it is running. */
  endedAt: z.optional(IsoTime),
  /** Those of which something went. */
  chats: Mark,
  ...Weight,
  /** Why it failed: at most 500 characters. */
  error: z.optional(z.string()),
});
export type RetentionRun = z.output<typeof RetentionRun>;
z.globalRegistry.add(RetentionRun, { id: 'RetentionRun' });

/** `version`: of the settings of the workspace, of which `days` is one. */
export const RetentionState = z.strictObject({
  ...KeptFor.shape,
  version: Mark,
  /** Absent before the first one. */
  lastRun: z.optional(RetentionRun),
});
export type RetentionState = z.output<typeof RetentionState>;
z.globalRegistry.add(RetentionState, { id: 'RetentionState' });

export const RetentionPatch = z.strictObject({
  ...KeptFor.shape,
  version: z.optional(Mark),
  reason: z.optional(Reason),
});
export type RetentionPatch = z.output<typeof RetentionPatch>;
z.globalRegistry.add(RetentionPatch, { id: 'RetentionPatch' });

const NamedChat = { chatId: ChatId, type: z.enum(['group', 'channel']), name: z.string() };

/** `days` absent: as the workspace. */
export const ChatRetention = z.strictObject({
  ...NamedChat,
  days: z.optional(z.nullable(KeptDays)),
});
export type ChatRetention = z.output<typeof ChatRetention>;
z.globalRegistry.add(ChatRetention, { id: 'ChatRetention' });

export const ChatRetentionPage = pageOf(ChatRetention);
export type ChatRetentionPage = z.output<typeof ChatRetentionPage>;
z.globalRegistry.add(ChatRetentionPage, { id: 'ChatRetentionPage' });

export const ChatRetentionRule = z.strictObject({
  ...KeptFor.shape,
  reason: z.optional(Reason),
});
export type ChatRetentionRule = z.output<typeof ChatRetentionRule>;
z.globalRegistry.add(ChatRetentionRule, { id: 'ChatRetentionRule' });

/**
 * What is proposed. With `chatId`: for this chat, `days` absent as the workspace; else for the
 * workspace, `days` absent as it is set, and chats with a rule of their own go by that.
 */
export const PreviewRetention = z.strictObject({
  days: z.optional(count(1, maxKeptDays)),
  chatId: z.optional(ChatId),
  cursor: z.optional(Cursor),
});
export type PreviewRetention = z.output<typeof PreviewRetention>;

/**
 * A part of it: what of it would go, added up over all pages, is what would go. `items`: groups and
 * channels, those that lose most first, at most 20; one may be in several pages, with a part each.
 */
export const RetentionPreview = z.strictObject({
  ...Weight,
  items: z.array(z.strictObject({ ...NamedChat, ...Weight })),
  page: PageInfo,
});
export type RetentionPreview = z.output<typeof RetentionPreview>;
z.globalRegistry.add(RetentionPreview, { id: 'RetentionPreview' });

const ChangeRetention = z.strictObject({ patch: RetentionPatch, origin: Origin });
export type ChangeRetention = z.output<typeof ChangeRetention>;

const SetChatRetention = z.strictObject({
  chatId: ChatId,
  rule: ChatRetentionRule,
  origin: Origin,
});
export type SetChatRetention = z.output<typeof SetChatRetention>;

const UnsetChatRetention = z.strictObject({
  chatId: ChatId,
  reason: z.optional(Reason),
  origin: Origin,
});
export type UnsetChatRetention = z.output<typeof UnsetChatRetention>;

/** Why it is done now. */
export const PurgeOrder = z.strictObject({ reason: z.optional(Reason) });
export type PurgeOrder = z.output<typeof PurgeOrder>;
z.globalRegistry.add(PurgeOrder, { id: 'PurgeOrder' });

const PurgeNow = z.strictObject({ ...PurgeOrder.shape, origin: Origin });
export type PurgeNow = z.output<typeof PurgeNow>;

export const adminRetentionContract = defineApi({
  get: rpc('adminRetention.get', Done, RetentionState),
  change: rpc('adminRetention.change', ChangeRetention, RetentionState),
  list: rpc('adminRetention.list', PageQuery, ChatRetentionPage),
  ofChat: rpc('adminRetention.ofChat', ChatRef, ChatRetention),
  set: rpc('adminRetention.set', SetChatRetention, ChatRetention),
  unset: rpc('adminRetention.unset', UnsetChatRetention, ChatRetention),
  preview: rpc('adminRetention.preview', PreviewRetention, RetentionPreview),
  purge: rpc('adminRetention.purge', PurgeNow, RetentionRun),
});

/**
 * For how long messages are kept, for who may `runWorkspace`, by what they are now; others:
 * `forbidden`. What is changed is in the audit log, with how it was and is.
 *
 * - `change`: of the workspace; one of its settings. Throws `precondition_failed {version}`.
 * - `list`: the groups and channels with a rule of their own. `ofChat`, `set`, `unset`: throw
 *   `not_found` for a direct chat as for none.
 * - `preview`: what would go by a rule that nobody has to set for it. A part at a time.
 * - `purge`: begins what is done every night anyway. Throws `conflict {field: 'state'}` while it is
 *   under way.
 *
 * Deliberately not here: to bring anything back.
 */
export abstract class AdminRetentionApi extends apiClass(adminRetentionContract) {}

const ProposedRetention = z.strictObject({ ...PreviewRetention.shape, ...KeptFor.shape });
const RuleOfChat = z.strictObject({ chatId: ChatId, days: z.optional(z.nullable(KeptDays)) });

/** Absent before the first one. */
const LastRun = z.strictObject({ run: z.optional(RetentionRun) });

export const retentionContract = defineApi({
  of: rpc('retention.of', ChatRef, KeptFor, { partitionBy: 'chatId' }),
  list: rpc('retention.list', PageQuery, ChatRetentionPage),
  ofChat: rpc('retention.ofChat', ChatRef, ChatRetention, { partitionBy: 'chatId' }),
  set: rpc('retention.set', RuleOfChat, ChatRetention, { partitionBy: 'chatId' }),
  preview: rpc('retention.preview', ProposedRetention, RetentionPreview),
  purge: rpc('retention.purge', Done, RetentionRun),
  last: rpc('retention.last', Done, LastRun),
});

/**
 * - `of`: how long the messages of a chat are kept, for its members. Throws `not_found`,
 *   `not_member`.
 *
 * The rest is for modules that have found that this may be, on no edge, and as
 * `AdminRetentionApi` says; `set` without `days` takes the rule of a chat away, and `preview` has
 * the days of the workspace from who asks.
 */
export abstract class RetentionApi extends apiClass(retentionContract) {}

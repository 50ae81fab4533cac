import type * as z from 'zod/mini';
import { AccountQuery } from './accounts.contract.js';
import { AdminChatQuery, HeirQuery, WhyRemoved } from './admin-chats.contract.js';
import { JobQuery } from './admin-jobs.contract.js';
import { AuditQuery } from './audit.contract.js';
import { AvatarQuery } from './avatars.contract.js';
import { ChatFilesQuery } from './chat-files.contract.js';
import { ListChats, ListDirectory, SyncQuery } from './chats.contract.js';
import { ExportQuery } from './exports.contract.js';
import { FileLinksQuery, FileQuery, PreviewQuery } from './files.contract.js';
import {
  ChangesQuery,
  ContextQuery,
  DeleteQuery,
  ListMessagesQuery,
  MessageItemsQuery,
} from './messages.contract.js';
import { MailLink } from './notifications.contract.js';
import { PageQuery } from './paging.js';
import { HiddenQuery } from './reads.contract.js';
import { ReportQuery } from './reports.contract.js';
import { PreviewRetention } from './retention.contract.js';
import { SearchEverything, SearchMessages } from './search.contract.js';
import { StatsQuery } from './stats.contract.js';
import { LookUpQuery, SearchUsers } from './users.contract.js';
import { DeliveryQuery } from './webhooks.contract.js';

// What the parameters of the REST API mean, for its document. Beside the schemas, not in them: the
// browser has those, and is not to load these. Bounds and defaults are told by the schemas.

/** Of the parts of a path, by name. Where a name means something else, the route says so. */
export const pathTexts: Readonly<Record<string, string>> = {
  announcementId: 'The announcement. A ULID.',
  backupId: 'The backup. A ULID.',
  chatId: 'The chat: direct, group or channel.',
  code: 'The code of the invite, which is the last part of its link.',
  deliveryId: 'The delivery, as the list of deliveries names it.',
  emoji: 'One emoji, percent-encoded as UTF-8: `%F0%9F%91%8D`.',
  exportId: 'The export. A ULID.',
  fileId: 'The file.',
  hookId: 'The incoming webhook. A ULID.',
  id: 'The message.',
  importId: 'The import. A ULID.',
  jobId: 'The job, as the list of jobs names it: opaque.',
  key: 'The key of the picture: the last part of the `avatar` of a person or a chat.',
  noticeId: 'The notice. A ULID.',
  processId: 'The process, as the topology names it.',
  reportId: 'The report. A ULID.',
  secret: 'The secret of the webhook: the last part of the address that was shown once.',
  sessionId: 'The session: one sign-in on one device.',
  tokenId: 'The personal access token: its id, not its secret.',
  userId: 'The person or the bot.',
  webhookId: 'The outgoing webhook. A ULID.',
};

const cursor =
  'Where the page begins: `page.nextCursor` of the one before. Left out: at the beginning.';
const limit = 'How many items a page has at most.';
const page = { cursor, limit };
const q = 'The beginning of a word of the name or the username, in any case. Left out: all.';
const nameOfChat = 'The beginning of a word of the name, in any case. Left out: all.';
const link = {
  expires: 'Of a link, as it was given: the end of it, in seconds of the Unix epoch.',
  signature: 'Of a link, as it was given: what opens it without a token.',
};
const search = {
  q: 'What is looked for: words, phrases in quotes, and filters such as `from:` and `on:`.',
  utcOffset:
    'By which clock a day is one: how many minutes it is ahead of UTC. `timeZone` goes before it.',
  timeZone: 'By which clock a day is one: an IANA name such as `Europe/Berlin`.',
};
const ids = (most: number) => `Ids, separated by commas; ${most} at most.`;

type Texts<Query> = Readonly<Record<keyof z.input<Query>, string>>;

const about = <Query extends z.ZodMiniType>(query: Query, texts: Texts<Query>) =>
  [query, texts] as const;

/** Of what a query may have: by its schema, and each by its name. */
export const queryTexts: ReadonlyMap<z.ZodMiniType, Readonly<Record<string, string>>> = new Map<
  z.ZodMiniType,
  Readonly<Record<string, string>>
>([
  about(PageQuery, page),
  about(AccountQuery, {
    ...page,
    q,
    role: 'Only who has this role in the workspace.',
    state: 'Only accounts in this state. Left out: in either.',
  }),
  about(AdminChatQuery, {
    ...page,
    q: nameOfChat,
    type: 'Only groups, or only channels. Left out: both.',
    state: 'Only chats in this state. Left out: in any.',
  }),
  about(AuditQuery, {
    ...page,
    actorId: 'Only what this person has done.',
    action: 'Only this action, such as `user.suspended`.',
    targetId: 'Only what was done to what has this id: a person, a chat, a webhook.',
    from: 'Only what was done then or later. ISO 8601, in UTC.',
    to: 'Only what was done then or before. ISO 8601, in UTC.',
  }),
  about(AvatarQuery, { size: 'The sides of the square, in px.' }),
  about(ChangesQuery, {
    afterRev: 'Only what has changed behind this `rev`: the last that you have heard of, or 0.',
    limit: 'How many changes are answered at most.',
  }),
  about(ChatFilesQuery, {
    ...page,
    kind: 'Only files of this kind; `visual` are pictures and videos. Left out: of all.',
  }),
  about(ContextQuery, { limit: 'How many messages are answered at most, this one with them.' }),
  about(DeleteQuery, {
    scope: 'For whom it is gone: `everyone`, or `me` alone.',
  }),
  about(DeliveryQuery, {
    ...page,
    state: 'Only deliveries in this state: on their way, taken, or given up. Left out: in any.',
  }),
  about(ExportQuery, link),
  about(FileLinksQuery, { ids: ids(100) }),
  about(FileQuery, {
    ...link,
    download: '`true`: to be saved, even if a browser could show it.',
  }),
  about(HeirQuery, { ...page, q }),
  about(HiddenQuery, {
    after: 'How many you know already (`hides`): those behind are answered.',
  }),
  about(JobQuery, {
    ...page,
    state: 'Only jobs in this state.',
    kind: 'Only jobs of this kind, such as `webhooks.single`. Left out: of all.',
  }),
  about(ListChats, {
    ...page,
    updatedSince: 'Only chats in which something has changed then or later. ISO 8601, in UTC.',
  }),
  about(ListDirectory, { ...page, q: nameOfChat }),
  about(ListMessagesQuery, {
    beforeSeq: 'The messages before this `seq`, which is not among them. At most one of the three.',
    afterSeq: 'The messages behind this `seq`, which is not among them. At most one of the three.',
    aroundSeq: 'This `seq`, and the messages on both sides of it. At most one of the three.',
    limit: 'How many messages are answered at most.',
  }),
  about(LookUpQuery, { ids: ids(100) }),
  about(MailLink, {
    token: 'Of the link in a mail, as it is there.',
    language: 'Of the page that is answered, as of BCP 47. Left out: English.',
  }),
  about(MessageItemsQuery, { ids: ids(50) }),
  about(PreviewQuery, {
    ...link,
    size: 'The longer side, in px. Of a smaller picture there is what it has.',
  }),
  about(PreviewRetention, {
    days: 'For how many days messages would be kept. Left out: as it is set.',
    chatId: 'The chat of which that would be the rule. Left out: the whole workspace.',
    cursor: 'Where the next part begins: `page.nextCursor` of the one before.',
  }),
  about(ReportQuery, { ...page, state: 'Only reports that wait (`open`), or that are `closed`.' }),
  about(SearchEverything, { ...search, limit: 'How many of each kind are answered at most.' }),
  about(SearchMessages, {
    ...search,
    ...page,
    order: 'The `newest` first, or those that fit `best`.',
    chatId: 'Only what was said in this chat. Left out: in all that you may read.',
  }),
  about(SearchUsers, { ...page, q }),
  about(StatsQuery, { days: 'How many days are answered, up to today, in UTC.' }),
  about(SyncQuery, page),
  about(WhyRemoved, { reason: 'Why, in your words. It is kept in the audit log.' }),
]);

import * as z from 'zod/mini';
import { DirectoryEntry } from './chats.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, MessageId, UserId } from './ids.js';
import { MessageFile } from './message-file.js';
import { Message } from './message.js';
import { TimeZone } from './notifications.contract.js';
import { Cursor, PageInfo } from './paging.js';
import { ChatKind } from './roles.js';
import { maxSearchLength } from './search-query.js';
import { count, IsoTime, Mark, Seq } from './text.js';
import { User } from './users.contract.js';

/** As it was typed, so that a complaint finds its place: neither trimmed nor normalized. */
const SearchText = z.string().check(
  z.minLength(1),
  z.maxLength(maxSearchLength),
  z.refine((value) => value.isWellFormed() && !value.includes('\0'), 'Not text'),
);

/**
 * By which clock a day is one, in `on:`. `timeZone` knows when clocks are changed; without it they
 * are `utcOffset` minutes ahead of UTC on all days.
 */
const clock = {
  utcOffset: z._default(count(-840, 840), 0),
  timeZone: z.optional(TimeZone),
};

export const SearchOrder = z.enum(['newest', 'best']);
export type SearchOrder = z.output<typeof SearchOrder>;

/** The query string of `GET /api/search/messages`. `chatId`: only there. */
export const SearchMessages = z.strictObject({
  q: SearchText,
  order: z._default(SearchOrder, 'newest'),
  chatId: z.optional(ChatId),
  ...clock,
  cursor: z.optional(Cursor),
  limit: z._default(count(1, 50), 20),
});
export type SearchMessages = z.output<typeof SearchMessages>;

/** The query string of `GET /api/search`. `limit`: of each kind. */
export const SearchEverything = z.strictObject({
  q: SearchText,
  ...clock,
  limit: z._default(count(1, 10), 5),
});
export type SearchEverything = z.output<typeof SearchEverything>;

/** A chat as a result names it. `peer`: the other person of a direct chat. */
export const FoundChat = z.strictObject({
  id: ChatId,
  type: ChatKind,
  name: z.string(),
  slug: z.optional(z.string()),
  avatar: z.optional(z.string()),
  peer: z.optional(User),
});
export type FoundChat = z.output<typeof FoundChat>;
z.globalRegistry.add(FoundChat, { id: 'FoundChat' });

/** Part of a text, `[from, to)` in UTF-16 units. */
export const TextRange = z.strictObject({ from: Mark, to: Mark });
export type TextRange = z.output<typeof TextRange>;

/** `ranges`: what of its text was looked for. `before`, `after`: what was said beside it. */
export const FoundMessage = z.strictObject({
  message: Message,
  ranges: z.array(TextRange),
  chat: FoundChat,
  before: z.optional(Message),
  after: z.optional(Message),
});
export type FoundMessage = z.output<typeof FoundMessage>;
z.globalRegistry.add(FoundMessage, { id: 'FoundMessage' });

/** `ranges`: what of its name was looked for. */
export const FoundFile = z.strictObject({
  file: MessageFile,
  ranges: z.array(TextRange),
  messageId: MessageId,
  /** Where the message is: `GET /api/messages/:id?aroundSeq=`. */
  seq: Seq,
  senderId: UserId,
  createdAt: IsoTime,
  chat: FoundChat,
});
export type FoundFile = z.output<typeof FoundFile>;
z.globalRegistry.add(FoundFile, { id: 'FoundFile' });

/**
 * A page may have fewer than were asked for, even none, where much was looked through: go on while
 * `hasMore`. `isBehind`: old messages are still being read for the first time.
 */
export const FoundMessages = z.strictObject({
  items: z.array(FoundMessage),
  page: PageInfo,
  isBehind: z.optional(z.literal(true)),
});
export type FoundMessages = z.output<typeof FoundMessages>;
z.globalRegistry.add(FoundMessages, { id: 'FoundMessages' });

export const FoundKind = z.enum(['people', 'chats', 'channels', 'files', 'messages']);
export type FoundKind = z.output<typeof FoundKind>;

/**
 * A few of each. `away`: kinds whose part of the system does not answer now. `isBehind`: some
 * messages and files are not in the index yet.
 */
export const FoundEverything = z.strictObject({
  people: z.array(User),
  /** Those that I am in. */
  chats: z.array(FoundChat),
  /** Channels that I may know of; those that I am in, too. */
  channels: z.array(DirectoryEntry),
  files: z.array(FoundFile),
  messages: z.array(FoundMessage),
  away: z.array(FoundKind),
  isBehind: z.optional(z.literal(true)),
});
export type FoundEverything = z.output<typeof FoundEverything>;
z.globalRegistry.add(FoundEverything, { id: 'FoundEverything' });

export const searchContract = defineApi({
  messages: rpc('search.messages', SearchMessages, FoundMessages),
  everything: rpc('search.everything', SearchEverything, FoundEverything),
});

/**
 * Finds what the actor may read, and nothing else: neither chats that they are not in, nor what was
 * said before their time, nor what they have deleted for themselves. Queries are those of
 * `parseSearch`; a query that cannot be read throws `validation_failed`, whose issues have the
 * `offset` of what is wrong, and which `complaint` it is.
 *
 * - `messages`: with what is marked in them and what was said beside them. Throws `not_found` and
 *   `not_member` for `chatId`.
 * - `everything`: a few people, chats, channels, files and messages, for the box that one types
 *   into. A query with operators finds messages and files alone.
 */
export abstract class SearchApi extends apiClass(searchContract) {}

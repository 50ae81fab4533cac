import * as z from 'zod/mini';
import { NewAvatar } from './avatars.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, UserId } from './ids.js';
import { Message } from './message.js';
import { Cursor, Done, PageQuery, pageOf } from './paging.js';
import { ReadState } from './reads.contract.js';
import { ChatKind, ChatRole } from './roles.js';
import { HistoryVisibility, PostPolicy, Visibility } from './system-events.js';
import { count, IsoTime, Mark, name, Seq, text } from './text.js';
import { User } from './users.contract.js';

export const Slug = z
  .string()
  .check(
    z.toLowerCase(),
    z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'a-z, 0-9 and - (1 to 64)'),
  );

/** `direct` takes one other member, or none for notes to self; `channel` takes a slug. */
export const CreateChat = z
  .strictObject({
    type: ChatKind,
    memberIds: z._default(z.array(UserId).check(z.maxLength(255)), []),
    name: z.optional(name(80)),
    slug: z.optional(Slug),
    topic: z.optional(text(0, 250)),
    visibility: z.optional(Visibility),
    postPolicy: z.optional(PostPolicy),
    historyVisibility: z.optional(HistoryVisibility),
  })
  .check(
    z.refine(({ type, memberIds }) => type !== 'direct' || memberIds.length <= 1, {
      error: 'A direct chat has two people at most',
      path: ['memberIds'],
    }),
    z.refine(({ type, name }) => type !== 'group' || name !== undefined, {
      error: 'A group has a name',
      path: ['name'],
    }),
    z.refine(({ type, slug }) => (type === 'channel') === (slug !== undefined), {
      error: 'A channel has a slug, and nothing else has',
      path: ['slug'],
    }),
  );
export type CreateChat = z.output<typeof CreateChat>;
z.globalRegistry.add(CreateChat, { id: 'CreateChat' });

export const ChatRef = z.strictObject({ chatId: ChatId });
export type ChatRef = z.output<typeof ChatRef>;
z.globalRegistry.add(ChatRef, { id: 'ChatRef' });

/** What a chat is to everybody in it. `rev`: of the change that made it so. */
export const ChatInfo = z.strictObject({
  id: ChatId,
  type: ChatKind,
  /** Empty in a direct chat: it is called by the other person. */
  name: z.string(),
  topic: z.string(),
  /** A path; with `?size=64` the small one. Absent: initials, or the other person's. */
  avatar: z.optional(z.string()),
  slug: z.optional(z.string()),
  visibility: Visibility,
  postPolicy: PostPolicy,
  historyVisibility: HistoryVisibility,
  isArchived: z.boolean(),
  memberCount: z.int(),
  createdAt: IsoTime,
});
export type ChatInfo = z.output<typeof ChatInfo>;
z.globalRegistry.add(ChatInfo, { id: 'ChatInfo' });

export const NotifyLevel = z.enum(['all', 'mentions', 'none']);

/** My own settings of one chat. `mutedUntil`: null when it is not muted. */
export const ChatSettings = z.strictObject({
  level: NotifyLevel,
  mutedUntil: z.nullable(IsoTime),
  isFavourite: z.boolean(),
  /** Among my favourites, the lowest first; those without one stand after all that have one. */
  favouritePlace: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
  /** Overrides the setting of the person. */
  receipts: z.enum(['default', 'on', 'off']),
});
export type ChatSettings = z.output<typeof ChatSettings>;
z.globalRegistry.add(ChatSettings, { id: 'ChatSettings' });

/** A chat as one of its members sees it. `peer`: the other person of a direct chat. */
export const Chat = z.strictObject({
  ...ChatInfo.shape,
  peer: z.optional(User),
  myRole: ChatRole,
  headSeq: Mark,
  headRev: Mark,
  visibleFromSeq: Seq,
  lastMessage: z.optional(Message),
  lastReadSeq: Mark,
  lastDeliveredSeq: Mark,
  unread: Mark,
  mentions: Mark,
  /** How often I have deleted a message of this chat for myself. Absent: never. */
  hides: z.optional(Seq),
  settings: ChatSettings,
  updatedAt: IsoTime,
});
export type Chat = z.output<typeof Chat>;
z.globalRegistry.add(Chat, { id: 'Chat' });

/** `isCreated` false: the direct chat of these two was there before (200 instead of 201). */
export const CreatedChat = z.strictObject({ chat: Chat, isCreated: z.boolean() });
export type CreatedChat = z.output<typeof CreatedChat>;

export const ListChats = z.strictObject({ ...PageQuery.shape, updatedSince: z.optional(IsoTime) });
export type ListChats = z.output<typeof ListChats>;

export const ChatPage = pageOf(Chat);
export type ChatPage = z.output<typeof ChatPage>;
z.globalRegistry.add(ChatPage, { id: 'ChatPage' });

export const ChatPatch = z.strictObject({
  name: z.optional(name(80)),
  topic: z.optional(text(0, 250)),
  slug: z.optional(Slug),
  visibility: z.optional(Visibility),
  postPolicy: z.optional(PostPolicy),
  isArchived: z.optional(z.boolean()),
});
export type ChatPatch = z.output<typeof ChatPatch>;
z.globalRegistry.add(ChatPatch, { id: 'ChatPatch' });

export const UpdateChat = z.strictObject({ chatId: ChatId, patch: ChatPatch });
export type UpdateChat = z.output<typeof UpdateChat>;

export const ChangeChatAvatar = z.strictObject({ chatId: ChatId, avatar: NewAvatar });
export type ChangeChatAvatar = z.output<typeof ChangeChatAvatar>;

/** `former`: the avatar that is no chat's now. */
export const ChangedChatAvatar = z.strictObject({ chat: Chat, former: z.optional(z.string()) });
export type ChangedChatAvatar = z.output<typeof ChangedChatAvatar>;

export const LookUpChatAvatars = z.strictObject({
  chatIds: z.array(ChatId).check(z.maxLength(100)),
});
export type LookUpChatAvatars = z.output<typeof LookUpChatAvatars>;

export const ChatAvatars = z.strictObject({
  items: z.array(z.strictObject({ chatId: ChatId, avatar: z.string() })),
});
export type ChatAvatars = z.output<typeof ChatAvatars>;

/** A chat that somebody reads: what it is called, and from which slot on. */
export const ReadableChat = z.strictObject({
  chatId: ChatId,
  kind: ChatKind,
  /** Empty in a direct chat: it is called by the other person. */
  name: z.string(),
  /** Absent where there is none. */
  topic: z.optional(z.string()),
  slug: z.optional(z.string()),
  avatar: z.optional(z.string()),
  /** The other person of a direct chat. Absent in notes to self. */
  peerId: z.optional(UserId),
  visibleFromSeq: Seq,
});
export type ReadableChat = z.output<typeof ReadableChat>;

export const ReadableChats = z.strictObject({ items: z.array(ReadableChat) });
export type ReadableChats = z.output<typeof ReadableChats>;

export const ChatSettingsPatch = z.partial(ChatSettings);
export type ChatSettingsPatch = z.output<typeof ChatSettingsPatch>;
z.globalRegistry.add(ChatSettingsPatch, { id: 'ChatSettingsPatch' });

export const UpdateChatSettings = z.strictObject({ chatId: ChatId, patch: ChatSettingsPatch });
export type UpdateChatSettings = z.output<typeof UpdateChatSettings>;

/** A public channel as people who are not in it see it; a private one that I am in, too. */
export const DirectoryEntry = z.strictObject({
  id: ChatId,
  slug: z.string(),
  name: z.string(),
  topic: z.string(),
  avatar: z.optional(z.string()),
  visibility: Visibility,
  memberCount: z.int(),
  isMember: z.boolean(),
});
export type DirectoryEntry = z.output<typeof DirectoryEntry>;
z.globalRegistry.add(DirectoryEntry, { id: 'DirectoryEntry' });

export const ListDirectory = z.strictObject({ ...PageQuery.shape, q: z.optional(text(0, 80)) });
export type ListDirectory = z.output<typeof ListDirectory>;

export const DirectoryPage = pageOf(DirectoryEntry);
export type DirectoryPage = z.output<typeof DirectoryPage>;
z.globalRegistry.add(DirectoryPage, { id: 'DirectoryPage' });

/**
 * How far each of my chats has come: what a client compares with what it has. `hides`: how often I
 * have deleted a message of this chat for myself; absent: never. Whoever knows fewer asks for the
 * rest by `GET /api/chats/:id/hidden`. `settings`: no log tells of them, so they are here.
 */
export const SyncItem = z.strictObject({
  ...ReadState.shape,
  headSeq: Mark,
  headRev: Mark,
  visibleFromSeq: Seq,
  myRole: ChatRole,
  hides: z.optional(Seq),
  settings: ChatSettings,
});
export type SyncItem = z.output<typeof SyncItem>;
z.globalRegistry.add(SyncItem, { id: 'SyncItem' });

export const SyncQuery = z.strictObject({
  cursor: z.optional(Cursor),
  limit: z._default(count(1, 500), 200),
});
export type SyncQuery = z.output<typeof SyncQuery>;

export const SyncPage = pageOf(SyncItem);
export type SyncPage = z.output<typeof SyncPage>;
z.globalRegistry.add(SyncPage, { id: 'SyncPage' });

export const Totals = z.strictObject({ unread: Mark, mentions: Mark });
export type Totals = z.output<typeof Totals>;

export const chatsContract = defineApi({
  create: rpc('chats.create', CreateChat, CreatedChat),
  get: rpc('chats.get', ChatRef, Chat, { partitionBy: 'chatId' }),
  list: rpc('chats.list', ListChats, ChatPage),
  update: rpc('chats.update', UpdateChat, Chat, { partitionBy: 'chatId' }),
  changeAvatar: rpc('chats.changeAvatar', ChangeChatAvatar, ChangedChatAvatar, {
    partitionBy: 'chatId',
  }),
  avatars: rpc('chats.avatars', LookUpChatAvatars, ChatAvatars),
  readable: rpc('chats.readable', Done, ReadableChats),
  remove: rpc('chats.remove', ChatRef, Done, { partitionBy: 'chatId' }),
  settings: rpc('chats.settings', ChatRef, ChatSettings),
  updateSettings: rpc('chats.updateSettings', UpdateChatSettings, ChatSettings, {
    partitionBy: 'chatId',
  }),
  directory: rpc('chats.directory', ListDirectory, DirectoryPage),
  sync: rpc('chats.sync', SyncQuery, SyncPage),
  totals: rpc('chats.totals', Done, Totals),
});

/**
 * The chats of a person. Methods that name a chat throw `not_found`, and `not_member` for a
 * stranger.
 *
 * - `create`: the same two people get the same direct chat; creating it again is success. Throws
 *   `conflict {field: 'slug'}`, `blocked`, `forbidden`, `not_found` for an unknown member.
 * - `list`: mine, the latest activity first. `sync`: mine, how far each has come.
 * - `update`: by chat admins. Each change is a system message and `chat_updated`.
 * - `changeAvatar`: as `update`, and of groups and channels only; for the files module, which keeps
 *   the picture.
 * - `avatars`: those of many chats, for modules; not on any edge. Chats without one are left out,
 *   and those that were erased.
 * - `readable`: all that I am in, from memory, with what a search of theirs needs; for modules, not
 *   on any edge.
 * - `remove`: a group or channel for everybody, by its owner (kept for 30 days); a direct chat for
 *   me alone, until the next message.
 * - `updateSettings`: my devices hear of it by `chat_settings_changed`, and nobody else does.
 * - `directory`: public channels, and private ones that I am in.
 */
export abstract class ChatsApi extends apiClass(chatsContract) {}

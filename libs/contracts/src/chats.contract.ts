import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, InviteCode, UserId } from './ids.js';
import { Message } from './messages.contract.js';
import { Cursor, Done, PageQuery, pageOf } from './paging.js';
import { ChatKind, ChatRole } from './roles.js';
import { HistoryVisibility, PostPolicy, Visibility } from './system-events.js';
import { count, IsoTime, Mark, Seq, text } from './text.js';
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
    name: z.optional(text(1, 80)),
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
  /** Overrides the setting of the person. */
  receipts: z.enum(['default', 'on', 'off']),
});
export type ChatSettings = z.output<typeof ChatSettings>;
z.globalRegistry.add(ChatSettings, { id: 'ChatSettings' });

/** My marks in one chat, and what they leave unread. All exact. */
export const ReadState = z.strictObject({
  chatId: ChatId,
  lastReadSeq: Mark,
  lastDeliveredSeq: Mark,
  unread: Mark,
  mentions: Mark,
});
export type ReadState = z.output<typeof ReadState>;
z.globalRegistry.add(ReadState, { id: 'ReadState' });

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
  name: z.optional(text(1, 80)),
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

export const ChatMember = z.strictObject({
  user: User,
  role: ChatRole,
  joinedAt: IsoTime,
  /** Absent where one of us does not share read marks. */
  lastReadSeq: z.optional(Mark),
  lastDeliveredSeq: z.optional(Mark),
});
export type ChatMember = z.output<typeof ChatMember>;
z.globalRegistry.add(ChatMember, { id: 'ChatMember' });

export const ListMembers = z.strictObject({ chatId: ChatId, ...PageQuery.shape });
export type ListMembers = z.output<typeof ListMembers>;

export const MemberPage = pageOf(ChatMember);
export type MemberPage = z.output<typeof MemberPage>;
z.globalRegistry.add(MemberPage, { id: 'MemberPage' });

export const AddMembersBody = z.strictObject({
  userIds: z.array(UserId).check(z.minLength(1), z.maxLength(100)),
});
export type AddMembersBody = z.output<typeof AddMembersBody>;
z.globalRegistry.add(AddMembersBody, { id: 'AddMembers' });

export const AddMembers = z.strictObject({ chatId: ChatId, ...AddMembersBody.shape });
export type AddMembers = z.output<typeof AddMembers>;

export const MemberRef = z.strictObject({ chatId: ChatId, userId: UserId });
export type MemberRef = z.output<typeof MemberRef>;

export const RoleBody = z.strictObject({ role: ChatRole });
export type RoleBody = z.output<typeof RoleBody>;
z.globalRegistry.add(RoleBody, { id: 'ChangeRole' });

export const ChangeRole = z.strictObject({ chatId: ChatId, userId: UserId, role: ChatRole });
export type ChangeRole = z.output<typeof ChangeRole>;

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

export const MarkRead = z.strictObject({ chatId: ChatId, seq: Mark });
export type MarkRead = z.output<typeof MarkRead>;

/** How far each of my chats has come: what a client compares with what it has. */
export const SyncItem = z.strictObject({
  ...ReadState.shape,
  headSeq: Mark,
  headRev: Mark,
  visibleFromSeq: Seq,
  myRole: ChatRole,
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

export const InviteBody = z.strictObject({
  /** Seconds from now; default a week, at most a year. */
  expiresIn: z._default(z.int().check(z.minimum(60), z.maximum(31_536_000)), 604_800),
  /** Default: without bound. */
  maxUses: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
});
export type InviteBody = z.output<typeof InviteBody>;
z.globalRegistry.add(InviteBody, { id: 'CreateInvite' });

export const CreateInvite = z.strictObject({ chatId: ChatId, ...InviteBody.shape });
export type CreateInvite = z.output<typeof CreateInvite>;

/** `code`: the link is `<client>/invite/<code>`. */
export const Invite = z.strictObject({
  code: InviteCode,
  chatId: ChatId,
  createdBy: UserId,
  createdAt: IsoTime,
  expiresAt: IsoTime,
  maxUses: z.optional(z.int()),
  uses: z.int(),
});
export type Invite = z.output<typeof Invite>;
z.globalRegistry.add(Invite, { id: 'Invite' });

export const InviteList = z.strictObject({ items: z.array(Invite) });
export type InviteList = z.output<typeof InviteList>;
z.globalRegistry.add(InviteList, { id: 'InviteList' });

export const InviteRef = z.strictObject({ code: InviteCode });
export type InviteRef = z.output<typeof InviteRef>;

export const ChatInviteRef = z.strictObject({ chatId: ChatId, code: InviteCode });
export type ChatInviteRef = z.output<typeof ChatInviteRef>;

/** What the page behind an invite link shows to anybody who holds it. */
export const InvitePreview = z.strictObject({
  code: InviteCode,
  chatName: z.string(),
  chatType: ChatKind,
  topic: z.string(),
  memberCount: z.int(),
  inviterName: z.string(),
  expiresAt: IsoTime,
});
export type InvitePreview = z.output<typeof InvitePreview>;
z.globalRegistry.add(InvitePreview, { id: 'InvitePreview' });

export const chatsContract = defineApi({
  create: rpc('chats.create', CreateChat, CreatedChat),
  get: rpc('chats.get', ChatRef, Chat, { partitionBy: 'chatId' }),
  list: rpc('chats.list', ListChats, ChatPage),
  update: rpc('chats.update', UpdateChat, Chat, { partitionBy: 'chatId' }),
  remove: rpc('chats.remove', ChatRef, Done, { partitionBy: 'chatId' }),
  settings: rpc('chats.settings', ChatRef, ChatSettings),
  updateSettings: rpc('chats.updateSettings', UpdateChatSettings, ChatSettings),
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
 * - `remove`: a group or channel for everybody, by its owner (kept for 30 days); a direct chat for
 *   me alone, until the next message.
 * - `directory`: public channels, and private ones that I am in.
 */
export abstract class ChatsApi extends apiClass(chatsContract) {}

export const membersContract = defineApi({
  list: rpc('members.list', ListMembers, MemberPage),
  add: rpc('members.add', AddMembers, Done, { partitionBy: 'chatId' }),
  remove: rpc('members.remove', MemberRef, Done, { partitionBy: 'chatId' }),
  changeRole: rpc('members.changeRole', ChangeRole, Done, { partitionBy: 'chatId' }),
  join: rpc('members.join', ChatRef, Chat, { partitionBy: 'chatId' }),
  leave: rpc('members.leave', ChatRef, Done, { partitionBy: 'chatId' }),
});

/**
 * Who is in a chat. Every change is a system message.
 *
 * - `add`: throws `blocked`, `not_found` for an unknown person, `conflict {field: 'memberIds'}`
 *   when a group would exceed 256. Who is in already stays as they are.
 * - `remove`: admins; nobody removes the owner. `leave`: the last owner must hand over first
 *   (`conflict {field: 'owner'}`); a direct chat is hidden.
 * - `changeRole`: `owner` hands the chat over: the former owner becomes an admin.
 * - `join`: a public channel; a private one throws `forbidden`.
 */
export abstract class MembersApi extends apiClass(membersContract) {}

export const invitesContract = defineApi({
  create: rpc('invites.create', CreateInvite, Invite),
  list: rpc('invites.list', ChatRef, InviteList),
  revoke: rpc('invites.revoke', ChatInviteRef, Done),
  preview: rpc('invites.preview', InviteRef, InvitePreview),
  accept: rpc('invites.accept', InviteRef, Chat),
});

/**
 * Links that bring people into a group or channel. `preview` is for anybody who holds the link.
 * `preview` and `accept` throw `not_found` for a code that never was and `gone` for one that is
 * revoked, expired or used up. Accepting twice is success and counts once.
 */
export abstract class InvitesApi extends apiClass(invitesContract) {}

export const readsContract = defineApi({
  markRead: rpc('reads.markRead', MarkRead, ReadState, { partitionBy: 'chatId' }),
  markDelivered: rpc('reads.markDelivered', MarkRead, ReadState, { partitionBy: 'chatId' }),
});

/**
 * Read and delivered marks: they only rise, and never beyond the head. Others hear of them
 * (`message_read`, `message_delivered`) unless the person's settings forbid it; my own devices
 * always do (`read_state`).
 */
export abstract class ReadsApi extends apiClass(readsContract) {}

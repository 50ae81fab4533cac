import * as z from 'zod/mini';
import { Announcement, AnnouncementId } from './announcements.contract.js';
import { callClientEvents, callServerEvents } from './call-events.js';
import { ChatHead } from './chat-log.contract.js';
import { Chat, ChatInfo, ChatSettings } from './chats.contract.js';
import { ExportId, ExportState } from './exports.contract.js';
import { PreviewState } from './files.contract.js';
import { ChatId, type DeviceId, FileId, MessageId, SessionId, UserId } from './ids.js';
import { ChatMember } from './members.contract.js';
import { Message } from './message.js';
import { SendMessage } from './messages.contract.js';
import { Notice } from './notices.contract.js';
import { Notification, NotificationCount, NotificationSettings } from './notifications.contract.js';
import { ProblemBody } from './problems.js';
import { ReadState } from './reads.contract.js';
import { Mark, Seq } from './text.js';
import { Presence, User } from './users.contract.js';

/**
 * What the server says on a socket: `{ [event]: schema of its one argument }`. Durable events carry
 * the `rev` that they are of; the rest is said anew on join and sync.
 */
export const serverEvents = {
  // Durable: each carries the full new state of a slot, so applying is replacing.
  new_message: Message,
  message_edited: Message,
  message_deleted: Message,
  /** A change of a slot that this member may not see: counts as applied, shows nothing. */
  chat_advanced: z.strictObject({ chatId: ChatId, rev: Seq }),
  /** Traits or member count changed with the system message of this `rev`. */
  chat_updated: z.strictObject({ chatId: ChatId, rev: Seq, chat: ChatInfo }),
  /**
   * What is before this slot is too old, and gone: keep nothing of it. No `rev` tells of it; it is
   * in the `visibleFromSeq` of each answer from then on.
   */
  history_expired: z.strictObject({ chatId: ChatId, visibleFromSeq: Seq }),

  // To one person's devices.
  chat_created: Chat,
  chat_deleted: z.strictObject({ chatId: ChatId }),
  /** `hides`: it was the so manieth of mine in this chat. */
  message_hidden: z.strictObject({ chatId: ChatId, seq: Seq, hides: z.optional(Seq) }),
  read_state: ReadState,
  /** My own settings of this chat are these now. */
  chat_settings_changed: z.strictObject({ chatId: ChatId, settings: ChatSettings }),
  /**
   * Put it in the list, in the place of the one with its `id` if there is any. `isAlert`: it may
   * make a sound.
   */
  notification_created: z.strictObject({
    notification: Notification,
    isAlert: z.boolean(),
    ...NotificationCount.shape,
  }),
  /** These are read now; without `ids`: all. None of them: only the count is another one. */
  notifications_read: z.strictObject({
    ids: z.optional(z.array(Notification.shape.id)),
    ...NotificationCount.shape,
  }),
  /** What these told of is no more. */
  notifications_removed: z.strictObject({
    ids: z.array(Notification.shape.id),
    ...NotificationCount.shape,
  }),
  notification_settings_changed: NotificationSettings,
  /** An export of mine has come to its end: `GET /api/users/me/export` has the rest. */
  export_ended: z.strictObject({ id: ExportId, state: ExportState }),
  /** What a moderator has to say to me. */
  notice: Notice,
  /** Said to everybody; put it in the place of the one with its `id` if there is any. */
  announcement: Announcement,
  /** It was taken down, or I have dismissed it. */
  announcement_removed: z.strictObject({ id: AnnouncementId }),

  // Passing, volatile.
  /** The server had to find the chat's end anew: compare, and repair if you have less. */
  chat_head: ChatHead,
  user_typing: z.strictObject({
    chatId: ChatId,
    userId: UserId,
    isTyping: z.boolean(),
    /** Ms after which it is over unless said again; 0 when `isTyping` is false. */
    expiresIn: z.int(),
  }),
  user_status: z.strictObject({
    userId: UserId,
    status: Presence,
    lastSeenAt: z.optional(z.iso.datetime()),
  }),
  user_updated: User,
  message_read: z.strictObject({ chatId: ChatId, userId: UserId, lastReadSeq: Mark }),
  message_delivered: z.strictObject({ chatId: ChatId, userId: UserId, lastDeliveredSeq: Mark }),
  /**
   * Of an upload of mine, or of a file in a message of this chat: there is news of its preview.
   * What can be seen stands in its links, which not everybody in the chat may have.
   */
  preview_ready: z.strictObject({ fileId: FileId, chatId: ChatId, preview: PreviewState }),

  ...callServerEvents,

  // About the connection.
  ready: z.strictObject({
    sessionId: SessionId,
    nodeId: z.string(),
    /** Where `GET /api/sync` starts: empty, so from the beginning. */
    cursor: z.string(),
    limits: z.strictObject({
      eventBurst: z.int(),
      eventsPerSecond: z.number(),
      maxEventBytes: z.int(),
      heartbeatMs: z.int(),
    }),
  }),
  /** Seconds until the socket is closed unless `refresh_auth` comes. */
  auth_expiring: z.strictObject({ expiresIn: z.int() }),
  /** The node stops: connect again, to another, after a random part of `reconnectWithinMs`. */
  draining: z.strictObject({ reconnectWithinMs: z.int() }),
  /** Answers a refused event for which the client asked no ack. */
  problem: ProblemBody,
} as const satisfies Record<string, z.ZodMiniType>;

export type ServerEventName = keyof typeof serverEvents;
export type ServerEvent<N extends ServerEventName> = z.output<(typeof serverEvents)[N]>;

const ok = z.literal(true);
const Ok = z.strictObject({ ok });

/** `read_message`: a place in a chat, or, for clients that know no `seq`, a message. */
export const ReadMessage = z.union([
  z.strictObject({ chatId: ChatId, seq: Mark }),
  z.strictObject({ messageId: MessageId, chatId: z.optional(ChatId) }),
]);
export type ReadMessage = z.output<typeof ReadMessage>;

export const Typing = z.strictObject({ chatId: ChatId, isTyping: z.boolean() });
export type Typing = z.output<typeof Typing>;

export const DeliveredMessage = z.strictObject({ chatId: ChatId, seq: Mark });
export type DeliveredMessage = z.output<typeof DeliveredMessage>;

export const JoinChat = z.strictObject({ chatId: ChatId });
export type JoinChat = z.output<typeof JoinChat>;

/** Up to 500 people at once; 2,000 per socket. */
export const WatchPresence = z.strictObject({
  userIds: z.array(UserId).check(z.maxLength(500)),
});
export type WatchPresence = z.output<typeof WatchPresence>;

/** `isActive` false: the device is there, but nobody has touched it for five minutes. */
export const Heartbeat = z.strictObject({ isActive: z._default(z.boolean(), true) });
export type Heartbeat = z.output<typeof Heartbeat>;

/** A wish that wins over what the devices say; `auto` takes it back. */
export const SetPresence = z.strictObject({ presence: z.enum(['auto', 'dnd', 'invisible']) });
export type SetPresence = z.output<typeof SetPresence>;

export const RefreshAuth = z.strictObject({ token: z.string().check(z.maxLength(4096)) });
export type RefreshAuth = z.output<typeof RefreshAuth>;

/**
 * What a client says: `{ [event]: {input, ack} }`. A refusal acks `{ok: false, problem}` instead,
 * or is said as `problem` when no ack was asked for.
 */
export const clientEvents = {
  join_chat: {
    input: JoinChat,
    ack: z.strictObject({
      ok,
      headSeq: Mark,
      headRev: Mark,
      /** The first 100; the rest by `GET /api/chats/:id/members`. */
      members: z.array(ChatMember),
      typing: z.array(UserId),
    }),
  },
  leave_chat: { input: JoinChat, ack: Ok },
  send_message: { input: SendMessage, ack: z.strictObject({ ok, message: Message }) },
  read_message: { input: ReadMessage, ack: z.strictObject({ ok, state: ReadState }) },
  delivered_message: { input: DeliveredMessage, ack: z.strictObject({ ok, state: ReadState }) },
  typing: { input: Typing, ack: Ok },
  heartbeat: { input: Heartbeat, ack: Ok },
  set_presence: { input: SetPresence, ack: Ok },
  watch_presence: {
    input: WatchPresence,
    ack: z.strictObject({
      ok,
      items: z.array(serverEvents.user_status),
    }),
  },
  unwatch_presence: { input: WatchPresence, ack: Ok },
  refresh_auth: { input: RefreshAuth, ack: z.strictObject({ ok, expiresIn: z.int() }) },
  ...callClientEvents,
} as const satisfies Record<string, { input: z.ZodMiniType; ack: z.ZodMiniType }>;

export type ClientEventName = keyof typeof clientEvents;
export type ClientEventInput<N extends ClientEventName> = z.output<
  (typeof clientEvents)[N]['input']
>;
export type ClientEventAck<N extends ClientEventName> = z.output<(typeof clientEvents)[N]['ack']>;

/** An audience. The prefix tells it from the private room that Socket.IO gives to each socket. */
export type Room = `${RoomKind}:${string}`;

const roomKinds = ['all', 'chat', 'typing', 'user', 'session', 'device', 'watch'] as const;
type RoomKind = (typeof roomKinds)[number];

/** All sockets. */
export const everybodyRoom: Room = 'all:sockets';

/** All sockets of a chat's members. */
export const chatRoom = (chatId: ChatId): Room => `chat:${chatId}`;

/** Sockets that have the chat open and asked for its passing events. */
export const typingRoom = (chatId: ChatId): Room => `typing:${chatId}`;

/** All sockets of a person. */
export const userRoom = (userId: UserId): Room => `user:${userId}`;

/** All sockets of one log-in. */
export const sessionRoom = (sessionId: SessionId): Room => `session:${sessionId}`;

/** A device in a call. Its session is in the name: nobody else can be meant by it. */
export const deviceRoom = (sessionId: SessionId, deviceId: DeviceId): Room =>
  `device:${sessionId}:${deviceId}`;

/** Sockets that want to know when this person comes and goes. */
export const watchRoom = (userId: UserId): Room => `watch:${userId}`;

export const isRoom = (name: string): name is Room =>
  roomKinds.some((kind) => name.startsWith(`${kind}:`));

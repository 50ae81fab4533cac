import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, MessageId, UserId } from './ids.js';
import { Done, PageQuery, pageOf } from './paging.js';
import { IsoTime, Mark, Seq, text } from './text.js';

/**
 * Why somebody is told, as the list shows it. `keyword`: a word that they watch for. `everyone`:
 * all of a chat were called, by `@channel` or `@here`.
 */
export const NotificationKind = z.enum([
  'mention',
  'everyone',
  'reply',
  'keyword',
  'reaction',
  'missed_call',
  'added',
]);
export type NotificationKind = z.output<typeof NotificationKind>;

/** One entry of my list. */
export const Notification = z.strictObject({
  /** Made of what it is about and for whom: told twice, it is one. */
  id: z.string().check(z.maxLength(200)),
  kind: NotificationKind,
  chatId: ChatId,
  messageId: z.optional(MessageId),
  /** Where to jump to. */
  seq: Seq,
  /** Whose doing it is. */
  fromId: UserId,
  /** The beginning of what was said; empty where there are no words. */
  text: z.string(),
  /** Of a reaction. */
  emoji: z.optional(z.string()),
  createdAt: IsoTime,
  isRead: z.boolean(),
});
export type Notification = z.output<typeof Notification>;
z.globalRegistry.add(Notification, { id: 'Notification' });

/** At `from` in the zone of the person the quiet begins, at `to` it ends: `HH:MM`. */
const ClockTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'));

/** A name of the IANA list, such as `Europe/Berlin`. */
export const TimeZone = z.string().check(
  z.maxLength(64),
  z.refine((zone) => isTimeZone(zone), 'Not a time zone'),
);

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    // A RangeError is how it says that there is no such zone.
    return false;
  }
}

/**
 * Every day of `days` (0: Sunday) from `from` on, until `to`, which may be on the next day. The
 * same time twice: the whole day.
 */
export const QuietHours = z.strictObject({
  from: ClockTime,
  to: ClockTime,
  zone: TimeZone,
  days: z.array(z.int().check(z.minimum(0), z.maximum(6))).check(z.minLength(1), z.maxLength(7)),
});
export type QuietHours = z.output<typeof QuietHours>;
z.globalRegistry.add(QuietHours, { id: 'QuietHours' });

/** What a push shows: all of it; who it is from; or only that there is something. */
export const PushPayload = z.enum(['full', 'sender', 'id-only']);
export type PushPayload = z.output<typeof PushPayload>;

/** Languages that the words of the product stand in, as of BCP 47. */
export const SpokenLanguage = z.enum(['en', 'de', 'es', 'fr', 'uk', 'ar', 'zh']);
export type SpokenLanguage = z.output<typeof SpokenLanguage>;

/** How a person wants to be told, in all chats; of one chat: `ChatSettings`. */
export const NotificationSettings = z.strictObject({
  /** Words and phrases to be told of, wherever they are said. */
  keywords: z.array(text(2, 60)).check(z.maxLength(50)),
  /** Null, the usual, comes first: there is an example of it. */
  quietHours: z.union([z.null(), QuietHours]),
  /** Nothing makes a sound before. */
  pausedUntil: z.nullable(IsoTime),
  push: PushPayload,
  /** What was not read for a while comes by mail, where the server sends any. */
  mail: z.boolean(),
  /** Open windows make a sound. */
  sound: z.boolean(),
  /** Open windows alert of plain messages, too, as far as their chat may; absent: they do. */
  plainAlerts: z.optional(z.boolean()),
  /** In which mails are written; absent: in English. */
  language: z.optional(SpokenLanguage),
});
export type NotificationSettings = z.output<typeof NotificationSettings>;
z.globalRegistry.add(NotificationSettings, { id: 'NotificationSettings' });

export const defaultNotificationSettings: NotificationSettings = {
  keywords: [],
  quietHours: null,
  pausedUntil: null,
  push: 'full',
  mail: true,
  sound: true,
};

export const NotificationSettingsPatch = z.partial(NotificationSettings);
export type NotificationSettingsPatch = z.output<typeof NotificationSettingsPatch>;
z.globalRegistry.add(NotificationSettingsPatch, { id: 'NotificationSettingsPatch' });

/** How many entries of my list I have not read; exact. */
export const NotificationCount = z.strictObject({ unread: Mark });
export type NotificationCount = z.output<typeof NotificationCount>;
z.globalRegistry.add(NotificationCount, { id: 'NotificationCount' });

export const NotificationPage = z.strictObject({
  ...pageOf(Notification).shape,
  ...NotificationCount.shape,
});
export type NotificationPage = z.output<typeof NotificationPage>;
z.globalRegistry.add(NotificationPage, { id: 'NotificationPage' });

/** Some of them, or all that there are. */
export const ReadNotifications = z.union([
  z.strictObject({ ids: z.array(Notification.shape.id).check(z.minLength(1), z.maxLength(100)) }),
  z.strictObject({ all: z.literal(true) }),
]);
export type ReadNotifications = z.output<typeof ReadNotifications>;
z.globalRegistry.add(ReadNotifications, { id: 'ReadNotifications' });

/** How a browser is reached: what `PushSubscription.toJSON()` gives, without its time. */
export const PushDevice = z.strictObject({
  endpoint: z.string().check(z.maxLength(1024), z.url()),
  keys: z.strictObject({
    p256dh: z.string().check(z.regex(/^[\w-]{87}=?$/, 'Not a key of a browser')),
    auth: z.string().check(z.regex(/^[\w-]{22}(==)?$/, 'Not a secret of a browser')),
  }),
});
export type PushDevice = z.output<typeof PushDevice>;
z.globalRegistry.add(PushDevice, { id: 'PushDevice' });

export const PushEndpoint = z.strictObject({ endpoint: PushDevice.shape.endpoint });
export type PushEndpoint = z.output<typeof PushEndpoint>;
z.globalRegistry.add(PushEndpoint, { id: 'PushEndpoint' });

/**
 * `key`: what a browser subscribes with; null where this server pushes nothing. `mails`: whether it
 * sends mails of what was not read.
 */
export const PushOffer = z.strictObject({
  key: z.nullable(z.string()),
  mails: z.optional(z.boolean()),
});
export type PushOffer = z.output<typeof PushOffer>;
z.globalRegistry.add(PushOffer, { id: 'PushOffer' });

/** Why something is pushed: a kind of the list, what was said, or a call that rings. */
export const PushCause = z.enum([...NotificationKind.options, 'message', 'ringing_call']);
export type PushCause = z.output<typeof PushCause>;

/**
 * What a device is pushed, as JSON. `chat`, `from`, `text`: as far as the person wants it shown.
 * `clear`: what was shown of the chat, up to this slot, was read elsewhere; or it rings no more.
 */
export const Pushed = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('show'),
    cause: PushCause,
    chatId: ChatId,
    seq: Mark,
    chat: z.optional(z.string()),
    from: z.optional(z.string()),
    text: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('clear'), chatId: ChatId, seq: Mark }),
]);
export type Pushed = z.output<typeof Pushed>;

/** What stands in the links of a mail. */
export const MailToken = z.strictObject({ token: z.string().check(z.maxLength(200)) });
export type MailToken = z.output<typeof MailToken>;

/** What such a link leads to: `language`: of the mail, absent: English. */
export const MailLink = z.strictObject({
  ...MailToken.shape,
  language: z.optional(SpokenLanguage),
});
export type MailLink = z.output<typeof MailLink>;

export const notificationsContract = defineApi({
  list: rpc('notifications.list', PageQuery, NotificationPage),
  read: rpc('notifications.read', ReadNotifications, NotificationCount),
  settings: rpc('notifications.settings', Done, NotificationSettings),
  updateSettings: rpc(
    'notifications.updateSettings',
    NotificationSettingsPatch,
    NotificationSettings,
  ),
  pushOffer: rpc('notifications.pushOffer', Done, PushOffer),
  subscribe: rpc('notifications.subscribe', PushDevice, Done),
  unsubscribe: rpc('notifications.unsubscribe', PushEndpoint, Done),
  endMails: rpc('notifications.endMails', MailToken, Done),
});

/**
 * What somebody is told of, and how they want to be told. All of it is the actor's own,
 * but for `endMails`.
 *
 * - `list`: what was meant for me, the newest first; of more than 1,000 the newest. What was said
 *   in a direct chat is not in it: the chat counts that. Nor is anything of chats that I am in no
 *   more, or of people whom I block.
 * - `read`: my other devices hear of it. Unknown ones and those that were read are success. Reading
 *   a chat reads what is in the list of it, too; of a reaction that takes to read on from where the
 *   chat was read when it came.
 * - `updateSettings`: my devices hear of it.
 * - `subscribe`: this device is pushed what its person is to hear of while no window is open, until
 *   `unsubscribe`, the end of its session, or its push service knows it no more. Of more than 10 of
 *   a person the newest. Throws `validation_failed` for an address that no push service has, and
 *   `service_unavailable` where nothing is pushed. Both are idempotent.
 * - `endMails`: for whoever holds a link of a mail, signed in or not: its person wishes no more of
 *   them. Idempotent. Throws `forbidden` for a token that is none of ours.
 */
export abstract class NotificationsApi extends apiClass(notificationsContract) {}

import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { IsoTime } from './text.js';

/** A ULID: the older has the smaller one. */
export const NoticeId = z
  .string()
  .check(z.regex(/^[0-9A-Z]{26}$/, 'Not a notice'))
  .brand<'NoticeId'>();
export type NoticeId = z.output<typeof NoticeId>;

export const NoticeKind = z.enum(['warning', 'mute', 'unmute']);
export type NoticeKind = z.output<typeof NoticeKind>;

/** What moderators have to say to one person. Who of them it was stays untold. */
export const Notice = z.strictObject({
  id: NoticeId,
  kind: NoticeKind,
  /** In their words; empty where they gave none. */
  text: z.string(),
  /** Of a mute: until when. */
  until: z.optional(IsoTime),
  createdAt: IsoTime,
  isSeen: z.boolean(),
});
export type Notice = z.output<typeof Notice>;
z.globalRegistry.add(Notice, { id: 'Notice' });

export const NoticePage = pageOf(Notice);
export type NoticePage = z.output<typeof NoticePage>;
z.globalRegistry.add(NoticePage, { id: 'NoticePage' });

export const NoticeRef = z.strictObject({ noticeId: NoticeId });
export type NoticeRef = z.output<typeof NoticeRef>;

export const noticesContract = defineApi({
  list: rpc('notices.list', PageQuery, NoticePage),
  see: rpc('notices.see', NoticeRef, Done),
});

/**
 * What moderators have told the actor; each was said as `notice` to their devices, too.
 *
 * - `list`: the newest first.
 * - `see`: they have read it. Idempotent. Throws `not_found`.
 */
export abstract class NoticesApi extends apiClass(noticesContract) {}

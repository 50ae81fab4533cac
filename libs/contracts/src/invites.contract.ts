import * as z from 'zod/mini';
import { Chat, ChatRef } from './chats.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, InviteCode, UserId } from './ids.js';
import { Done } from './paging.js';
import { ChatKind } from './roles.js';
import { IsoTime } from './text.js';

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
  chatAvatar: z.optional(z.string()),
  topic: z.string(),
  memberCount: z.int(),
  inviterName: z.string(),
  expiresAt: IsoTime,
});
export type InvitePreview = z.output<typeof InvitePreview>;
z.globalRegistry.add(InvitePreview, { id: 'InvitePreview' });

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

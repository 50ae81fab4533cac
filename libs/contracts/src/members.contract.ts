import * as z from 'zod/mini';
import { Chat, ChatRef } from './chats.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, UserId } from './ids.js';
import { Done, PageQuery, pageOf } from './paging.js';
import { ChatRole } from './roles.js';
import { IsoTime, Mark } from './text.js';
import { User } from './users.contract.js';

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

export const membersContract = defineApi({
  list: rpc('members.list', ListMembers, MemberPage),
  add: rpc('members.add', AddMembers, Done, { partitionBy: 'chatId' }),
  remove: rpc('members.remove', MemberRef, Done, { partitionBy: 'chatId' }),
  changeRole: rpc('members.changeRole', ChangeRole, Done, { partitionBy: 'chatId' }),
  join: rpc('members.join', ChatRef, Chat, { partitionBy: 'chatId' }),
  leave: rpc('members.leave', ChatRef, Done, { partitionBy: 'chatId' }),
});

/**
 * Who is in a chat. Every change is a system message; so `add`, `remove` and `changeRole` throw
 * `muted` for who may not write.
 *
 * - `add`: throws `blocked`, `not_found` for an unknown person, `conflict {field: 'memberIds'}`
 *   when a group would exceed 256. Who is in already stays as they are.
 * - `remove`: admins; nobody removes the owner. `leave`: the last owner must hand over first
 *   (`conflict {field: 'owner'}`); a direct chat is hidden.
 * - `changeRole`: `owner` hands the chat over: the former owner becomes an admin. Throws `conflict
 *   {field: 'ownerId'}` for a bot, and for who is suspended.
 * - `join`: a public channel; a private one throws `forbidden`.
 */
export abstract class MembersApi extends apiClass(membersContract) {}

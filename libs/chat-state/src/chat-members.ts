import type { ChatRole, Message, UserId } from '@app/contracts';
import type { Me } from './marks.js';

/** A member, without the person (see `ClientState.people`) and the marks. */
export interface KnownMember {
  readonly userId: UserId;
  readonly role: ChatRole;
  readonly joinedAt: string;
}

/** How far another member has come. */
export interface OthersMark {
  readonly lastReadSeq: number;
  readonly lastDeliveredSeq: number;
}

/**
 * The others of a chat, as far as they were asked for.
 *
 * - `known`: `Map<UserId, KnownMember>`, in the server's order.
 * - `marks`: `Map<UserId, OthersMark>`; absent where one of us does not share them.
 * - `isStale`: somebody came of whom only the id is known; ask again.
 */
export interface Members {
  readonly known: ReadonlyMap<UserId, KnownMember>;
  readonly marks: ReadonlyMap<UserId, OthersMark>;
  readonly isStale: boolean;
}

export const noMembers: Members = { known: new Map(), marks: new Map(), isStale: true };

/** Marks only rise, whatever the order in which they are heard. What is read was delivered. */
export function raiseOther(
  members: Members,
  userId: UserId,
  by: Partial<OthersMark>,
  me: Me,
): Members {
  if (userId === me.id) return members;
  const was = members.marks.get(userId) ?? { lastReadSeq: 0, lastDeliveredSeq: 0 };
  const lastReadSeq = Math.max(was.lastReadSeq, by.lastReadSeq ?? 0);
  const delivered = Math.max(was.lastDeliveredSeq, by.lastDeliveredSeq ?? 0, lastReadSeq);
  const isSame = lastReadSeq === was.lastReadSeq && delivered === was.lastDeliveredSeq;
  if (isSame && members.marks.has(userId)) return members;
  const mark = { lastReadSeq, lastDeliveredSeq: delivered };
  return { ...members, marks: new Map(members.marks).set(userId, mark) };
}

/** What a message says of the members: its sender has read up to it; the system tells who is in. */
export function membersAfter(members: Members, message: Message, me: Me): Members {
  const { senderId, seq, system, kind } = message;
  if (kind !== 'system' && members.marks.has(senderId))
    return raiseOther(members, senderId, { lastReadSeq: seq }, me);
  switch (system?.type) {
    case 'members_added':
    case 'member_joined':
      return { ...members, isStale: true };
    case 'member_left':
      return without(members, senderId);
    case 'member_removed':
      return without(members, system.userId);
    case 'role_changed':
      return withRole(members, system.userId, system.role);
    case 'handed_over':
      return withRole(
        withRole(members, system.userId, 'owner'),
        system.fromId ?? senderId,
        'admin',
      );
    default:
      return members;
  }
}

function without(members: Members, userId: UserId): Members {
  const known = new Map(members.known);
  const marks = new Map(members.marks);
  known.delete(userId);
  marks.delete(userId);
  return { ...members, known, marks };
}

function withRole(members: Members, userId: UserId, role: ChatRole): Members {
  const member = members.known.get(userId);
  if (!member) return members;
  return { ...members, known: new Map(members.known).set(userId, { ...member, role }) };
}

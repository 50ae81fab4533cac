import { changedTraits } from '@app/chat-state';
import type { ChatKind, ChatRole, ChatTraits, Message, SystemEvent, UserId } from '@app/contracts';
import type { MemberState } from './chat.js';

/** What the system messages so far make of a chat. `members` may hold just those in question. */
export interface ChatState {
  readonly kind: ChatKind;
  readonly traits: ChatTraits;
  readonly isDeleted: boolean;
  readonly members: ReadonlyMap<UserId, MemberState>;
}

type Event<T extends SystemEvent['type']> = Extract<SystemEvent, { type: T }>;

/**
 * Whose state a system message changes, or needs, to be applied: the members that must be in the
 * `ChatState`. The end of a chat touches all, and is not listed here.
 */
export function touchedBy({ system, senderId }: Message): readonly UserId[] {
  switch (system?.type) {
    case 'chat_created':
      return system.members.map(({ userId }) => userId);
    case 'members_added':
      return system.userIds;
    case 'member_joined':
    case 'member_left':
      return [senderId];
    case 'member_removed':
    case 'role_changed':
      return [system.userId];
    case 'handed_over':
      return [system.fromId ?? senderId, system.userId];
    default:
      return [];
  }
}

/**
 * The one place that says what a system message does. Every process that reads the log comes to the
 * same state, so what lost a race (an owner who left while being handed the chat) is ignored by its
 * place in the log and by nothing else. A chat has exactly one owner at any time, but for direct
 * ones.
 */
export function applySystemEvent(
  state: ChatState | undefined,
  message: Message,
): ChatState | undefined {
  const { system } = message;
  if (!system) return state;
  if (!state) return system.type === 'chat_created' ? created(system, message) : undefined;
  if (state.isDeleted) return state;
  switch (system.type) {
    case 'chat_created':
      return state;
    case 'traits_changed':
      return { ...state, traits: changedTraits(state.traits, system.changes) };
    case 'chat_deleted':
      return { ...state, isDeleted: true };
    case 'members_added':
      return withAll(state, arrivals(state, system.userIds, message));
    case 'member_joined':
      return withAll(state, arrivals(state, [message.senderId], message));
    case 'member_left':
      return without(state, message.senderId);
    case 'member_removed':
      return without(state, system.userId);
    case 'role_changed':
      return withRole(state, system);
    case 'handed_over':
      return handedOver(state, system.fromId ?? message.senderId, system.userId);
  }
}

function created(event: Event<'chat_created'>, { seq, createdAt }: Message): ChatState {
  const { kind, traits } = event;
  const members = event.members.map(
    ({ userId, role }) =>
      [
        userId,
        { isMember: true, role, visibleFromSeq: 1, joinedSeq: seq, joinedAt: createdAt },
      ] as const,
  );
  return { kind, traits, isDeleted: false, members: new Map(members) };
}

function arrivals(
  { members, traits }: ChatState,
  userIds: readonly UserId[],
  { seq, createdAt }: Message,
): [UserId, MemberState][] {
  const visibleFromSeq = traits.historyVisibility === 'joined' ? seq : 1;
  const arrival: MemberState = {
    isMember: true,
    role: 'member',
    visibleFromSeq,
    joinedSeq: seq,
    joinedAt: createdAt,
  };
  return userIds
    .filter((userId) => members.get(userId)?.isMember !== true)
    .map((userId) => [userId, arrival]);
}

/** The owner stays until the chat was handed over. */
function without(state: ChatState, userId: UserId): ChatState {
  const member = state.members.get(userId);
  if (!member?.isMember || member.role === 'owner') return state;
  return withAll(state, [[userId, { ...member, isMember: false }]]);
}

function withRole(
  state: ChatState,
  { userId, role }: { userId: UserId; role: ChatRole },
): ChatState {
  const member = state.members.get(userId);
  if (!member?.isMember || member.role === 'owner' || role === 'owner') return state;
  return withAll(state, [[userId, { ...member, role }]]);
}

function handedOver(state: ChatState, from: UserId, to: UserId): ChatState {
  const former = state.members.get(from);
  const next = state.members.get(to);
  if (former?.role !== 'owner' || !former.isMember || !next?.isMember || from === to) return state;
  return withAll(state, [
    [from, { ...former, role: 'admin' }],
    [to, { ...next, role: 'owner' }],
  ]);
}

function withAll(state: ChatState, changes: readonly [UserId, MemberState][]): ChatState {
  return { ...state, members: new Map([...state.members, ...changes]) };
}

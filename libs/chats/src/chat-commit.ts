import type { ChatId, Message, UserId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ChatRecord, MemberState, Membership } from './chat.js';
import { ChatAnnouncer } from './chat-announcer.js';
import { ChatsRepository, type ChatAdvance } from './chats.repository.js';
import { MembershipsRepository, type MemberChange } from './memberships.repository.js';
import { ReceiptsPolicy } from './receipts-policy.js';
import { SlotProjection } from './slot-projection.js';
import { applySystemEvent, touchedBy, type ChatState } from './system-projection.js';

/** A stretch of changes with at most one system message, the last. */
interface Step {
  readonly items: readonly Message[];
  readonly event: Message | undefined;
  readonly toRev: number;
}

/**
 * Applies changes of a log to what is derived from it: first memberships, marks and quiet slots,
 * all of which may be applied again, then the chat itself by compare and set, then the news. One
 * step per system message, so that a repeated step meets memberships that are at most one state
 * ahead.
 */
@Injectable()
export class ChatCommit {
  constructor(
    private readonly chats: ChatsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly slots: SlotProjection,
    private readonly announcer: ChatAnnouncer,
    private readonly policy: ReceiptsPolicy,
  ) {}

  /**
   * The chat at `toRev`; undefined when another process has moved it meanwhile. `items`: what
   * changed after the chat's `appliedRev`, by rev.
   */
  async apply(
    chatId: ChatId,
    chat: ChatRecord | undefined,
    items: readonly Message[],
    toRev: number,
  ): Promise<ChatRecord | undefined> {
    let current = chat;
    for (const step of stepsOf(items, toRev)) {
      current = await this.#step(chatId, current, step);
      if (!current) return undefined;
    }
    return current;
  }

  async #step(
    chatId: ChatId,
    chat: ChatRecord | undefined,
    { items, event, toRev }: Step,
  ): Promise<ChatRecord | undefined> {
    const before = event ? await this.#membersBefore(event) : new Map<UserId, MemberState>();
    if (!before) return undefined;
    const state = chat && stateOf(chat, before);
    const after = event ? applySystemEvent(state, event) : state;
    if (!after) throw new Error(`The log of ${chatId} does not begin with its creation`);
    const changes = await this.#withWishes(changesBetween(before, after));
    if (event && !(await this.memberships.apply(chatId, event, changes))) return undefined;
    await this.slots.apply(chatId, items);

    const next = advanced(chatId, chat, after, changes, items, toRev);
    const went = await this.#dismissed(chat, next, event);
    if (!(await this.#store(chat, next))) return undefined;
    if (event) await this.#announce(next, event, changes, went);
    return this.#reappear(chat, next);
  }

  /** As they were before the event, also where it is in already. Undefined: others are ahead. */
  async #membersBefore(event: Message): Promise<Map<UserId, MemberState> | undefined> {
    const members = await this.memberships.findMany(event.chatId, touchedBy(event));
    if (members.some(({ appliedRev }) => appliedRev > event.rev)) return undefined;
    const known = members.flatMap((member): [UserId, MemberState][] => {
      const state = member.appliedRev === event.rev ? member.before : stateOfMember(member);
      return state ? [[member.userId, state]] : [];
    });
    return new Map(known);
  }

  /** Who comes for the first time brings their setting along: it holds before they read. */
  #withWishes(changes: readonly MemberChange[]): Promise<MemberChange[]> {
    return Promise.all(
      changes.map(async (change) =>
        change.before
          ? change
          : { ...change, sharesByDefault: await this.policy.surelySharesByDefault(change.userId) },
      ),
    );
  }

  /** Everybody, where the chat has ended: read before they are sent away. */
  async #dismissed(
    chat: ChatRecord | undefined,
    next: ChatRecord,
    event: Message | undefined,
  ): Promise<readonly UserId[]> {
    if (!event || !chat || chat.deletedAt !== undefined || next.deletedAt === undefined) return [];
    const members = await this.memberships.allOf(next.id);
    await this.memberships.dismissAll(next.id, event.rev);
    return members.map(({ userId }) => userId);
  }

  #store(chat: ChatRecord | undefined, next: ChatRecord): Promise<boolean> {
    if (!chat) return this.chats.insert(next);
    const { id: _, kind: __, directUserIds: ___, hiddenBy: ____, ...rest } = next;
    const { keptFromSeq: _____, ...advance } = rest;
    return this.chats.advance(chat, advance satisfies ChatAdvance);
  }

  async #announce(
    chat: ChatRecord,
    message: Message,
    changes: readonly MemberChange[],
    dismissed: readonly UserId[],
  ): Promise<void> {
    const idsOf = (some: readonly MemberChange[]) => some.map(({ userId }) => userId);
    const came = idsOf(changes.filter(({ before, after }) => after.isMember && !before?.isMember));
    const went = idsOf(changes.filter(({ before, after }) => before?.isMember && !after.isMember));
    const touched = idsOf(changes);
    await this.announcer.announce({ chat, message, came, went: [...went, ...dismissed], touched });
  }

  /** A direct chat that was hidden comes back with the next slot. */
  async #reappear(chat: ChatRecord | undefined, next: ChatRecord): Promise<ChatRecord> {
    if (!chat || next.hiddenBy.length === 0 || next.headSeq === chat.headSeq) return next;
    await this.chats.removeHidden(next.id, next.hiddenBy);
    const shown = { ...next, hiddenBy: [] };
    await this.announcer.show(shown, next.hiddenBy);
    return shown;
  }
}

function stepsOf(items: readonly Message[], toRev: number): Step[] {
  const steps: Step[] = [];
  let rest: Message[] = [];
  for (const item of items) {
    rest.push(item);
    if (!item.system) continue;
    steps.push({ items: rest, event: item, toRev: item.rev });
    rest = [];
  }
  if (rest.length > 0 || (steps.at(-1)?.toRev ?? 0) < toRev)
    steps.push({ items: rest, event: undefined, toRev });
  return steps;
}

function stateOf(chat: ChatRecord, members: ReadonlyMap<UserId, MemberState>): ChatState {
  const { kind, traits, deletedAt } = chat;
  return { kind, traits, isDeleted: deletedAt !== undefined, members };
}

function stateOfMember(member: Membership): MemberState {
  const { isMember, role, visibleFromSeq, joinedSeq, joinedAt } = member;
  return { isMember, role, visibleFromSeq, joinedSeq, joinedAt };
}

function changesBetween(
  before: ReadonlyMap<UserId, MemberState>,
  { members }: ChatState,
): MemberChange[] {
  return [...members]
    .map(([userId, after]) => ({ userId, before: before.get(userId), after }))
    .filter((change) => change.before !== change.after);
}

function advanced(
  chatId: ChatId,
  chat: ChatRecord | undefined,
  { kind, traits, isDeleted, members }: ChatState,
  changes: readonly MemberChange[],
  items: readonly Message[],
  toRev: number,
): ChatRecord {
  const keptFromSeq = chat?.keptFromSeq ?? 1;
  const last = items.filter(({ seq }) => seq >= keptFromSeq).reduce(newest, chat?.lastMessage);
  const at = last?.createdAt ?? chat?.updatedAt ?? '';
  const delta = changes.reduce(
    (sum, { before, after }) => sum + Number(after.isMember) - Number(before?.isMember ?? false),
    0,
  );
  const isPartial = changes.some(({ after }) => after.isMember && after.visibleFromSeq > 1);
  const deletedAt = chat?.deletedAt ?? (isDeleted ? at : undefined);
  return {
    id: chatId,
    kind,
    traits,
    directUserIds: chat?.directUserIds ?? (kind === 'direct' ? [...members.keys()] : []),
    memberCount: (chat?.memberCount ?? 0) + delta,
    hasPartialReaders: (chat?.hasPartialReaders ?? false) || isPartial,
    headSeq: items.reduce((head, { seq }) => Math.max(head, seq), chat?.headSeq ?? 0),
    appliedRev: toRev,
    ...(last ? { lastMessage: last } : {}),
    createdAt: chat?.createdAt ?? at,
    updatedAt: at,
    ...(deletedAt === undefined ? {} : { deletedAt }),
    keptFromSeq,
    hiddenBy: chat?.hiddenBy ?? [],
  };
}

const newest = (last: Message | undefined, item: Message) =>
  !last || item.seq >= last.seq ? item : last;

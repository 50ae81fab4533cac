import { computed, effect, signal, untracked } from '@angular/core';
import { adoptMembers, adoptMoreMembers, noMembers, type ChatState } from '@app/chat-state';
import type { ChatId, ChatMember, ServerEvent, UserId } from '@app/contracts';
import { isLineProblem } from '@app/web-realtime';
import type { ChatClient } from './chat-client';
import type { ChatSync } from './chat-sync';
import type { Marks, MemberRow } from './chat-views';
import { kept } from './kept';

/** A list that is older than what was heard is asked for again, so often and after this long. */
const TRIES = 4;
const AGAIN_MS = 150;

/** Of a list that is asked for anew; who has gone further goes on from there. */
const MOST_ANEW = 500;

type Typists = (chatId: ChatId, userIds: readonly UserId[]) => void;

/** The others of the open chat: members, marks, typists. Asked for anew after each `ready`. */
export class OpenChatMembers {
  private readonly cursor = signal<string | null | undefined>(undefined);
  /** What the system has said so far, of any chat: who came and went, and rose. */
  private changes = 0;
  private readonly chat = computed<ChatState | undefined>(() => {
    const chatId = this.client.openId();
    return chatId ? this.client.state().chats.get(chatId) : undefined;
  });

  readonly rows = kept(
    () => this.membersNow(),
    ({ user }) => user.id,
  );
  readonly marks = computed<Marks>(() => this.chat()?.members.marks ?? new Map());
  readonly typingIds = computed(() => [...(this.chat()?.typing ?? [])]);
  readonly seenSeq = computed(() => highest(this.marks(), (mark) => mark.lastReadSeq));
  readonly deliveredSeq = computed(() => highest(this.marks(), (mark) => mark.lastDeliveredSeq));
  readonly hasMore = computed(() => {
    const { info, members } = this.chat() ?? {};
    return this.cursor() !== null && (members?.known.size ?? 0) < (info?.memberCount ?? 0);
  });

  constructor(
    private readonly client: ChatClient,
    private readonly sync: Pick<ChatSync, 'archive' | 'heed'>,
    private readonly typists: Typists,
  ) {
    client.connection.listen((news) => {
      if (news.kind === 'ready') void this.joinAgain();
      if (news.kind === 'event' && news.name === 'user_typing') this.meet(news.event);
      if (news.kind === 'event' && news.name === 'new_message' && news.event.system) this.changes++;
    });
    effect(() => {
      const members = this.chat()?.members;
      if (members?.isStale && members.known.size > 0) untracked(() => void this.refresh());
    });
  }

  /** Tells the server that the chat is open: passing events come from now on. */
  join(): Promise<void> {
    return this.joinShowing(0);
  }

  async leave(chatId: ChatId): Promise<void> {
    await quietly(() => this.client.connection.ask('leave_chat', { chatId }));
  }

  async more(): Promise<void> {
    const chatId = untracked(this.client.openId);
    const cursor = untracked(this.cursor);
    if (!chatId || cursor === null) return;
    const { items, page } = await this.sync.archive.members(chatId, cursor);
    this.client.change((state) => adoptMoreMembers(state, chatId, items));
    this.goOn(chatId, page.nextCursor);
  }

  /** The line is back: as many are shown as before. */
  private joinAgain(): Promise<void> {
    const isFetched = untracked(this.cursor) !== undefined;
    return this.joinShowing(isFetched ? this.knownCount() : 0);
  }

  /** `count`: of members that are shown. */
  private async joinShowing(count: number): Promise<void> {
    const chatId = untracked(this.client.openId);
    if (!chatId) return;
    this.cursor.set(undefined);
    await quietly(async () => {
      const { members, typing, headSeq, headRev } = await this.client.connection.ask('join_chat', {
        chatId,
      });
      // Whoever has just become a member may have loaded the chat before its news reached the line.
      this.sync.heed(chatId, { headSeq, headRev });
      // Those that are not among the first ones stay until it is known whether they are members.
      const isPart = members.length < count;
      const adopt = isPart ? adoptMoreMembers : adoptMembers;
      this.client.change((state) => adopt(state, chatId, members));
      this.typists(chatId, typing);
      // Else a newer list came while this answer was under way, and has been replaced by it.
      const isReplaced = untracked(this.cursor) === null && !this.isComplete(chatId);
      if (isPart || isReplaced) await this.refresh();
    });
  }

  private membersNow(): readonly MemberRow[] {
    const { people } = this.client.shown();
    const { known, marks } = this.chat()?.members ?? noMembers;
    return [...known.values()].flatMap(({ userId, role, joinedAt }) => {
      const user = people.get(userId);
      return user ? [{ user, role, joinedAt, ...marks.get(userId) }] : [];
    });
  }

  private async refresh(): Promise<void> {
    const chatId = untracked(this.client.openId);
    if (!chatId) return;
    await quietly(async () => {
      for (let tries = 0; tries < TRIES; tries++) {
        if (tries > 0) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS * 2 ** tries));
        if (untracked(this.client.openId) !== chatId) return;
        const { changes } = this;
        const { items, nextCursor } = await this.fetch(chatId);
        this.client.change((state) => adoptMembers(state, chatId, items));
        this.goOn(chatId, nextCursor);
        // What was heard meanwhile may be newer than this list, which has replaced it.
        if (changes !== this.changes) continue;
        if (nextCursor !== null || this.isComplete(chatId)) return;
      }
    });
  }

  /** From the first one on: as many as are shown, or more. */
  private async fetch(
    chatId: ChatId,
  ): Promise<{ items: readonly ChatMember[]; nextCursor: string | null }> {
    const count = Math.min(this.knownCount(), MOST_ANEW);
    const items: ChatMember[] = [];
    let cursor: string | undefined;
    for (;;) {
      const { items: next, page } = await this.sync.archive.members(chatId, cursor);
      const { nextCursor } = page;
      items.push(...next);
      if (nextCursor === null || items.length >= count) return { items, nextCursor };
      cursor = nextCursor;
    }
  }

  private knownCount(): number {
    return untracked(this.chat)?.members.known.size ?? 0;
  }

  /** From here; unless another chat was opened meanwhile, whose list has a place of its own. */
  private goOn(chatId: ChatId, cursor: string | null): void {
    if (untracked(this.client.openId) === chatId) this.cursor.set(cursor);
  }

  /** As many are known as there are: the news that somebody came may overtake the list. */
  private isComplete(chatId: ChatId): boolean {
    const { info, members } = this.client.chat(chatId) ?? {};
    return (members?.known.size ?? 0) >= (info?.memberCount ?? 0);
  }

  /** Somebody types of whom nothing is known yet. */
  private meet({ chatId }: ServerEvent<'user_typing'>): void {
    if (chatId !== untracked(this.client.openId)) return;
    const { people } = untracked(this.client.state);
    if (untracked(this.typingIds).some((id) => !people.has(id))) void this.refresh();
  }
}

/** For what the next `ready` says anew: a failure now is nobody's loss. */
async function quietly(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    // Without a connection, or in a chat that is no longer mine, there is nothing to tell.
    if (!isLineProblem(error)) throw error;
  }
}

function highest(
  marks: Marks,
  seqOf: (mark: Marks extends ReadonlyMap<UserId, infer M> ? M : never) => number,
): number {
  return Math.max(0, ...[...marks.values()].map(seqOf));
}

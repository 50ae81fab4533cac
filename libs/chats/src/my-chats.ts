import {
  problem,
  type Actor,
  type Chat,
  type ChatId,
  type ChatPage,
  type ListChats,
  type SyncPage,
  type SyncQuery,
  type Totals,
  type UserId,
} from '@app/contracts';
import { cutPage, decodeCursor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ChatRecord, Membership } from './chat.js';
import { ChatProjector } from './chat-projector.js';
import { ChatView, standingOf } from './chat-view.js';
import { ChatsRepository, type ChatActivity } from './chats.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { ReadStates, type View } from './read-states.js';

/** What somebody sees of the chats they are in. Every answer is up to the logs. */
@Injectable()
export class MyChats {
  constructor(
    private readonly chats: ChatsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly projector: ChatProjector,
    private readonly view: ChatView,
    private readonly states: ReadStates,
  ) {}

  /** Throws `not_member`. */
  async one(actor: Actor, chat: ChatRecord): Promise<Chat> {
    const member = await this.memberships.find(chat.id, actor.userId);
    if (!member?.isMember) throw problem('not_member', { chatId: chat.id });
    return this.view.one(actor, { chat, member });
  }

  /** Throws `not_found`, `not_member`. */
  async get(actor: Actor, chatId: ChatId): Promise<Chat> {
    const chat = await this.projector.current(chatId);
    if (!chat || chat.deletedAt !== undefined) throw problem('not_found');
    return this.one(actor, chat);
  }

  async list(actor: Actor, { cursor, limit, updatedSince }: ListChats): Promise<ChatPage> {
    const after = decodeCursor(cursor, 2);
    const since = updatedSince === undefined ? '' : new Date(updatedSince).toISOString();
    const all = await this.#activity(actor.userId);
    const wanted = all
      .filter(({ updatedAt }) => updatedAt >= since)
      .sort(latestFirst)
      .filter((chat) => !after || latestFirst(toActivity(after), chat) < 0);
    const { items, page } = cutPage(wanted, limit, ({ updatedAt, id }) => [updatedAt, id]);
    const views = await this.#views(
      actor.userId,
      items.map(({ id }) => id),
    );
    return { items: await this.view.many(actor, views), page };
  }

  async sync(actor: Actor, { cursor, limit }: SyncQuery): Promise<SyncPage> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const found = await this.memberships.pageOf(actor.userId, after, limit + 1);
    const { items: members, page } = cutPage(found, limit, ({ chatId }) => [chatId]);
    const views = await this.#join(actor.userId, members);
    const states = await this.states.of(views);
    const items = views.map((view, i) => ({
      ...states[i]!,
      ...standingOf(view),
      settings: view.member.settings,
    }));
    return { items, page };
  }

  async totals(actor: Actor): Promise<Totals> {
    const totals = { unread: 0, mentions: 0 };
    let cursor: string | undefined;
    do {
      const { items, page } = await this.sync(actor, { cursor, limit: 500 });
      for (const { unread, mentions } of items) {
        totals.unread += unread;
        totals.mentions += mentions;
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return totals;
  }

  /** All my chats, with when something last happened there: light, since it is all of them. */
  async #activity(userId: UserId): Promise<ChatActivity[]> {
    const chatIds = await this.memberships.chatIdsOf(userId);
    const known = await this.chats.activityOf(chatIds);
    const moved = new Set(await this.projector.refresh(known));
    const fresh = moved.size > 0 ? await this.chats.activityOf([...moved]) : [];
    return [...known.filter(({ id }) => !moved.has(id)), ...fresh].filter(
      (chat) => chat.deletedAt === undefined && !chat.hiddenBy.includes(userId),
    );
  }

  /** In the order of the ids. */
  async #views(userId: UserId, chatIds: readonly ChatId[]): Promise<View[]> {
    const members = await this.memberships.inChats(userId, chatIds);
    const views = await this.#join(userId, members);
    const byId = new Map(views.map((view) => [view.chat.id, view]));
    return chatIds.flatMap((chatId) => byId.get(chatId) ?? []);
  }

  /** With their chats, without those that are gone or hidden. */
  async #join(userId: UserId, members: readonly Membership[]): Promise<View[]> {
    const chatIds = members.map(({ chatId }) => chatId);
    const known = await this.chats.findMany(chatIds);
    const moved = await this.projector.refresh(known);
    const fresh = moved.length > 0 ? await this.chats.findMany(moved) : [];
    const chats = new Map([...known, ...fresh].map((chat) => [chat.id, chat]));
    // What was caught up has changed marks and mentions, too.
    const again = new Map(
      (await this.memberships.inChats(userId, moved)).map((one) => [one.chatId, one]),
    );
    return members.flatMap(({ chatId }, i): View[] => {
      const chat = chats.get(chatId);
      const member = again.get(chatId) ?? members[i]!;
      const isShown = chat && chat.deletedAt === undefined && !chat.hiddenBy.includes(userId);
      return isShown && member.isMember ? [{ chat, member }] : [];
    });
  }
}

type Place = Pick<ChatActivity, 'id' | 'updatedAt'>;

/** Two chats of one instant are told apart by id, so that the order is total and pages fit. */
function latestFirst(a: Place, b: Place): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

const toActivity = ([updatedAt, id]: readonly string[]): Place => ({
  updatedAt: updatedAt!,
  id: id as ChatId,
});

import { hiddenCopy } from '@app/chat-state';
import {
  ChatLogApi,
  UsersApi,
  type Actor,
  type Chat,
  type ChatInfo,
  type Message,
  type OwnSlot,
  type User,
  type UserId,
} from '@app/contracts';
import { chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { visibleFromSeqOf, type ChatRecord } from './chat.js';
import { ReadStates, type View } from './read-states.js';

/** Chats as their members see them. */
@Injectable()
export class ChatView {
  constructor(
    private readonly states: ReadStates,
    private readonly users: UsersApi,
    private readonly log: ChatLogApi,
  ) {}

  async one(actor: Actor, view: View): Promise<Chat> {
    const [chat] = await this.many(actor, [view]);
    return chat!;
  }

  /** In the order of the views, whoever their members are. */
  async many(actor: Actor, views: readonly View[]): Promise<Chat[]> {
    const [states, peers, lastMessages] = await Promise.all([
      this.states.of(views),
      this.people(actor, views.flatMap(peerOf)),
      this.#lastMessages(actor, views),
    ]);
    return views.map((view, i) => {
      const { chat, member } = view;
      const { lastReadSeq, lastDeliveredSeq, unread, mentions } = states[i]!;
      const [peerId] = peerOf(view);
      const peer = peerId && peers.get(peerId);
      const lastMessage = lastMessages[i];
      return {
        ...infoOf(chat),
        ...(peer ? { peer } : {}),
        ...standingOf(view),
        ...(lastMessage ? { lastMessage } : {}),
        lastReadSeq,
        lastDeliveredSeq,
        unread,
        mentions,
        settings: member.settings,
        updatedAt: chat.updatedAt,
      };
    });
  }

  /** `Map<UserId, User>`: the known ones of some people. */
  async people(actor: Actor, userIds: readonly UserId[]): Promise<Map<UserId, User>> {
    const pages = await Promise.all(
      chunksOf([...new Set(userIds)], 100).map((some) =>
        this.users.lookUp(actor, { userIds: some }),
      ),
    );
    return new Map(pages.flatMap(({ items }) => items).map((user) => [user.id, user]));
  }

  /** One per view, empty for a member who has deleted it for themselves. Asked once for all. */
  async #lastMessages(
    actor: Actor,
    views: readonly View[],
  ): Promise<readonly (Message | undefined)[]> {
    const asked = views.filter(({ chat }) => isHideable(chat.lastMessage)).map(lastSlotOf);
    const pages = await Promise.all(
      chunksOf(asked, 500).map((items) => this.log.hiddenAmong(actor, { items })),
    );
    const hidden = new Set(
      pages.flatMap(({ items }) => items).map(({ chatId, userId }) => `${chatId}:${userId}`),
    );
    return views.map(({ chat: { id, lastMessage }, member: { userId } }) =>
      lastMessage && hidden.has(`${id}:${userId}`) ? hiddenCopy(lastMessage) : lastMessage,
    );
  }
}

/** What a chat is to everybody in it. */
export function infoOf({ id, kind, traits, memberCount, createdAt }: ChatRecord): ChatInfo {
  return { id, type: kind, ...traits, memberCount, createdAt };
}

/** Where the log is, and where the member stands in it. */
export function standingOf({ chat, member }: View) {
  return {
    headSeq: chat.headSeq,
    headRev: chat.appliedRev,
    visibleFromSeq: visibleFromSeqOf(chat, member),
    myRole: member.role,
    ...(member.hides > 0 ? { hides: member.hides } : {}),
  };
}

/** System messages are for everybody, and a tombstone says nothing. */
const isHideable = (message: Message | undefined) =>
  message !== undefined && message.kind !== 'system' && message.deletedAt === undefined;

const lastSlotOf = ({ chat, member }: View): OwnSlot => ({
  userId: member.userId,
  chatId: chat.id,
  seq: chat.lastMessage!.seq,
});

function peerOf({ chat, member }: View): readonly UserId[] {
  return chat.directUserIds.filter((userId) => userId !== member.userId);
}

import {
  UsersApi,
  type Actor,
  type Chat,
  type ChatInfo,
  type User,
  type UserId,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { chunksOf } from './chunks.js';
import { ReadStates, type View } from './read-states.js';

/** Chats as their members see them. */
@Injectable()
export class ChatView {
  constructor(
    private readonly states: ReadStates,
    private readonly users: UsersApi,
  ) {}

  async one(actor: Actor, view: View): Promise<Chat> {
    const [chat] = await this.many(actor, [view]);
    return chat!;
  }

  /** In the order of the views, whoever their members are. */
  async many(actor: Actor, views: readonly View[]): Promise<Chat[]> {
    const states = await this.states.of(views);
    const peers = await this.people(actor, views.flatMap(peerOf));
    return views.map((view, i) => {
      const { chat, member } = view;
      const { lastReadSeq, lastDeliveredSeq, unread, mentions } = states[i]!;
      const [peerId] = peerOf(view);
      const peer = peerId && peers.get(peerId);
      return {
        ...infoOf(chat),
        ...(peer ? { peer } : {}),
        myRole: member.role,
        headSeq: chat.headSeq,
        headRev: chat.appliedRev,
        visibleFromSeq: member.visibleFromSeq,
        ...(chat.lastMessage ? { lastMessage: chat.lastMessage } : {}),
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
}

/** What a chat is to everybody in it. */
export function infoOf({ id, kind, traits, memberCount, createdAt }: ChatRecord): ChatInfo {
  return { id, type: kind, ...traits, memberCount, createdAt };
}

function peerOf({ chat, member }: View): readonly UserId[] {
  return chat.directUserIds.filter((userId) => userId !== member.userId);
}

import { problem, type Actor, type Chat, type ChatId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { ChatChanges, type Present } from './chat-changes.js';
import { MyChats } from './my-chats.js';

/** Most members of a group. */
const maxGroup = 256;

/** People who come into a chat by themselves. */
@Injectable()
export class Entrance {
  constructor(
    private readonly changes: ChatChanges,
    private readonly myChats: MyChats,
  ) {}

  /** Into a public channel. Throws `not_found`, and `forbidden` for what is not one. */
  joinPublic(actor: Actor, chatId: ChatId): Promise<Chat> {
    return this.enter(actor, chatId, ({ chat: { kind, traits } }) => {
      if (kind !== 'channel' || traits.visibility !== 'public') throw problem('forbidden');
      return Promise.resolve();
    });
  }

  /**
   * Who is in already is let through; others once `admit` has not thrown. Throws `conflict {field:
   * 'memberIds'}` where a group is full.
   */
  async enter(
    actor: Actor,
    chatId: ChatId,
    admit: (present: Present) => Promise<void>,
  ): Promise<Chat> {
    const chat = await this.changes.change(actor, chatId, async (present) => {
      const members = await present.members([actor.userId]);
      if (members.size > 0) return undefined;
      refuseOverflow(present.chat, 1);
      await admit(present);
      return { type: 'member_joined' };
    });
    return this.myChats.one(actor, chat);
  }
}

/** Throws `conflict {field: 'memberIds'}` when a group would have more than 256. */
export function refuseOverflow({ kind, memberCount }: ChatRecord, coming: number): void {
  if (kind === 'group' && memberCount + coming > maxGroup)
    throw problem('conflict', { field: 'memberIds' });
}

import type { NotifyCause } from '@app/chat-state';
import type { ChatId, Message, PushCause, Pushed, ReadMarkOf, UserId } from '@app/contracts';
import { chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { PushedChatsRepository, type Shown } from '../push/pushed-chats.repository.js';
import { PushJobs } from '../push/push-jobs.js';
import { PushOwners } from '../push/push-owners.js';
import type { Members } from './audiences.js';
import type { Ruling } from './court.js';

/** Who looks at the chat has read it before it is pushed, in ms. */
const graceMs = 2000;

/** Pushes that are put into the queue side by side. */
const width = 50;

const causes: Readonly<Record<NotifyCause, PushCause>> = {
  mention: 'mention',
  channel: 'everyone',
  here: 'everyone',
  reply: 'reply',
  keyword: 'keyword',
  reaction: 'reaction',
  missed_call: 'missed_call',
  added: 'added',
  message: 'message',
  ringing_call: 'ringing_call',
};

/** Ways to people who have no window open. */
@Injectable()
export class Outbound {
  constructor(
    private readonly owners: PushOwners,
    private readonly pushes: PushJobs,
    private readonly pushed: PushedChatsRepository,
  ) {}

  /** Members whom anything could be sent to. Costs the fewer of the two: owners, and members. */
  async reached(members: Members): Promise<readonly UserId[]> {
    const owners = await this.owners.all();
    if (owners.size > members.size) return [...members.ids].filter((id) => owners.has(id));
    return [...owners].filter((userId) => members.has(userId));
  }

  /** Sends it to whom the rule says. Again is harmless. */
  async send({ id, chatId, seq }: Message, rulings: readonly Ruling[]): Promise<void> {
    const owners = await this.owners.all();
    const reached = rulings.filter(({ userId, verdict }) => verdict.push && owners.has(userId));
    const push = ({ userId, cause }: Ruling) => {
      const plain: Pushed = { type: 'show', cause: causes[cause], chatId, seq };
      return this.pushes.put(`${id}:${userId}`, userId, plain, graceMs);
    };
    for (const some of chunksOf(reached, width)) await Promise.all(some.map(push));
  }

  /** What devices show of these chats was read elsewhere; at most 500. */
  async takeBack(marks: readonly ReadMarkOf[]): Promise<void> {
    const owners = await this.owners.all();
    const own = marks.filter(({ userId }) => owners.has(userId));
    if (own.length === 0) return;
    await this.#clear(await this.pushed.readBy(own));
  }

  /** Whatever devices of these people show of a chat. */
  async takeAllBack(chatId: ChatId, userIds: readonly UserId[]): Promise<void> {
    await this.#clear(await this.pushed.shownTo(chatId, userIds));
  }

  /** Put first and forgotten then: where the queue refuses, it is found again. Each has a key. */
  async #clear(shown: readonly Shown[]): Promise<void> {
    for (const { userId, chatId, seq } of shown) {
      const clear: Pushed = { type: 'clear', chatId, seq };
      await this.pushes.put(`clear:${chatId}:${seq}:${userId}`, userId, clear, 0);
    }
    await this.pushed.forget(shown);
  }
}

import { ChatId } from '@app/contracts';
import { Clock, defineJob, JobQueue } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { ChatRemains } from './chat-remains.js';
import { ChatsRepository } from './chats.repository.js';

const hourMs = 3_600_000;

/** So long a deleted chat is kept: 30 days. */
const keptMs = 30 * 24 * hourMs;

/** Chats that one search hands over; what is left waits for the next one. */
const atOnce = 500;

/** Looks for chats whose time is over. */
export const findDeleted = defineJob('chats.find-deleted', z.strictObject({}));

/** Erases what is left of one. */
export const purgeChat = defineJob('chats.purge', z.strictObject({ chatId: ChatId }));

/**
 * Erases deleted chats after 30 days. They are searched every hour, from the database and not from
 * a delayed job: so none is forgotten, whatever the queue forgets.
 */
@Injectable()
export class ChatPurge implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly chats: ChatsRepository,
    private readonly remains: ChatRemains,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(findDeleted, () => this.#find());
    this.jobs.handle(purgeChat, ({ chatId }, { signal }) => this.remains.erase(chatId, signal));
    this.jobs.every(findDeleted, {}, { everyMs: hourMs });
  }

  async #find(): Promise<void> {
    const until = new Date(this.clock.now().getTime() - keptMs);
    for (const chatId of await this.chats.deletedUntil(until, atOnce))
      await this.jobs.enqueue(purgeChat, { chatId }, { key: chatId });
  }
}

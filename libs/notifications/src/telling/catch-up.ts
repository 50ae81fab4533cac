import { ChatLogApi } from '@app/contracts';
import { chunksOf, Clock, defineJob, JobQueue } from '@app/platform';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import * as z from 'zod/mini';
import { moduleActor } from '../module-actor.js';
import { ChatFeed } from './chat-feed.js';
import { ChatPlacesRepository } from './chat-places.repository.js';

/** Facts that a crash has swallowed are looked for in the logs of chats so lively. */
const lookBackMs = 7 * 86_400_000;
const maxChats = 20_000;

const catchUpJob = defineJob('notifications.catch-up', z.strictObject({}), { attempts: 3 });

/**
 * Finds what no fact has told of: at the start, and every few minutes. Costs the ends of the logs,
 * which their module knows by heart, and nothing of chats that are told.
 */
@Injectable()
export class CatchUp implements OnApplicationBootstrap {
  readonly #logger = new Logger(CatchUp.name);

  constructor(
    private readonly log: ChatLogApi,
    private readonly places: ChatPlacesRepository,
    private readonly feed: ChatFeed,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.handle(catchUpJob, () => this.run());
    this.jobs.every(catchUpJob, {}, { everyMs: 300_000 });
    // The period may have been done by whoever died in it.
    this.run().catch((error: unknown) => {
      // The chats are not up yet: the job comes again.
      this.#logger.warn(`What was missed is told later: ${String(error)}`);
    });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - lookBackMs);
    const places = await this.places.since(since, now, maxChats);
    for (const some of chunksOf(places)) {
      const chatIds = some.map(({ chatId }) => chatId);
      const { items } = await this.log.heads(moduleActor, { chatIds });
      const revs = new Map(some.map(({ chatId, rev }) => [chatId, rev]));
      for (const { chatId, headRev } of items)
        if (headRev > (revs.get(chatId) ?? headRev)) await this.feed.catchUp(chatId, headRev);
    }
  }
}

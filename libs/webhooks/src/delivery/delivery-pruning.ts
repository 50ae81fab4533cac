import { Clock, defineJob, JobQueue } from '@app/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import * as z from 'zod/mini';
import { maxWebhooks } from '../hooks/webhook-book.js';
import { WebhooksRepository } from '../hooks/webhooks.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';

const pruneJob = defineJob('webhooks.prune', z.strictObject({}), { attempts: 3 });

/** Of one that is posted by itself all tries are over by then, in ms. */
const lostMs = 86_400_000;

/** Of each state, and of each webhook. */
const kept = 1000;
const keptDays = { delivered: 7, dead: 30, waiting: 30 } as const;

/** Forgets what became of events, and gives up what waits for nothing, each hour. */
@Injectable()
export class DeliveryPruning implements OnApplicationBootstrap {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.handle(pruneJob, () => this.run());
    this.jobs.every(pruneJob, {}, { everyMs: 3_600_000 });
  }

  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    for (const { id } of await this.webhooks.list('', maxWebhooks)) {
      await this.deliveries.giveUp(id, new Date(now - lostMs));
      for (const [state, days] of Object.entries(keptDays) as [keyof typeof keptDays, number][])
        await this.deliveries.prune(id, state, new Date(now - days * 86_400_000), kept);
    }
  }
}

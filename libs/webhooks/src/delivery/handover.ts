import type { WebhookEvent } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { WebhooksRepository, type SigningWebhook } from '../hooks/webhooks.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { giveUpMs, maxRefusals, pauseMs } from './lane-times.js';
import { LanesRepository, type Lane, type Lease } from './lanes.repository.js';
import { WebhookEnder } from './webhook-ender.js';
import { WebhookPost, type Posted } from './webhook-post.js';

/** `dead`: given up, and the next one may come. `left`: the lane is no longer ours. */
export type Given = 'taken' | 'dead' | 'left';

type Failure = Exclude<Posted, { outcome: 'taken' }>;

/** What a delivery has of its event. */
export function aboutOf({ id, type, message }: WebhookEvent) {
  const of = message && { chatId: message.chatId, seq: message.seq, messageId: message.id };
  return { id, type, ...of };
}

/** One event's turn in its lane, by who has the lease. */
export interface Turn {
  readonly webhook: SigningWebhook;
  readonly event: WebhookEvent;
  readonly lane: Lane;
  readonly lease: Lease;
}

/** Hands the next event of a lane to its receiver; decides what follows when it is not taken. */
@Injectable()
export class Handover {
  constructor(
    private readonly post: WebhookPost,
    private readonly lanes: LanesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly webhooks: WebhooksRepository,
    private readonly ender: WebhookEnder,
    private readonly clock: Clock,
  ) {}

  async give(turn: Turn): Promise<Given> {
    const { webhook, event, lane } = turn;
    const posted = await this.post.send(webhook, event);
    const attempts = lane.attempts + 1;
    if (posted.outcome !== 'taken') return this.#failed(turn, posted);
    const { status } = posted;
    const delivered = { ...aboutOf(event), state: 'delivered', attempts, status } as const;
    await this.deliveries.note(webhook.id, delivered);
    if (lane.failingSince) await this.webhooks.change(webhook.id, { lastError: null });
    return 'taken';
  }

  async #failed({ webhook, event, lane, lease }: Turn, failure: Failure): Promise<Given> {
    const now = this.clock.now().getTime();
    const attempts = lane.attempts + 1;
    const failingSince = lane.failingSince ?? new Date(now);
    const { outcome, error } = failure;
    if (outcome === 'gone' || now - failingSince.getTime() >= giveUpMs) {
      await this.lanes.park(lease);
      await this.ender.disable(webhook.id, error);
      return 'left';
    }
    await this.webhooks.change(webhook.id, { lastError: error });
    const refusals = outcome === 'refused' ? lane.refusals + 1 : 0;
    if (outcome === 'refused' && refusals >= maxRefusals) {
      const { status } = failure;
      const dead = { ...aboutOf(event), state: 'dead', attempts, status, error } as const;
      await this.deliveries.note(webhook.id, dead);
      return 'dead';
    }
    const until = new Date(now + pauseMs(attempts));
    await this.lanes.pause(lease, { attempts, refusals, failingSince, until });
    return 'left';
  }
}

import { ChatLogApi, type Message } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { WebhookBook } from '../hooks/webhook-book.js';
import { mayHear, type SigningWebhook } from '../hooks/webhooks.repository.js';
import { moduleActor } from '../module-actor.js';
import { eventOf } from './event-of.js';
import { Handover } from './handover.js';
import { leaseMs } from './lane-times.js';
import { LanesRepository, type Lane, type Lease, type Place } from './lanes.repository.js';

/** Changes, or slots, that are read at once. */
const pageSize = 50;

/** A log that does not have yet what was heard of it is asked again after so many ms. */
const lagMs = 1000;

/** Thrown where a lane is to be left: all that is to be done about it is done. */
class Left extends Error {
  override readonly name = 'Left';
}

/** Where a walk is; it goes on from here. */
interface Walk {
  lane: Lane;
  readonly lease: Lease;
  /** The process is about to end. */
  readonly signal: AbortSignal;
  at: Place;
}

/**
 * Takes a lane from where it is to the end of its log, event by event. Slots that were changed
 * before they were delivered come where they were said, not where they were changed.
 */
@Injectable()
export class LaneWalk {
  constructor(
    private readonly log: ChatLogApi,
    private readonly book: WebhookBook,
    private readonly lanes: LanesRepository,
    private readonly handover: Handover,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the lane is at rest, pauses, or is no longer ours. Throws what the ports do. */
  async run(lane: Lane, lease: Lease, signal: AbortSignal): Promise<void> {
    const walk: Walk = { lane, lease, signal, at: { rev: lane.rev, seq: lane.seq } };
    try {
      for (;;) {
        const { rev } = walk.at;
        const hasMore = await this.#page(walk);
        if (!hasMore && (await this.lanes.rest(lease, walk.at))) return;
        if (walk.at.rev === rev) await this.#leave(walk, lagMs);
      }
    } catch (error) {
      // Left on purpose, from somewhere in its depth: there is nothing more to do.
      if (!(error instanceof Left)) throw error;
    }
  }

  /** The next changes; whether there are more of them. */
  async #page(walk: Walk): Promise<boolean> {
    const query = { chatId: walk.lane.chatId, afterRev: walk.at.rev, limit: pageSize };
    const { items, page } = await this.log.changes(moduleActor, query);
    // What was changed again after this page comes by its later rev.
    for (const message of items.filter(({ rev }) => rev <= page.toRev)) {
      await this.#slotsBefore(walk, message.seq);
      await this.#pass(walk, message, message.rev);
    }
    // Of a page of which nothing was wanted nothing is stored yet; the last one is where it rests.
    if (page.hasMore || page.toRev > walk.at.rev)
      await this.#reach(walk, { ...walk.at, rev: page.toRev }, false);
    return page.hasMore;
  }

  /** What was said before it, and has been changed since: its change comes later. */
  async #slotsBefore(walk: Walk, seq: number): Promise<void> {
    while (walk.at.seq < seq - 1) {
      const limit = Math.min(pageSize, seq - 1 - walk.at.seq);
      const query = { chatId: walk.lane.chatId, afterSeq: walk.at.seq, limit };
      const { items } = await this.log.slotsBehind(moduleActor, query);
      if (items.length === 0) await this.#leave(walk, lagMs);
      for (const message of items) await this.#pass(walk, message, walk.at.rev);
    }
  }

  /** Hands over what this webhook wants of it; `rev`: what has been delivered then. */
  async #pass(walk: Walk, message: Message, rev: number): Promise<void> {
    const webhook = await this.#webhookOf(walk);
    const event = eventOf(webhook, message, walk.at.seq);
    const place = { rev, seq: Math.max(walk.at.seq, message.seq) };
    if (!event) {
      walk.at = place;
      return;
    }
    const { lane, lease } = walk;
    const result = await this.handover.give({ webhook, event, lane, lease });
    if (result === 'left') throw new Left();
    const wasTaken = result === 'taken';
    await this.#reach(walk, place, wasTaken);
    const failingSince = wasTaken ? undefined : lane.failingSince;
    walk.lane = { ...lane, attempts: 0, refusals: 0, failingSince };
  }

  /** It may be paused, or gone, between two events. */
  async #webhookOf(walk: Walk): Promise<SigningWebhook> {
    if (walk.signal.aborted) await this.#leave(walk, 0);
    const { webhookId, chatId } = walk.lane;
    const webhook = this.book.get(webhookId);
    if (webhook?.state === 'active' && mayHear(webhook, walk.lane)) return webhook;
    // It was taken off, by who died before the lane was.
    if (webhook && !mayHear(webhook, walk.lane)) await this.lanes.removeOf(webhookId, [chatId]);
    else await this.lanes.park(walk.lease);
    throw new Left();
  }

  async #reach(walk: Walk, place: Place, wasTaken: boolean): Promise<void> {
    const until = new Date(this.clock.now().getTime() + leaseMs);
    if (!(await this.lanes.reach(walk.lease, place, { until, wasTaken }))) throw new Left();
    walk.at = place;
  }

  /** Somebody goes on with it after so many ms, from what is stored. */
  async #leave({ lease }: Walk, ms: number): Promise<never> {
    await this.lanes.release(lease, new Date(this.clock.now().getTime() + ms));
    throw new Left();
  }
}

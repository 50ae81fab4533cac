import type { ChatId, WebhookId } from '@app/contracts';
import { Clock, IdGenerator, Ticker } from '@app/platform';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { WebhookBook } from '../hooks/webhook-book.js';
import { leaseMs } from './lane-times.js';
import { LaneWalk } from './lane-walk.js';
import { laneIdOf, LanesRepository, webhookOf } from './lanes.repository.js';

/** Lanes that a process walks at once; and of one webhook, so that a slow one holds up no other. */
const maxRunning = 32;
const maxOfOne = 8;

/** Lanes that are looked at in a round: more than start, as those of a slow webhook do not. */
const maxDue = 500;

/** How often it is looked for lanes whose pause has ended, or whose owner has died; in ms. */
const sweepMs = 1000;

/** What the ports refused is tried again after so many ms. */
const refusedMs = 5000;

/** Walks the lanes that are due, each by one process at a time. */
@Injectable()
export class LaneRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(LaneRunner.name);
  readonly #running = new Map<string, Promise<void>>();
  readonly #end = new AbortController();
  #stopSweeping: (() => void) | undefined;

  constructor(
    private readonly lanes: LanesRepository,
    private readonly walk: LaneWalk,
    private readonly book: WebhookBook,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
  ) {}

  onApplicationBootstrap(): void {
    this.#stopSweeping = this.ticker.every(sweepMs, () => void this.sweep());
  }

  /** Each walk ends after the event that it is at. */
  async onApplicationShutdown(): Promise<void> {
    this.#stopSweeping?.();
    this.#end.abort();
    await Promise.all(this.#running.values());
  }

  /** There is more in a log for a webhook. Resolves when that is stored. */
  async wake(webhookId: WebhookId, chatId: ChatId, rev: number): Promise<void> {
    const id = laneIdOf(webhookId, chatId);
    await this.lanes.wake(id, rev, this.clock.now());
    this.#start(id);
  }

  /** Starts what is due. Never throws. */
  async sweep(): Promise<void> {
    if (this.book.isEmpty) return;
    try {
      if (this.#running.size >= maxRunning) return;
      for (const id of await this.lanes.due(this.clock.now(), maxDue)) this.#start(id);
    } catch (error) {
      // The database is away; the next round looks again.
      this.#logger.warn(`Not swept: ${String(error)}`);
    }
  }

  #start(id: string): void {
    if (this.#running.has(id) || this.#isFullFor(id) || this.#end.signal.aborted) return;
    this.#running.set(
      id,
      this.#run(id).finally(() => this.#running.delete(id)),
    );
  }

  #isFullFor(id: string): boolean {
    if (this.#running.size >= maxRunning) return true;
    const webhook = webhookOf(id);
    return [...this.#running.keys()].filter((one) => webhookOf(one) === webhook).length >= maxOfOne;
  }

  async #run(id: string): Promise<void> {
    const lease = { id, owner: this.ids.next() };
    try {
      const now = this.clock.now();
      const lane = await this.lanes.claim(lease, now, new Date(now.getTime() + leaseMs));
      if (lane) await this.walk.run(lane, lease, this.#end.signal);
    } catch (error) {
      // The log or the database is away. Where not even that can be said, its lease ends.
      this.#logger.warn(`Webhook lane ${id} goes on later: ${String(error)}`);
      const from = new Date(this.clock.now().getTime() + refusedMs);
      await this.lanes.release(lease, from).catch(() => undefined);
    }
  }
}

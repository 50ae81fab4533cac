import type { Presence, UserId } from '@app/contracts';
import { Logger } from '@nestjs/common';
import type { Ticker } from '../clock/ticker.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import { presenceScript } from './presence-script.js';
import {
  defaultPresenceTimes,
  type DeviceLease,
  type PresenceOf,
  type PresenceStore,
  type PresenceTimes,
  type PresenceWish,
} from './presence-store.js';

const keys = ['{presence}:leases', '{presence}:leaving'];
const channel = 'presence';

/** How long after a reconnect the other nodes have had to renew theirs, in ms. */
const settleMs = 3000;

/**
 * Who is here, seen from all processes. Redis decides by its own clock what everybody's status is,
 * and says it once when it changes, whichever process notices. Any process ends leases that are
 * over, so those of a killed one end like all others.
 *
 * After an outage each process renews what it holds at once, and compares what it has told with
 * what is so.
 */
export class RedisPresenceStore implements PresenceStore {
  readonly #logger = new Logger(RedisPresenceStore.name);
  readonly #listeners = new Set<(presence: PresenceOf) => void>();
  /** What this process's own sockets hold, by device. */
  readonly #held = new Map<string, DeviceLease>();
  /** Everybody of whom listeners were last told that they are not offline. */
  readonly #here = new Map<UserId, Presence>();
  readonly #stop: () => void;
  readonly #stopHearing: () => void;
  #settling: NodeJS.Timeout | undefined;

  constructor(
    private readonly redis: RedisConnections,
    ticker: Ticker,
    private readonly times: PresenceTimes = defaultPresenceTimes,
  ) {
    this.#stop = ticker.every(times.sweepMs, () => void this.#run('sweep'));
    this.#stopHearing = redis.hear('message', this.#hear);
    redis.commands.on('ready', this.#recover);
    redis.subscriber.subscribe(channel).catch((error: unknown) => {
      // The connection was closed for good before it was ever open.
      this.#logger.debug(error);
    });
  }

  async renew(lease: DeviceLease): Promise<void> {
    this.#held.set(lease.deviceId, lease);
    const { userId, deviceId, isActive } = lease;
    await this.#run('renew', userId, deviceId, isActive ? 1 : 0);
  }

  async release(userId: UserId, deviceId: string): Promise<void> {
    this.#held.delete(deviceId);
    await this.#run('release', userId, deviceId);
  }

  async wish(userId: UserId, wish: PresenceWish): Promise<void> {
    await this.#run('wish', userId, wish);
  }

  async statusOf(userIds: readonly UserId[]): Promise<readonly PresenceOf[]> {
    const reply = await this.#run('status', ...userIds);
    return userIds.map((userId, i) => {
      const [status = 'offline', seenMs = ''] = reply?.[i]?.split(' ') ?? [];
      return presenceOf(userId, status as Presence, seenMs);
    });
  }

  onChange(listener: (presence: PresenceOf) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#stop();
    clearTimeout(this.#settling);
    this.#stopHearing();
    this.redis.commands.off('ready', this.#recover);
  }

  readonly #hear = (from: string, news: string): void => {
    if (from !== channel) return;
    const [userId, status, seenMs] = news.split(' ') as [UserId, Presence, string];
    this.#tell(presenceOf(userId, status, seenMs));
  };

  #tell(presence: PresenceOf): void {
    if (presence.status === 'offline') this.#here.delete(presence.userId);
    else this.#here.set(presence.userId, presence.status);
    for (const listener of this.#listeners) listener(presence);
  }

  readonly #recover = (): void => {
    for (const lease of this.#held.values()) void this.renew(lease);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#compare(), settleMs).unref();
  };

  /** News that passed while nobody listened. */
  async #compare(): Promise<void> {
    const told = new Map(this.#here);
    for (const presence of await this.statusOf([...told.keys()])) {
      const isNews = told.get(presence.userId) !== presence.status;
      // What was heard meanwhile is newer.
      if (isNews && told.get(presence.userId) === this.#here.get(presence.userId)) {
        this.#tell(presence);
      }
    }
  }

  async #run(...args: (string | number)[]): Promise<string[] | undefined> {
    const { leaseMs, graceMs } = this.times;
    const fixed = [channel, leaseMs, graceMs];
    try {
      const reply = await presenceScript.run(this.redis.commands, keys, [...fixed, ...args]);
      return reply as string[];
    } catch (error) {
      // Redis is away: nobody is here as far as we know, until it is back.
      this.#logger.debug(error);
      return undefined;
    }
  }
}

function presenceOf(userId: UserId, status: Presence, seenMs: string): PresenceOf {
  return { userId, status, ...(seenMs !== '' && { lastSeenAt: new Date(Number(seenMs)) }) };
}

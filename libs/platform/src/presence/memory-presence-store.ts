import type { Presence, UserId } from '@app/contracts';
import type { Clock } from '../clock/clock.js';
import { DueQueue } from '../clock/due-queue.js';
import type { Ticker } from '../clock/ticker.js';
import {
  defaultPresenceTimes,
  type DeviceLease,
  type PresenceOf,
  type PresenceStore,
  type PresenceTimes,
  type PresenceWish,
} from './presence-store.js';

/** A device that is here, until when, and whether it is touched. */
interface Device {
  readonly userId: UserId;
  untilMs: number;
  isActive: boolean;
}

/** What is known of somebody. All times in ms of the clock. */
interface Person {
  readonly devices: Map<string, Device>;
  wish: PresenceWish;
  /** Since when no device is here, while the grace runs. */
  leftMs?: number | undefined;
  lastSeenMs?: number | undefined;
  /** What listeners were told last. */
  told: Presence;
}

/** How long somebody is remembered who is gone, in ms. */
const memoryMs = 30 * 24 * 3_600_000;

/**
 * Who is here, in one process. A sweep looks at those of whom something ends, not at everybody:
 * most sweeps look at nobody.
 */
export class MemoryPresenceStore implements PresenceStore {
  readonly #people = new Map<UserId, Person>();
  readonly #leases: DueQueue<Device>;
  readonly #graces: DueQueue<UserId>;
  /** By when something was said of them last. */
  readonly #memories = new DueQueue<UserId>(memoryMs);
  readonly #listeners = new Set<(presence: PresenceOf) => void>();
  readonly #stop: () => void;

  constructor(
    private readonly clock: Clock,
    ticker: Ticker,
    private readonly times: PresenceTimes = defaultPresenceTimes,
  ) {
    this.#leases = new DueQueue(times.leaseMs);
    this.#graces = new DueQueue(times.graceMs);
    this.#stop = ticker.every(times.sweepMs, () => this.#sweep());
  }

  renew({ userId, deviceId, isActive }: DeviceLease): Promise<void> {
    const person = this.#person(userId);
    const nowMs = this.#now();
    const device = person.devices.get(deviceId) ?? { userId, untilMs: 0, isActive };
    device.untilMs = nowMs + this.times.leaseMs;
    device.isActive = isActive;
    person.devices.set(deviceId, device);
    this.#leases.put(device, nowMs);
    person.leftMs = undefined;
    this.#graces.delete(userId);
    this.#tell(userId, person);
    return Promise.resolve();
  }

  release(userId: UserId, deviceId: string): Promise<void> {
    const person = this.#people.get(userId);
    const device = person?.devices.get(deviceId);
    if (!person || !device) return Promise.resolve();
    person.devices.delete(deviceId);
    this.#leases.delete(device);
    if (person.devices.size === 0) {
      this.#leave(person);
      this.#graces.put(userId, this.#now());
    }
    this.#tell(userId, person);
    return Promise.resolve();
  }

  wish(userId: UserId, wish: PresenceWish): Promise<void> {
    const person = this.#person(userId);
    // Who hides looks like one who left just now, and stays so when the devices really go.
    if (wish === 'invisible' && statusOf(person) !== 'offline') person.lastSeenMs = this.#now();
    person.wish = wish;
    this.#tell(userId, person);
    return Promise.resolve();
  }

  statusOf(userIds: readonly UserId[]): Promise<readonly PresenceOf[]> {
    return Promise.resolve(userIds.map((id) => presenceOf(id, this.#upToNow(id))));
  }

  onChange(listener: (presence: PresenceOf) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** People remembered now. */
  get size(): number {
    return this.#people.size;
  }

  close(): void {
    this.#stop();
  }

  #leave(person: Person): void {
    person.leftMs = this.#now();
    if (person.wish !== 'invisible') person.lastSeenMs = person.leftMs;
  }

  /** Of whomever something ends, since nobody may ask. */
  #sweep(): void {
    const nowMs = this.#now();
    for (const device of this.#leases.take(nowMs)) {
      // Also where the clock was set back: the queue has seen the lease pass.
      device.untilMs = Math.min(device.untilMs, nowMs);
      this.#upToNow(device.userId);
    }
    for (const userId of this.#graces.take(nowMs)) this.#upToNow(userId);
    // Nothing was said for far longer than a lease: they are gone.
    for (const userId of this.#memories.take(nowMs)) this.#people.delete(userId);
  }

  /** Of one person; also for who asks between two sweeps. */
  #upToNow(userId: UserId): Person | undefined {
    const person = this.#people.get(userId);
    if (person) this.#endWhatIsOver(userId, person, this.#now());
    return person;
  }

  /** Leases, and graces. */
  #endWhatIsOver(userId: UserId, person: Person, nowMs: number): void {
    const before = person.devices.size;
    for (const [id, { untilMs }] of person.devices) {
      if (untilMs <= nowMs) person.devices.delete(id);
    }
    if (before > 0 && person.devices.size === 0) {
      // It was silent for a whole lease: no grace on top.
      this.#leave(person);
      person.leftMs = undefined;
    }
    if (person.leftMs !== undefined && person.leftMs + this.times.graceMs <= nowMs) {
      person.leftMs = undefined;
    }
    this.#tell(userId, person);
  }

  #tell(userId: UserId, person: Person): void {
    const presence = presenceOf(userId, person);
    if (presence.status === person.told) return;
    person.told = presence.status;
    for (const listener of this.#listeners) listener(presence);
  }

  #person(userId: UserId): Person {
    let person = this.#people.get(userId);
    if (!person) {
      person = { devices: new Map(), wish: 'auto', told: 'offline' };
      this.#people.set(userId, person);
    }
    this.#memories.put(userId, this.#now());
    return person;
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}

function statusOf(person: Person): Presence {
  const isHere = person.devices.size > 0 || person.leftMs !== undefined;
  if (!isHere || person.wish === 'invisible') return 'offline';
  if (person.wish === 'dnd') return 'dnd';
  // In the grace nothing has changed yet.
  if (person.devices.size === 0) return person.told;
  return [...person.devices.values()].some(({ isActive }) => isActive) ? 'online' : 'away';
}

function presenceOf(userId: UserId, person: Person | undefined): PresenceOf {
  const status = person ? statusOf(person) : 'offline';
  const isSeen = status === 'offline' && person?.lastSeenMs !== undefined;
  return { userId, status, ...(isSeen && { lastSeenAt: new Date(person.lastSeenMs!) }) };
}

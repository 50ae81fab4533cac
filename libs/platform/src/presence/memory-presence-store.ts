import type { Presence, UserId } from '@app/contracts';
import type { Clock } from '../clock/clock.js';
import type { Ticker } from '../clock/ticker.js';
import {
  defaultPresenceTimes,
  type DeviceLease,
  type PresenceOf,
  type PresenceStore,
  type PresenceTimes,
  type PresenceWish,
} from './presence-store.js';

/** What is known of somebody. All times in ms of the clock. */
interface Person {
  /** `Map<device, {until when, whether it is touched}>`. */
  readonly devices: Map<string, { untilMs: number; isActive: boolean }>;
  wish: PresenceWish;
  /** Since when no device is here, while the grace runs. */
  leftMs?: number | undefined;
  lastSeenMs?: number | undefined;
  /** What listeners were told last. */
  told: Presence;
  /** When anything of it was said last. */
  touchedMs: number;
}

/** How long somebody is remembered who is gone, in ms. */
const memoryMs = 30 * 24 * 3_600_000;

/** Who is here, in one process. */
export class MemoryPresenceStore implements PresenceStore {
  readonly #people = new Map<UserId, Person>();
  readonly #listeners = new Set<(presence: PresenceOf) => void>();
  readonly #stop: () => void;

  constructor(
    private readonly clock: Clock,
    ticker: Ticker,
    private readonly times: PresenceTimes = defaultPresenceTimes,
  ) {
    this.#stop = ticker.every(times.sweepMs, () => this.#sweep());
  }

  renew({ userId, deviceId, isActive }: DeviceLease): Promise<void> {
    const person = this.#person(userId);
    person.devices.set(deviceId, { untilMs: this.#now() + this.times.leaseMs, isActive });
    person.leftMs = undefined;
    this.#tell(userId, person);
    return Promise.resolve();
  }

  release(userId: UserId, deviceId: string): Promise<void> {
    const person = this.#people.get(userId);
    if (!person?.devices.delete(deviceId)) return Promise.resolve();
    if (person.devices.size === 0) this.#leave(person);
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

  /** Of everybody, since nobody may ask. */
  #sweep(): void {
    const nowMs = this.#now();
    for (const [userId, person] of this.#people) {
      this.#endWhatIsOver(userId, person, nowMs);
      const isGone = person.devices.size === 0 && person.leftMs === undefined;
      if (isGone && person.touchedMs + memoryMs <= nowMs) this.#people.delete(userId);
    }
  }

  /** Of one person, between two sweeps. */
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
      person = { devices: new Map(), wish: 'auto', told: 'offline', touchedMs: 0 };
      this.#people.set(userId, person);
    }
    person.touchedMs = this.#now();
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

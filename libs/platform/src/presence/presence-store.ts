import type { ChatId, Presence, UserId } from '@app/contracts';

/** What one device says of itself. A lease that is not renewed ends by itself. */
export interface DeviceLease {
  readonly userId: UserId;
  /** The socket. */
  readonly deviceId: string;
  readonly isActive: boolean;
}

/** A wish that wins over what the devices say. */
export type PresenceWish = 'auto' | 'dnd' | 'invisible';

export interface PresenceOf {
  readonly userId: UserId;
  /** `invisible` is told as `offline`. */
  readonly status: Presence;
  /** When the last device left; absent while one is here or if none was seen. */
  readonly lastSeenAt?: Date;
}

/** How long a silence lasts before it means something. All in ms. */
export interface PresenceTimes {
  /** A device that does not renew for so long is gone, without a grace. Default 59,500. */
  readonly leaseMs: number;
  /** A person whose last device left is offline after so long. Default 9,500. */
  readonly graceMs: number;
  /** How often ends of leases and graces are looked for. Default 500. */
  readonly sweepMs: number;
}

/** A sweep less than the 60 s and 10 s that we promise: it is noticed with the next sweep. */
export const defaultPresenceTimes: PresenceTimes = {
  leaseMs: 59_500,
  graceMs: 9500,
  sweepMs: 500,
};

/**
 * Who is here: a lease per device, the same on all nodes, nothing of it stored. Any active device:
 * `online`; all idle: `away`; none: `offline` once the grace has passed since the last one left. A
 * wish wins while a device is here.
 *
 * A node that dies takes its devices along without clean-up: their leases end. No method throws:
 * without its backing nobody is here, and whoever is renews.
 */
export abstract class PresenceStore {
  /** Takes or renews a lease. */
  abstract renew(lease: DeviceLease): Promise<void>;

  /**
   * Ends a lease; the person is offline after the grace unless another device is here. Idempotent.
   */
  abstract release(userId: UserId, deviceId: string): Promise<void>;

  abstract wish(userId: UserId, wish: PresenceWish): Promise<void>;

  /** One entry per asked person, in that order. */
  abstract statusOf(userIds: readonly UserId[]): Promise<readonly PresenceOf[]>;

  /** Told on each node whenever somebody's status becomes another. Returns how to stop. */
  abstract onChange(listener: (presence: PresenceOf) => void): () => void;

  /** Stops looking. Idempotent. */
  abstract close(): void;
}

/** Ms after which an entry of `TypingStore` ends. */
export const typingMs = 6000;

/**
 * Who is typing where. An entry ends by itself 6 s after it was last said. Never throws: without
 * its backing nobody types.
 */
export abstract class TypingStore {
  abstract set(chatId: ChatId, userId: UserId, isTyping: boolean): Promise<void>;
  abstract in(chatId: ChatId): Promise<readonly UserId[]>;
}

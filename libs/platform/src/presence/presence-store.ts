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

/**
 * Who is here: a lease per device, the same on all nodes, nothing of it stored. Any active device:
 * `online`; all idle: `away`; none: `offline` once `graceMs` have passed since the last one left.
 *
 * A node that dies takes its devices along without clean-up: their leases end.
 */
export abstract class PresenceStore {
  /** Takes or renews a lease for `leaseMs`. */
  abstract renew(lease: DeviceLease): Promise<void>;

  /** Ends a lease; the person is offline after the grace unless another device is here. */
  abstract release(userId: UserId, deviceId: string): Promise<void>;

  abstract wish(userId: UserId, wish: PresenceWish): Promise<void>;

  /** One entry per asked person, in that order. */
  abstract statusOf(userIds: readonly UserId[]): Promise<readonly PresenceOf[]>;

  /** Told on each node whenever somebody's status becomes another. Returns how to stop. */
  abstract onChange(listener: (presence: PresenceOf) => void): () => void;
}

/** Who is typing where. An entry ends by itself 6 s after it was last said. */
export abstract class TypingStore {
  abstract set(chatId: ChatId, userId: UserId, isTyping: boolean): Promise<void>;
  abstract in(chatId: ChatId): Promise<readonly UserId[]>;
}

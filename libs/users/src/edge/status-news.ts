import type { ServerEvent, UserId } from '@app/contracts';
import type { PresenceOf } from '@app/platform';

type UserStatus = ServerEvent<'user_status'>;

/** Ms that a change waits for a later one of the same person: who flickers is told about once. */
const GATHER_MS = 250;

/** Gathers changes of presence and tells the last one of each person. */
export class StatusNews {
  readonly #waiting = new Map<UserId, UserStatus>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly tell: (status: UserStatus) => void) {}

  add(presence: PresenceOf): void {
    this.#waiting.set(presence.userId, toStatus(presence));
    // Unreferenced: passing news keep no process from ending.
    this.#timer ??= setTimeout(() => this.flush(), GATHER_MS).unref();
  }

  /** Tells what waits, now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const news = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const status of news) this.tell(status);
  }

  /** Tells no more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }
}

/** As it is said on a socket. */
export function toStatus({ userId, status, lastSeenAt }: PresenceOf): UserStatus {
  return { userId, status, ...(lastSeenAt ? { lastSeenAt: lastSeenAt.toISOString() } : {}) };
}

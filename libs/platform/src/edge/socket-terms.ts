import { isProblem, problem, RefreshAuth, sessionRoom } from '@app/contracts';
import type { Clock } from '../clock/clock.js';
import type { Verified } from '../tokens/access-tokens.js';
import type { Bearers } from '../tokens/bearers.js';
import { checkScope } from '../tokens/check-scope.js';
import { refuseReservedKeys } from '../problems/reserved-keys.js';
import { invalid } from '../problems/schema-pipe.js';
import type { EdgeSocket } from './edge-socket.js';

/** Ms before its end at which a long-lived token is asked to be renewed. */
const noticeMs = 60_000;

/** How often a token that says nothing itself is asked about, in ms. */
const lookEveryMs = 60_000;

/**
 * Binds sockets to the life of their token: `auth_expiring` a minute before its end (at half of
 * what is left, where that is shorter), a new term by `refresh_auth`, and the end at its end. Of
 * personal access tokens: as long as the auth module says so.
 */
export class SocketTerms {
  readonly #timers = new WeakMap<EdgeSocket, NodeJS.Timeout>();

  constructor(
    private readonly bearers: Bearers,
    private readonly clock: Clock,
  ) {}

  /** Starts the clock for a socket that has signed in. */
  begin(socket: EdgeSocket): void {
    this.#renew(socket);
    socket.once('disconnect', () => clearTimeout(this.#timers.get(socket)));
  }

  /** Whether the socket may still speak. Throws `unauthenticated`, `token_expired`. */
  check(socket: EdgeSocket): void {
    this.bearers.recheck(socket.data);
  }

  /**
   * `refresh_auth`: a later end. `expiresIn`: seconds. Throws `validation_failed` for what is
   * no such input, `unauthenticated`, `token_expired` and `insufficient_scope` for a bad token,
   * `forbidden` for another person's.
   */
  async refresh(socket: EdgeSocket, input: unknown): Promise<{ ok: true; expiresIn: number }> {
    refuseReservedKeys(input);
    const { data, error } = RefreshAuth.safeParse(input);
    if (error) throw invalid(error.issues);
    const verified = await this.bearers.verify(data.token);
    checkScope(verified, 'events:read');
    const { userId, sessionId } = socket.data.actor;
    if (verified.actor.userId !== userId) throw problem('forbidden');
    socket.data = verified;
    if (verified.actor.sessionId !== sessionId) {
      // The rooms follow, so that a revocation of the new session reaches this socket.
      void socket.leave(sessionRoom(sessionId));
      await socket.join(sessionRoom(verified.actor.sessionId));
      this.check(socket);
    }
    this.#renew(socket);
    return { ok: true, expiresIn: Math.floor(this.#leftMs(verified) / 1000) };
  }

  /** Tells why, and closes. */
  end(socket: EdgeSocket, why: ReturnType<typeof problem>): void {
    socket.emit('problem', why.toJSON());
    socket.disconnect(true);
  }

  #renew(socket: EdgeSocket): void {
    if (!socket.connected) return;
    const leftMs = this.#leftMs(socket.data);
    if (socket.data.again) {
      this.#wait(socket, Math.min(leftMs, lookEveryMs), () => void this.#lookAgain(socket));
    } else this.#wait(socket, Math.max(leftMs - noticeMs, leftMs / 2), () => this.#warn(socket));
  }

  async #lookAgain(socket: EdgeSocket): Promise<void> {
    const before = socket.data;
    try {
      const now = await before.again!();
      // By `refresh_auth` it may speak by another one meanwhile.
      if (socket.data === before) socket.data = now;
    } catch (error) {
      if (isProblem(error, 'unauthenticated', 'token_expired')) {
        if (socket.data === before) this.end(socket, error);
        return;
      }
      // The auth module is away; revocations are heard all the same.
    }
    this.#renew(socket);
  }

  #warn(socket: EdgeSocket): void {
    const leftMs = this.#leftMs(socket.data);
    socket.emit('auth_expiring', { expiresIn: Math.max(0, Math.floor(leftMs / 1000)) });
    this.#wait(socket, leftMs, () => this.end(socket, problem('token_expired')));
  }

  #wait(socket: EdgeSocket, ms: number, then: () => void): void {
    clearTimeout(this.#timers.get(socket));
    this.#timers.set(socket, setTimeout(then, Math.max(0, ms)).unref());
  }

  #leftMs({ expiresAt }: Verified): number {
    return expiresAt.getTime() - this.clock.now().getTime();
  }
}

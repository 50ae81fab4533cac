import { setTimeout as sleep } from 'node:timers/promises';
import { eventScopes, problem, type Problem, type Scope } from '@app/contracts';
import type { RateLimiter, Bucket } from '../limits/rate-limiter.js';
import { toProblem } from '../problems/to-problem.js';
import { isEnding, isStalled } from '../realtime/backlog.js';
import type { RealtimeMetrics } from '../realtime/realtime-metrics.js';
import { destroy, type Connection } from '../realtime/socket-internals.js';
import { currentTrace, handled, type Trace } from '../telemetry/tracing.js';
import { refusedPacket, type PacketRefusal } from './bounded-parser.js';
import type { EdgeSocket } from './edge-socket.js';
import { takeTrace } from './event-trace.js';
import { checkScope } from '../tokens/check-scope.js';
import type { SocketTerms } from './socket-terms.js';

/** Answers an event. Undefined: it has answered already. */
export type EventHandler = (payload: unknown, ack: Ack | undefined) => Promise<unknown>;

export type Ack = (answer: unknown) => void;

const scopes: Readonly<Record<string, Scope | undefined>> = eventScopes;

/** The handlers of one socket, by event. */
export type EventHandlers = ReadonlyMap<unknown, EventHandler>;

/** Who speaks, what is done about it, and the trace in which the socket was opened. */
interface Speaker {
  readonly socket: EdgeSocket;
  readonly handlers: EventHandlers;
  readonly links: readonly Trace[];
}

/**
 * Every event of every socket passes here: counted, limited, authorized anew, and answered. What is
 * refused acks `{ok: false, problem}` (or emits `problem`, where no ack was asked for) and leaves
 * the socket as it was, but for a token that is no good any more: that closes it.
 */
export class EventGate {
  #isShut = false;
  #inFlight = 0;
  #whenIdle: (() => void)[] = [];

  constructor(
    private readonly limiter: RateLimiter,
    private readonly bucket: Bucket,
    private readonly terms: SocketTerms,
    private readonly metrics: RealtimeMetrics,
  ) {}

  /** Takes the events of a socket from now on. `handlers` may grow until the first event. */
  watch(socket: EdgeSocket, handlers: EventHandlers): void {
    const opened = currentTrace();
    const links = opened ? [opened] : [];
    // Instead of listeners: a middleware that never passes on sees every event, known or not.
    socket.use((event: unknown[]) => void this.#take({ socket, handlers, links }, event));
  }

  /**
   * Counts what a socket asks for beside its events, in the same bucket. Throws the reason why it
   * may not: `rate_limited`, `draining`, `unauthenticated`, `token_expired`. Cuts off who reads no
   * answers.
   */
  async count(socket: EdgeSocket): Promise<void> {
    if (!this.#isCutOff(socket)) await this.#admit(socket);
  }

  /** No new events from now on. Resolves when those taken are answered, or after `withinMs`. */
  async shut(withinMs: number): Promise<void> {
    this.#isShut = true;
    const giveUp = new AbortController();
    const idle = new Promise<void>((resolve) => {
      if (this.#inFlight === 0) resolve();
      else this.#whenIdle.push(resolve);
    });
    const late = sleep(withinMs, undefined, { signal: giveUp.signal }).catch(() => {
      // Aborted, as all events were answered in time.
    });
    await Promise.race([idle, late]);
    giveUp.abort();
  }

  /** After `shut`: takes events again. */
  open(): void {
    this.#isShut = false;
  }

  async #take(speaker: Speaker, event: unknown[]): Promise<void> {
    const { socket } = speaker;
    if (!socket.connected || this.#isCutOff(socket)) return;
    const ack = typeof event.at(-1) === 'function' ? (event.pop() as Ack) : undefined;
    const [name, ...payload] = event;
    this.#inFlight++;
    try {
      await this.#admit(socket);
      const answer = await this.#handle(
        speaker,
        name,
        payload.length > 1 ? payload : payload[0],
        ack,
      );
      if (answer !== undefined) ack?.(answer);
    } catch (error) {
      // A refusal by this gate or by what it runs; or a bug, which is logged and told as one.
      this.#refuse(socket, ack, toProblem(error));
    } finally {
      this.#leave();
    }
  }

  /** A part of the trace that the payload names, else the beginning of one. */
  #handle(
    { socket, handlers, links }: Speaker,
    name: unknown,
    payload: unknown,
    ack: Ack | undefined,
  ): Promise<unknown> {
    const handle = name === refusedPacket ? refuse : handlers.get(name);
    if (!handle) throw problem('not_found');
    if (handle !== refuse) checkScope(socket.data, scopes[String(name)]);
    this.metrics.events++;
    const work = { name: `socket ${String(name)}`, links };
    return handled(takeTrace(payload), 'server', work, async () => handle(payload, ack));
  }

  /**
   * Ends a socket that asks and does not read: each answer, a refusal too, would stay in our
   * memory. Without a word, which would wait behind the others.
   */
  #isCutOff({ conn }: EdgeSocket): boolean {
    const connection = conn as unknown as Connection;
    // What came with the events before still comes one by one, until the end is told.
    if (isEnding(connection)) return true;
    if (!isStalled(connection)) return false;
    this.metrics.slowReaders++;
    destroy(connection);
    return true;
  }

  /** Throws the reason why the socket may not speak now. */
  async #admit(socket: EdgeSocket): Promise<void> {
    if (this.#isShut) throw problem('draining');
    this.terms.check(socket);
    const key = `socket:${socket.data.actor.userId}`;
    const { isAllowed, retryAfterMs } = await this.limiter.consume(key, this.bucket);
    if (!isAllowed) throw problem('rate_limited', { retryAfterMs });
  }

  #refuse(socket: EdgeSocket, ack: Ack | undefined, why: Problem): void {
    this.metrics.refusedEvents++;
    if (ack) ack({ ok: false, problem: why.toJSON() });
    else socket.emit('problem', why.toJSON());
    this.#endIfOver(socket);
  }

  #endIfOver(socket: EdgeSocket): void {
    try {
      this.terms.check(socket);
    } catch (error) {
      // Revoked or expired: the only refusals that end a socket.
      this.terms.end(socket, toProblem(error));
    }
  }

  #leave(): void {
    this.#inFlight--;
    if (this.#inFlight > 0) return;
    for (const resolve of this.#whenIdle) resolve();
    this.#whenIdle = [];
  }
}

/** Answers a packet that the parser did not let in. */
function refuse(why: unknown): never {
  if ((why as PacketRefusal) === 'payload_too_large') throw problem('payload_too_large');
  const issue = { path: '', message: 'No event: [name, payload] as JSON, without binary parts' };
  throw problem('validation_failed', { issues: [issue] });
}

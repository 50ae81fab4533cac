import { once } from 'node:events';
import { Agent, request as ask, type ClientRequest, type IncomingMessage } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { noAnswer } from './no-answer.js';

/** A request to pass on, as it came, with the headers that it goes on with. */
export interface PassedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Readable;
  readonly hasBody: boolean;
}

/** Ms until somebody who says nothing is given up. */
export interface Patience {
  /** To take a connection; and to begin an answer to what has no body. */
  readonly answerMs: number;
  /** While bytes are under way, in either direction. */
  readonly silenceMs: number;
  /** Until a replica that leaves work to others is asked again whether it still does. */
  readonly leavingMs: number;
}

/** Nobody took the connection: another address may be asked the same. */
class NotConnected extends Error {}

/**
 * A way to a service by HTTP that streams in both directions: what one side does not take, the
 * other does not send. `addresses`: of its replicas, asked by turns; one that drains, which closes
 * its connections after each answer, only where nobody else takes the request.
 */
export class Pipe {
  /** Ends a connection before the service does (65 s), so that no request meets its end. */
  readonly #agent = new Agent({ keepAlive: true, timeout: 55_000 });
  /** `Map<address, until>`: those that drain, as far as is known. */
  readonly #leaving = new Map<string, number>();
  #turn = 0;

  constructor(
    private readonly service: string,
    private readonly addresses: readonly string[],
    private readonly patience: Patience,
  ) {}

  /**
   * Resolves with the answer once its headers are there; destroy it when nobody reads it. Rejects
   * with `noAnswer` when the service is away. `left`: the caller is gone.
   */
  async send(request: PassedRequest, left: AbortSignal): Promise<IncomingMessage> {
    for (const address of this.#inTurn()) {
      try {
        return await this.#sendTo(address, request, left);
      } catch (error) {
        // Nothing of the request has gone out: the next replica may have it.
        if (!(error instanceof NotConnected) || left.aborted) throw error;
      }
    }
    throw noAnswer(this.service);
  }

  /** Idempotent. */
  close(): void {
    this.#agent.destroy();
  }

  async #sendTo(
    address: string,
    { method, url, headers, body, hasBody }: PassedRequest,
    left: AbortSignal,
  ): Promise<IncomingMessage> {
    const options = { method, headers, agent: this.#agent, signal: left };
    const outgoing = ask(`${address}${url}`, options);
    await connected(outgoing, this.patience.answerMs);
    outgoing.setTimeout(hasBody ? this.patience.silenceMs : this.patience.answerMs, () =>
      outgoing.destroy(new Error('Silence')),
    );
    // What is refused by its headers is refused before its body comes.
    outgoing.flushHeaders();
    body.pipe(outgoing);
    try {
      const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
      outgoing.setTimeout(this.patience.silenceMs);
      this.#noteOf(address, answer);
      // Answered before all of the body had come: the rest of it is for nobody.
      answer.once('close', () => outgoing.writableFinished || outgoing.destroy());
      return answer;
    } catch (error) {
      // The connection broke, or nothing was said for too long; unless the caller has left.
      throw left.aborted ? error : noAnswer(this.service);
    } finally {
      // What breaks later is told by the answer's stream.
      outgoing.on('error', () => undefined);
    }
  }

  #noteOf(address: string, { headers }: IncomingMessage): void {
    if (headers.connection !== 'close') this.#leaving.delete(address);
    else this.#leaving.set(address, performance.now() + this.patience.leavingMs);
  }

  #inTurn(): readonly string[] {
    const first = this.#turn++ % this.addresses.length;
    const turns = [...this.addresses.slice(first), ...this.addresses.slice(0, first)];
    const now = performance.now();
    const isLeaving = (address: string) => (this.#leaving.get(address) ?? 0) > now;
    return [...turns.filter((one) => !isLeaving(one)), ...turns.filter(isLeaving)];
  }
}

async function connected(outgoing: ClientRequest, withinMs: number): Promise<void> {
  const late = setTimeout(() => outgoing.destroy(new Error('No connection')), withinMs);
  try {
    const [socket] = (await once(outgoing, 'socket')) as [Socket];
    if (socket.connecting) await once(socket, 'connect');
  } catch {
    // Refused, not reachable, or too late.
    outgoing.on('error', () => undefined).destroy();
    throw new NotConnected();
  } finally {
    clearTimeout(late);
  }
}

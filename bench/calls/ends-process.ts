import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DtlsIdentity } from '../../libs/calls/src/media/testing/ends/dtls-end.js';
import type { EndOffer } from '../../libs/calls/src/media/testing/ends/media-end.js';
import type { FromEnds, ToEnds } from './ends.js';

/** A process of ends, from outside: what they get costs this one nothing. */
export class EndsProcess {
  readonly #child: ChildProcess = fork(fileURLToPath(new URL('ends.js', import.meta.url)));
  readonly #opening = new Map<number, { readonly connect: Connect; readonly opened: () => void }>();
  #last = 0;

  constructor() {
    this.#child.on('message', (message: FromEnds) => void this.#hear(message));
  }

  /** Resolves with its number here, once it gets what is sent to it. */
  async open(offer: EndOffer, connect: Connect): Promise<number> {
    const id = ++this.#last;
    await new Promise<void>((opened) => {
      this.#opening.set(id, { connect, opened });
      this.#say({ type: 'open', id, offer });
    });
    this.#opening.delete(id);
    return id;
  }

  /** That end reports every packet from now on. */
  report(id: number, extension: number): void {
    this.#say({ type: 'report', id, extension });
  }

  async count(): Promise<{ got: number; lost: number }> {
    this.#say({ type: 'count' });
    for (;;) {
      const [message] = (await once(this.#child, 'message')) as [FromEnds];
      if (message.type === 'counted') return message;
    }
  }

  async close(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#say({ type: 'close' });
    await gone;
  }

  async #hear(message: FromEnds): Promise<void> {
    if (message.type === 'connect') {
      await this.#opening.get(message.id)!.connect(message.dtls);
      this.#say({ type: 'connected', id: message.id });
    }
    if (message.type === 'opened') this.#opening.get(message.id)!.opened();
  }

  #say(message: ToEnds): void {
    this.#child.send(message);
  }
}

type Connect = (dtls: DtlsIdentity['parameters']) => Promise<unknown>;

import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** What clamd says of a content. */
export type Verdict =
  { readonly is: 'clean' } | { readonly is: 'harmful'; readonly signature: string };

/** It does not answer, or not as it should: no word on the content. */
export class ClamdFailed extends Error {
  override readonly name = 'ClamdFailed';
}

/** Ms in which a connection stands, or there is nobody. */
const connectMs = 2000;

/** Bytes of one portion: as they come from a disk. */
const portionBytes = 64 * 1024;

/** Characters of an answer that are looked at. */
const maxAnswer = 4096;

/**
 * Clamd, by its own protocol: a connection for each question. No more is sent than it takes, and
 * nothing waits for it for longer than `silenceMs` without a word.
 */
export class Clamd {
  constructor(
    private readonly address: NetConnectOpts,
    private readonly silenceMs: number,
  ) {}

  /**
   * Throws `ClamdFailed`, and what the content fails with; destroys it unless it is read. No longer
   * than `StreamMaxLength`: clamd hangs up on more, and what it says then may be lost by that.
   */
  async scan(content: Readable): Promise<Verdict> {
    const said = await this.#ask('INSTREAM', this.silenceMs, content);
    if (said.endsWith('OK')) return { is: 'clean' };
    const [, signature] = /^stream: (.+) FOUND$/u.exec(said) ?? [];
    if (signature !== undefined) return { is: 'harmful', signature };
    throw new ClamdFailed(said);
  }

  /** Throws `ClamdFailed` unless it is well. */
  async ping(): Promise<void> {
    const said = await this.#ask('PING', connectMs);
    if (said !== 'PONG') throw new ClamdFailed(said);
  }

  async #ask(command: string, silenceMs: number, content?: Readable): Promise<string> {
    const socket = connect(this.address);
    socket.setTimeout(connectMs);
    socket.once('connect', () => socket.setTimeout(silenceMs));
    socket.once('timeout', () => socket.destroy(new ClamdFailed('It says nothing')));
    const answer = answerOn(socket);
    try {
      socket.write(`z${command}\0`);
      if (content) await sendAll(content, socket, answer);
      return await answer;
    } finally {
      socket.destroy();
      content?.destroy();
    }
  }
}

/** Up to its null character. */
function answerOn(socket: Socket): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
    const end = said.indexOf('\0');
    if (end >= 0) resolve(said.slice(0, end));
    else if (said.length > maxAnswer) socket.destroy(new ClamdFailed('It says too much'));
  });
  socket.once('error', (error) =>
    reject(error instanceof ClamdFailed ? error : new ClamdFailed(error.message)),
  );
  socket.once('close', () => reject(new ClamdFailed('It hung up')));
  // It is asked for once all is sent, and may have failed by then.
  promise.catch(() => undefined);
  return promise;
}

/** Until it has been answered: clamd says it at once when it takes no more. */
async function sendAll(content: Readable, socket: Socket, answer: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const end = () => over.abort();
  const ended = answer.then(end, end);
  for await (const chunk of content as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += portionBytes) {
      const portion = chunk.subarray(at, at + portionBytes);
      if (over.signal.aborted) return;
      socket.write(lengthOf(portion));
      if (!socket.write(portion)) await Promise.race([drained(socket), ended]);
    }
  }
  socket.write(lengthOf(Buffer.alloc(0)));
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.once('drain', resolve));

function lengthOf({ length }: Buffer): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(length);
  return four;
}

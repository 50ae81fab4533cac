import type { Socket as TcpSocket } from 'node:net';

/**
 * The frames of one write in the order of sending. Sockets that are sent the same frames share one
 * batch, so that their bytes are joined once: a batch is a node in a tree whose branches are what
 * was sent next.
 */
class Batch {
  /** Most batches have one branch: what was sent next to all of them. */
  #only: Batch | undefined;
  #others: Map<Buffer, Batch> | undefined;
  #bytes: Buffer | undefined;
  /** Of all its frames, in bytes. */
  readonly length: number;

  constructor(
    readonly frame?: Buffer,
    readonly before?: Batch,
  ) {
    this.length = frame && before ? before.length + frame.length : 0;
  }

  with(frame: Buffer): Batch {
    if (this.#only?.frame === frame) return this.#only;
    const known = this.#others?.get(frame);
    if (known) return known;
    const batch = new Batch(frame, this);
    if (this.#only) (this.#others ??= new Map<Buffer, Batch>()).set(frame, batch);
    else this.#only = batch;
    return batch;
  }

  get bytes(): Buffer {
    return (this.#bytes ??= join(this));
  }
}

function join(last: Batch): Buffer {
  const frames: Buffer[] = [];
  for (let at: Batch | undefined = last; at?.frame; at = at.before) frames.push(at.frame);
  return frames.length === 1 ? frames[0]! : Buffer.concat(frames.reverse());
}

/** Sockets with what is to be written to them. */
class Box {
  #batches = new Map<TcpSocket, Batch>();
  #empty = new Batch();

  get isEmpty(): boolean {
    return this.#batches.size === 0;
  }

  /** Returns how many bytes are to be written to this socket. */
  add(socket: TcpSocket, frame: Buffer): number {
    const batch = (this.#batches.get(socket) ?? this.#empty).with(frame);
    this.#batches.set(socket, batch);
    return batch.length;
  }

  write(socket: TcpSocket): void {
    const batch = this.#batches.get(socket);
    if (!batch) return;
    this.#batches.delete(socket);
    write(socket, batch);
  }

  /** Empties the box. Returns to whom something was written. */
  writeAll(): Iterable<TcpSocket> {
    const batches = this.#batches;
    this.#batches = new Map();
    this.#empty = new Batch();
    for (const [socket, batch] of batches) write(socket, batch);
    return batches.keys();
  }
}

function write(socket: TcpSocket, batch: Batch): void {
  if (socket.writable) socket.write(batch.bytes);
}

/**
 * How long a socket waits for more after it was written to, in ms. A write costs 10 µs, most of it
 * in the kernel; nobody sees that the second of two messages comes 4 ms later.
 */
const paceMs = 4;

/** What may wait so; more is written at once: the kernel's queue tells who is a slow reader. */
const maxHeldBytes = 16 * 1024;

/**
 * Gathers what each TCP socket is sent. A quiet socket is written to at the end of the turn of the
 * event loop that brings something; one that was written to within the last 4 ms waits until they
 * are over. So nobody waits in a quiet room, and in a loud one a write carries several frames,
 * however many processes share its sockets.
 */
export class PacedOutbox {
  readonly #turn = new Box();
  readonly #held = new Box();
  /** Written to since the last beat. */
  readonly #warm = new Set<TcpSocket>();
  #isBeating = false;

  add(socket: TcpSocket, frame: Buffer): void {
    if (this.#warm.has(socket)) {
      if (this.#held.add(socket, frame) > maxHeldBytes) this.#held.write(socket);
      return;
    }
    if (this.#turn.isEmpty) setImmediate(() => this.#write(this.#turn));
    this.#turn.add(socket, frame);
  }

  /** Writes what waits for one socket, now: something else is about to be written to it. */
  flush(socket: TcpSocket): void {
    this.#turn.write(socket);
    this.#held.write(socket);
  }

  /** Writes all that waits, now: the connections are about to be closed. */
  flushAll(): void {
    this.#turn.writeAll();
    this.#held.writeAll();
  }

  #beat(): void {
    this.#warm.clear();
    this.#isBeating = false;
    this.#write(this.#held);
  }

  #write(box: Box): void {
    for (const socket of box.writeAll()) this.#warm.add(socket);
    if (this.#isBeating || this.#warm.size === 0) return;
    this.#isBeating = true;
    setTimeout(() => this.#beat(), paceMs);
  }
}

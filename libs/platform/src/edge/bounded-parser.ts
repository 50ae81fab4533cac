import type { ProblemCode } from '@app/contracts';
import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser';

/** Largest event, in bytes as it arrives. */
export const maxEventBytes = 64 * 1024;

/**
 * The name of an event that stands for a packet which was not let in; its argument says why. A
 * symbol, so that no client can send it.
 */
export const refusedPacket = Symbol('refused packet');

/** Why a packet was not let in. */
export type PacketRefusal = Extract<ProblemCode, 'payload_too_large' | 'validation_failed'>;

/**
 * Decodes what a client sends. Where the stock decoder throws, and so costs the client its
 * connection, this one hands on a `refusedPacket` with the packet's own ack id: the event is
 * answered by a problem, and the socket stays usable. Too large packets are not even parsed, binary
 * ones are refused with their attachments.
 */
class BoundedDecoder extends Decoder {
  #attachmentsToSkip = 0;

  override add(chunk: unknown): void {
    if (typeof chunk !== 'string') this.#skipAttachment();
    else if (isTooLarge(chunk)) this.#refuse(chunk, 'payload_too_large');
    else if (/^[56]/.test(chunk)) this.#refuseBinary(chunk);
    else this.#decode(chunk);
  }

  #decode(chunk: string): void {
    try {
      super.add(chunk);
    } catch {
      // No packet of the protocol: the stock decoder only tells by throwing.
      this.#refuse(chunk, 'validation_failed');
    }
  }

  /** What follows its header belongs to the refused packet, and is dropped with it. */
  #refuseBinary(chunk: string): void {
    this.#attachmentsToSkip = Math.min(Number(/^[56](\d{1,2})-/.exec(chunk)?.[1] ?? 0), 10);
    this.#refuse(chunk, 'validation_failed');
  }

  #skipAttachment(): void {
    if (this.#attachmentsToSkip > 0) this.#attachmentsToSkip--;
    else this.#refuse('', 'validation_failed');
  }

  #refuse(chunk: string, why: PacketRefusal): void {
    const packet: Packet = { type: PacketType.EVENT, nsp: '/', data: [refusedPacket, why] };
    const id = ackIdOf(chunk);
    this.emitReserved('decoded', id === undefined ? packet : { ...packet, id });
  }
}

/** For the option `parser` of Socket.IO. What the server says is encoded as ever. */
export const boundedParser = { Encoder, Decoder: BoundedDecoder };

/** Counts bytes only where characters leave a doubt. */
function isTooLarge(chunk: string): boolean {
  if (chunk.length > maxEventBytes) return true;
  return chunk.length * 3 > maxEventBytes && Buffer.byteLength(chunk) > maxEventBytes;
}

/** The `17` of `217["send_message",…]`: where the refusal is to be acked. */
function ackIdOf(chunk: string): number | undefined {
  const id = /^(?:2|5\d+-)(\d{1,15})\[/.exec(chunk.slice(0, 40))?.[1];
  return id === undefined ? undefined : Number(id);
}

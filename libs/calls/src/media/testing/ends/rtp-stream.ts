import { headerLength } from './srtp.js';

export interface StreamOptions {
  readonly ssrc: number;
  readonly payloadType: number;
  /** Of its clock, between two packets. */
  readonly ticks: number;
}

/** Packets of one stream, one after the other. */
export class RtpStream {
  #number = 0;

  constructor(private readonly options: StreamOptions) {}

  /** How many there were. */
  get sent(): number {
    return this.#number;
  }

  next(payload: Buffer): Buffer {
    const { ssrc, payloadType, ticks } = this.options;
    const header = Buffer.alloc(12);
    header[0] = 0x80;
    header[1] = payloadType;
    header.writeUInt16BE(this.#number & 0xffff, 2);
    header.writeUInt32BE((this.#number * ticks) >>> 0, 4);
    header.writeUInt32BE(ssrc, 8);
    this.#number++;
    return Buffer.concat([header, payload]);
  }
}

/** A picture of VP8 of its own, as far as its first bytes say: a router looks at no more. */
export function vp8Picture(length: number): Buffer {
  const payload = Buffer.alloc(length, 0x55);
  // The first part of a picture; which is one that needs no other.
  payload[0] = 0x10;
  payload[1] = 0x00;
  return payload;
}

export const payloadOf = (packet: Buffer): Buffer => packet.subarray(headerLength(packet));

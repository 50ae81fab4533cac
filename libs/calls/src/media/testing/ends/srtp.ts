import { createCipheriv, createDecipheriv } from 'node:crypto';

/** What DTLS agrees on for one direction of `SRTP_AEAD_AES_128_GCM`. */
export interface SrtpKeys {
  /** 16 bytes. */
  readonly key: Buffer;
  /** 12 bytes. */
  readonly salt: Buffer;
}

const [keyLength, saltLength, tagLength] = [16, 12, 16];

/** How many bytes both directions take together. */
export const keyingLength = 2 * (keyLength + saltLength);

/** Keys of the client, keys of the server, salt of either: as they come out of the handshake. */
export function splitKeying(material: Buffer): { client: SrtpKeys; server: SrtpKeys } {
  const part = (from: number, length: number) => material.subarray(from, from + length);
  const salts = 2 * keyLength;
  return {
    client: { key: part(0, keyLength), salt: part(salts, saltLength) },
    server: { key: part(keyLength, keyLength), salt: part(salts + saltLength, saltLength) },
  };
}

/** One direction of RTP under AES-GCM (RFC 7714): less than 65,536 packets of a stream. */
export class Srtp {
  readonly #key: Buffer;
  readonly #salt: Buffer;

  constructor(master: SrtpKeys) {
    this.#key = derived(master, 0, keyLength);
    this.#salt = derived(master, 2, saltLength);
  }

  seal(packet: Buffer): Buffer {
    const header = packet.subarray(0, headerLength(packet));
    const cipher = createCipheriv('aes-128-gcm', this.#key, this.#nonce(header));
    cipher.setAAD(header);
    const sealed = cipher.update(packet.subarray(header.length));
    return Buffer.concat([header, sealed, cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws for what is not of this direction, or was changed on its way. */
  open(packet: Buffer): Buffer {
    const header = packet.subarray(0, headerLength(packet));
    const cipher = createDecipheriv('aes-128-gcm', this.#key, this.#nonce(header));
    cipher.setAAD(header).setAuthTag(packet.subarray(-tagLength));
    const opened = cipher.update(packet.subarray(header.length, -tagLength));
    return Buffer.concat([header, opened, cipher.final()]);
  }

  /** Two zeros, whose stream, how often its numbers have begun anew (never), which number. */
  #nonce(header: Buffer): Buffer {
    const nonce = Buffer.alloc(12);
    header.copy(nonce, 2, 8, 12);
    header.copy(nonce, 10, 2, 4);
    for (let n = 0; n < nonce.length; n++) nonce[n]! ^= this.#salt[n]!;
    return nonce;
  }
}

/** One direction of RTCP under AES-GCM: what an end says of the streams that it gets. */
export class Srtcp {
  readonly #key: Buffer;
  readonly #salt: Buffer;
  #index = 0;

  constructor(master: SrtpKeys) {
    this.#key = derived(master, 3, keyLength);
    this.#salt = derived(master, 5, saltLength);
  }

  seal(packet: Buffer): Buffer {
    const header = packet.subarray(0, 8);
    const index = Buffer.alloc(4);
    // The first bit: it is encrypted.
    index.writeUInt32BE((0x80000000 | ++this.#index) >>> 0);
    const nonce = Buffer.alloc(12);
    header.copy(nonce, 2, 4, 8);
    nonce.writeUInt32BE(this.#index, 8);
    for (let n = 0; n < nonce.length; n++) nonce[n]! ^= this.#salt[n]!;
    const cipher = createCipheriv('aes-128-gcm', this.#key, nonce);
    cipher.setAAD(Buffer.concat([header, index]));
    const sealed = cipher.update(packet.subarray(8));
    return Buffer.concat([header, sealed, cipher.final(), cipher.getAuthTag(), index]);
  }
}

/** By AES in counter mode (RFC 3711, 4.3). */
function derived({ key, salt }: SrtpKeys, label: number, length: number): Buffer {
  const counter = Buffer.alloc(16);
  salt.copy(counter);
  counter[7]! ^= label;
  return createCipheriv('aes-128-ctr', key, counter).update(Buffer.alloc(length));
}

/** With the sources it was mixed from, and its extension. */
export function headerLength(packet: Buffer): number {
  const fixed = 12 + 4 * (packet[0]! & 0x0f);
  const hasExtension = (packet[0]! & 0x10) !== 0;
  return hasExtension ? fixed + 4 + 4 * packet.readUInt16BE(fixed + 2) : fixed;
}

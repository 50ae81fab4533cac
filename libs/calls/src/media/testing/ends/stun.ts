import { createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const magic = 0x2112a442;
const request = 0x0001;
const success = 0x0101;

const attribute = (type: number, value: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

/** `length`: of all attributes, as if those that follow were there already. */
const withLength = (message: Buffer, length: number): Buffer => {
  const copy = Buffer.from(message);
  copy.writeUInt16BE(length, 2);
  return copy;
};

/**
 * A check of ICE by the end that decides, which takes the way at once: STUN with `USE-CANDIDATE`,
 * signed by the password of the other end (RFC 8445, 8489).
 */
export function bindingRequest(theirs: { usernameFragment: string; password: string }): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt16BE(request, 0);
  head.writeUInt32BE(magic, 4);
  randomBytes(12).copy(head, 8);
  const attributes = [
    attribute(0x0006, Buffer.from(`${theirs.usernameFragment}:mine`)),
    attribute(0x0024, uint32(0x6e7f00ff)),
    attribute(0x802a, randomBytes(8)),
    attribute(0x0025, Buffer.alloc(0)),
  ];
  const plain = Buffer.concat([head, ...attributes]);
  const toSign = withLength(plain, plain.length - 20 + 24);
  const signature = createHmac('sha1', theirs.password).update(toSign).digest();
  const signed = Buffer.concat([toSign, attribute(0x0008, signature)]);
  const toSum = withLength(signed, signed.length - 20 + 8);
  return Buffer.concat([toSum, attribute(0x8028, uint32(crc32(toSum) ^ 0x5354554e))]);
}

/** Whether a datagram says that the way is there. */
export const isBindingSuccess = (datagram: Buffer): boolean =>
  datagram.length >= 20 &&
  datagram.readUInt16BE(0) === success &&
  datagram.readUInt32BE(4) === magic;

import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  ECDH,
  hkdfSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';

/** What a browser gives for messages to it: both in base64url. */
export interface PushKeys {
  /** Its public key, uncompressed: 65 bytes. */
  readonly p256dh: string;
  /** A secret that we share with it: 16 bytes. */
  readonly auth: string;
}

/** What is new for each message; given only by a test. */
export interface PushSalt {
  readonly salt: Buffer;
  /** Our private key for this message. */
  readonly ephemeral: Buffer;
}

/** Longest record of RFC 8188, in bytes; ours is always one. */
const recordSize = 4096;

/** A push service takes 4096 bytes at least: less what is around a text. */
export const maxPlainBytes = recordSize - 86 - 17;

/** Whether there can be a browser behind this key: of 65 bytes few are a point of the curve. */
export function isPublicKey(p256dh: string): boolean {
  try {
    return ECDH.convertKey(Buffer.from(p256dh, 'base64url'), 'prime256v1').length > 0;
  } catch {
    // OpenSSL has no other way to say that it is none.
    return false;
  }
}

/**
 * A message that only this browser can read, as `aes128gcm` (RFC 8291 over RFC 8188). By hand and
 * not by a library: those that are kept up run on Web Crypto alone, or may not be linked into this
 * program. Throws where `isPublicKey` says no.
 */
export function encrypted(plain: Buffer, keys: PushKeys, given?: PushSalt): Buffer {
  const { salt, ephemeral } = given ?? { salt: randomBytes(16), ephemeral: undefined };
  const ours = createECDH('prime256v1');
  if (ephemeral) ours.setPrivateKey(ephemeral);
  else ours.generateKeys();
  const theirPublic = Buffer.from(keys.p256dh, 'base64url');
  const ourPublic = ours.getPublicKey();
  const shared = ours.computeSecret(theirPublic);
  const auth = Buffer.from(keys.auth, 'base64url');
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), theirPublic, ourPublic]);
  const secret = derived(shared, auth, about, 32);
  const key = derived(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // 2: this is the last record.
  const body = Buffer.concat([cipher.update(plain), cipher.update(Buffer.of(2)), cipher.final()]);
  return Buffer.concat([headOf(salt, ourPublic), body, cipher.getAuthTag()]);
}

function headOf(salt: Buffer, publicKey: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([salt, size, Buffer.of(publicKey.length), publicKey]);
}

const derived = (secret: Buffer, salt: Buffer, about: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, about, length));

/** By what a push service knows us: RFC 8292. */
export class VapidKey {
  readonly #privateKey: KeyObject;
  /** What browsers subscribe with: base64url, 65 bytes. */
  readonly publicKey: string;

  /** `secret`: 32 bytes in base64url. Throws for what is no key. */
  constructor(secret: string) {
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(Buffer.from(secret, 'base64url'));
    const point = ecdh.getPublicKey();
    this.publicKey = point.toString('base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
      part.toString('base64url'),
    ) as [string, string];
    const key = { kty: 'EC', crv: 'P-256', d: secret, x, y };
    this.#privateKey = createPrivateKey({ key, format: 'jwk' });
  }

  /** The `Authorization` of a request to this endpoint. `contact`: whom its people may write to. */
  authorization(endpoint: string, contact: string, now: Date): string {
    const expires = Math.floor(now.getTime() / 1000) + lifeSeconds;
    const claims = { aud: new URL(endpoint).origin, exp: expires, sub: contact };
    const signed = `${base64url({ typ: 'JWT', alg: 'ES256' })}.${base64url(claims)}`;
    const key = { key: this.#privateKey, dsaEncoding: 'ieee-p1363' } as const;
    const signature = sign('sha256', Buffer.from(signed), key).toString('base64url');
    return `vapid t=${signed}.${signature}, k=${this.publicKey}`;
  }
}

/** A push service refuses more than a day. */
const lifeSeconds = 12 * 3600;

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

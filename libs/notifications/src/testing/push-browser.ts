import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { PushKeys } from '../push/web-push-crypto.js';

/** A browser as a push service sees it: has a pair of keys, and reads what is for it. */
export class PushBrowser {
  readonly #ecdh = createECDH('prime256v1');
  readonly #auth = randomBytes(16);
  readonly keys: PushKeys;

  constructor() {
    this.#ecdh.generateKeys();
    const p256dh = this.#ecdh.getPublicKey('base64url');
    this.keys = { p256dh, auth: this.#auth.toString('base64url') };
  }

  /** RFC 8291 the other way round. Throws for what is not for it, or was changed on the way. */
  decrypt(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const theirs = body.subarray(21, 21 + body[20]!);
    const sealed = body.subarray(21 + body[20]!);
    const about = Buffer.concat([
      Buffer.from('WebPush: info\0'),
      this.#ecdh.getPublicKey(),
      theirs,
    ]);
    const of = (secret: Buffer, by: Buffer, what: Buffer, length: number) =>
      Buffer.from(hkdfSync('sha256', secret, by, what, length));
    const secret = of(this.#ecdh.computeSecret(theirs), this.#auth, about, 32);
    const key = of(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = of(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const decipher = createDecipheriv('aes-128-gcm', key, nonce);
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return plain.subarray(0, plain.lastIndexOf(2)).toString();
  }
}

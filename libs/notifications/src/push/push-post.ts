import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Clock, CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { lookupOutside } from './outside-address.js';
import type { KnownDevice } from './push-devices.repository.js';
import { encrypted, isPublicKey, VapidKey } from './web-push-crypto.js';

/** How a push service treats a message. */
export interface Postage {
  readonly ttlSeconds: number;
  readonly urgency: 'normal' | 'high';
  /** Of two that wait with the same one the newer stays; at most 32 characters of base64url. */
  readonly topic: string;
}

/** What a push service says: `gone` forever; `refused` this one; or `later`. */
export type Posted = 'taken' | 'gone' | 'refused' | 'later';

/** A push service that does not answer is as good as none, in ms. */
const timeoutMs = 10_000;

/** Brings one message to one device, by its push service. */
@Injectable()
export class PushPost {
  readonly #vapid: VapidKey | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const { vapidKey } = config.notifications;
    this.#vapid = vapidKey === undefined ? undefined : new VapidKey(vapidKey);
  }

  /** What browsers subscribe with; undefined where nothing is pushed. */
  get publicKey(): string | undefined {
    return this.#vapid?.publicKey;
  }

  /** Never throws: a network that fails is `later`. */
  async send(device: KnownDevice, plain: string, postage: Postage): Promise<Posted> {
    if (!this.#vapid) return 'refused';
    // Known from when keys were not looked at: nobody can read what is sent there.
    if (!isPublicKey(device.keys.p256dh)) return 'gone';
    const { contact } = this.config.notifications;
    const body = encrypted(Buffer.from(plain), device.keys);
    const headers = {
      Authorization: this.#vapid.authorization(device.endpoint, contact, this.clock.now()),
      'Content-Encoding': 'aes128gcm',
      'Content-Type': 'application/octet-stream',
      'Content-Length': body.length,
      TTL: postage.ttlSeconds,
      Urgency: postage.urgency,
      Topic: postage.topic,
    };
    try {
      return meaningOf(await this.#post(device.endpoint, headers, body));
    } catch {
      // Whatever the network fails with; also a name that leads inside, which may be mended.
      return 'later';
    }
  }

  /** Resolves with the status. Redirects are not followed: they would lead anywhere. */
  #post(
    url: string,
    headers: Readonly<Record<string, string | number>>,
    body: Buffer,
  ): Promise<number> {
    const isSecure = url.startsWith('https:');
    const lookup = this.config.notifications.allowsPrivatePush ? {} : { lookup: lookupOutside };
    const options = { method: 'POST', headers, signal: AbortSignal.timeout(timeoutMs), ...lookup };
    return new Promise((resolve, reject) => {
      const request = isSecure ? httpsRequest(url, options) : httpRequest(url, options);
      request.once('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      request.once('error', reject);
      request.end(body);
    });
  }
}

function meaningOf(status: number): Posted {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 404 || status === 410) return 'gone';
  return status === 429 || status >= 500 ? 'later' : 'refused';
}

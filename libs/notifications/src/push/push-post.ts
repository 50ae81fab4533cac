import { Clock, CONFIG, postOutside, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
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
    const { contact, allowsPrivatePush: mayBeInside } = this.config.notifications;
    const body = encrypted(Buffer.from(plain), device.keys);
    const headers = {
      Authorization: this.#vapid.authorization(device.endpoint, contact, this.clock.now()),
      'Content-Encoding': 'aes128gcm',
      'Content-Type': 'application/octet-stream',
      TTL: postage.ttlSeconds,
      Urgency: postage.urgency,
      Topic: postage.topic,
    };
    try {
      const { status } = await postOutside({ url: device.endpoint, headers, body, mayBeInside });
      return meaningOf(status);
    } catch {
      // Whatever the network fails with; also a name that leads inside, which may be mended.
      return 'later';
    }
  }
}

function meaningOf(status: number): Posted {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 404 || status === 410) return 'gone';
  return status === 429 || status >= 500 ? 'later' : 'refused';
}

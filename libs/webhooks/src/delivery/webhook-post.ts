import type { WebhookEvent, WebhookHeaders } from '@app/contracts';
import { Clock, CONFIG, postOutside, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { SigningWebhook } from '../hooks/webhooks.repository.js';
import { signatureOf } from './webhook-signature.js';

/**
 * What a receiver says of an event. `taken`: 2xx. `gone`: 410, it wants no more of them. `away`:
 * nothing came, or what a proxy says of one that is down, or it has too much. `refused`: whatever
 * else it answers.
 */
export type Posted =
  | { readonly outcome: 'taken'; readonly status: number }
  | { readonly outcome: 'gone' | 'refused'; readonly status: number; readonly error: string }
  | { readonly outcome: 'away'; readonly error: string };

/** Too many requests, and what a proxy answers for who is not there. */
const away = [408, 425, 429, 502, 503, 504];

/** Posts one event, signed anew for each try. */
@Injectable()
export class WebhookPost {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Never throws. */
  async send({ url, secret }: SigningWebhook, event: WebhookEvent): Promise<Posted> {
    const body = JSON.stringify(event);
    const timestamp = Math.floor(this.clock.now().getTime() / 1000);
    const signed: WebhookHeaders = {
      'Parley-Event': event.type,
      'Parley-Event-Id': event.id,
      'Parley-Timestamp': timestamp,
      'Parley-Signature': signatureOf(secret, timestamp, body),
    };
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Parley-Webhook',
      ...signed,
    };
    const { allowsPrivate: mayBeInside } = this.config.webhooks;
    try {
      const { status } = await postOutside({ url, headers, body: Buffer.from(body), mayBeInside });
      if (status >= 200 && status < 300) return { outcome: 'taken', status };
      const error = `Answered ${status}`;
      if (away.includes(status)) return { outcome: 'away', error };
      return { outcome: status === 410 ? 'gone' : 'refused', status, error };
    } catch (error) {
      // Whatever the network fails with, also a name that leads inside.
      return { outcome: 'away', error: (error as Error).message.slice(0, 200) };
    }
  }
}

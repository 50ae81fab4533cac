import type { WebhookId } from '@app/contracts';
import { AuditOutbox } from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import { WebhookBook } from '../hooks/webhook-book.js';
import { WebhooksRepository } from '../hooks/webhooks.repository.js';
import { moduleActor } from '../module-actor.js';

/** Disables a webhook that nobody takes anything from; people may have it go on from there. */
@Injectable()
export class WebhookEnder {
  readonly #logger = new Logger(WebhookEnder.name);

  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly book: WebhookBook,
    private readonly outbox: AuditOutbox,
  ) {}

  async disable(id: WebhookId, lastError: string): Promise<void> {
    const change = { state: 'disabled', lastError } as const;
    const disabled = await this.webhooks.change(id, change, { state: 'active' });
    if (!disabled) return;
    this.#logger.warn(`Webhook ${disabled.name} is disabled: ${lastError}`);
    await this.outbox.record({
      action: 'webhook.disabled',
      actor: moduleActor,
      target: { kind: 'webhook', id },
      before: { state: 'active' },
      after: { state: 'disabled', lastError },
    });
    await this.book.changed();
  }
}

import {
  problem,
  WebhookId,
  type AuditAction,
  type AuditState,
  type IncomingWebhookPatch,
  type NewIncomingWebhook,
} from '@app/contracts';
import { AuditOutbox, Clock, digestOf, IdGenerator, unguessableKey } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { maxWebhooks } from '../hooks/webhook-book.js';
import type { Doing } from '../hooks/webhook-desk.js';
import { HookAccount } from './hook-account.js';
import {
  IncomingWebhooksRepository,
  type KeptIncomingWebhook,
} from './incoming-webhooks.repository.js';

/** With the secret, which is told once. */
export interface OpenedWebhook {
  readonly webhook: KeptIncomingWebhook;
  readonly secret: string;
}

/** Makes, changes and removes incoming webhooks, each with an entry of the audit log. */
@Injectable()
export class IncomingWebhookDesk {
  constructor(
    private readonly webhooks: IncomingWebhooksRepository,
    private readonly account: HookAccount,
    private readonly outbox: AuditOutbox,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found`. */
  async find(id: WebhookId): Promise<KeptIncomingWebhook> {
    const webhook = await this.webhooks.find(id);
    if (!webhook) throw problem('not_found');
    return webhook;
  }

  async create(doing: Doing, { name, chatId, mayCallAll }: NewIncomingWebhook) {
    const id = WebhookId.parse(this.ids.next());
    const after = { name, chatId, mayCallAll };
    const deed = { ...this.#deed(doing, 'incoming_webhook.created', id), after };
    return this.outbox.during(deed, async (): Promise<OpenedWebhook> => {
      await this.#mustHaveRoom(maxWebhooks - 1);
      const { secret, secretHash } = newSecret();
      const userId = await this.account.make(doing, { id, name, chatId });
      const webhook: KeptIncomingWebhook = {
        ...{ id, name, chatId, userId, mayCallAll, secretHash },
        state: 'active',
        createdBy: doing.actor.userId,
        createdAt: this.clock.now().toISOString(),
      };
      await this.webhooks.insert(webhook);
      try {
        // Once more: of two at once, both may have seen the last free place.
        await this.#mustHaveRoom(maxWebhooks);
      } catch (error) {
        // There is none, or nobody knows: nobody was told of the address.
        await this.#drop(doing, webhook);
        throw error;
      }
      return { webhook, secret };
    });
  }

  async change(doing: Doing, before: KeptIncomingWebhook, patch: IncomingWebhookPatch) {
    const { id, userId } = before;
    const deed = { ...this.#deed(doing, 'incoming_webhook.changed', id), before: stateOf(before) };
    return this.outbox.during(deed, async (found) => {
      if (patch.name !== undefined) await this.account.rename(doing, userId, patch.name);
      const changed = await this.webhooks.change(id, patch);
      if (!changed) throw problem('not_found');
      found({ after: stateOf(changed) });
      return changed;
    });
  }

  async newSecret(doing: Doing, { id }: KeptIncomingWebhook): Promise<OpenedWebhook> {
    const deed = this.#deed(doing, 'incoming_webhook.secret_renewed', id);
    return this.outbox.during(deed, async () => {
      const { secret, secretHash } = newSecret();
      const webhook = await this.webhooks.change(id, { secretHash });
      if (!webhook) throw problem('not_found');
      return { webhook, secret };
    });
  }

  async remove(doing: Doing, webhook: KeptIncomingWebhook): Promise<void> {
    const { id } = webhook;
    const deed = { ...this.#deed(doing, 'incoming_webhook.removed', id), before: stateOf(webhook) };
    await this.outbox.during(deed, () => this.#drop(doing, webhook));
  }

  /** Its account first: where that fails, it is there still, to be removed again. */
  async #drop(doing: Doing, webhook: KeptIncomingWebhook): Promise<void> {
    await this.webhooks.change(webhook.id, { state: 'paused' });
    await this.account.retire(doing, webhook);
    await this.webhooks.remove(webhook.id);
  }

  async #mustHaveRoom(most: number): Promise<void> {
    if ((await this.webhooks.count()) > most) throw problem('conflict', { field: 'webhooks' });
  }

  #deed(doing: Doing, action: AuditAction, id: WebhookId) {
    return { action, ...doing, target: { kind: 'webhook', id } } as const;
  }
}

function newSecret() {
  const secret = unguessableKey();
  return { secret, secretHash: digestOf(secret).toString('base64url') };
}

/** For the audit log: neither the secret nor its hash. */
function stateOf({ name, chatId, mayCallAll, state }: KeptIncomingWebhook): AuditState {
  return { name, chatId, mayCallAll, state };
}

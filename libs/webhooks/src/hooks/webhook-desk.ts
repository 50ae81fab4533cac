import {
  problem,
  WebhookId,
  type Actor,
  type AuditAction,
  type AuditState,
  type NewWebhook,
  type Origin,
  type Webhook,
  type WebhookPatch,
} from '@app/contracts';
import { AuditOutbox, Clock, IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { LaneEnds } from '../delivery/lane-ends.js';
import { newSecret } from '../delivery/webhook-signature.js';
import { maxWebhooks, WebhookBook } from './webhook-book.js';
import {
  WebhooksRepository,
  type SigningWebhook,
  type WebhookChange,
} from './webhooks.repository.js';

/** Who does something about a webhook, and from where. */
export interface Doing {
  readonly actor: Actor;
  readonly origin: Origin;
  /** Why, where it was said. */
  readonly reason?: string;
}

/** Makes, changes and removes webhooks, each with an entry of the audit log. */
@Injectable()
export class WebhookDesk {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly lanes: LaneEnds,
    private readonly book: WebhookBook,
    private readonly outbox: AuditOutbox,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found`. */
  async find(id: WebhookId): Promise<SigningWebhook> {
    const webhook = await this.webhooks.find(id);
    if (!webhook) throw problem('not_found');
    return webhook;
  }

  async create(doing: Doing, input: NewWebhook): Promise<SigningWebhook> {
    const webhook: SigningWebhook = {
      id: WebhookId.parse(this.ids.next()),
      ...input,
      state: 'active',
      secret: newSecret(),
      createdBy: doing.actor.userId,
      createdAt: this.clock.now().toISOString(),
    };
    const deed = this.#deed(doing, 'webhook.created', webhook.id);
    await this.outbox.during({ ...deed, after: stateOf(webhook) }, async () => {
      // Before it is known to anybody: what is said as soon as this answers is in its lanes.
      await this.lanes.begin(webhook.id, webhook.chatIds);
      await this.webhooks.insert(webhook);
      // After it: of two at once, both may see the last free place.
      if ((await this.webhooks.count()) <= maxWebhooks) return;
      await this.webhooks.remove(webhook.id);
      await this.lanes.remove(webhook.id);
      throw problem('conflict', { field: 'webhooks' });
    });
    await this.book.changed();
    return webhook;
  }

  async change(doing: Doing, before: SigningWebhook, patch: WebhookPatch): Promise<SigningWebhook> {
    const { id } = before;
    const wanted = patch.chatIds ?? before.chatIds;
    const deed = { ...this.#deed(doing, 'webhook.changed', id), before: stateOf(before) };
    const after = await this.outbox.during(deed, async (found) => {
      await this.lanes.begin(
        id,
        wanted.filter((chatId) => !before.chatIds.includes(chatId)),
      );
      const { url, chatIds } = before;
      // As it was looked at: who may have it post there, may not what somebody else adds meanwhile.
      const changed = await this.#store(id, changeOf(patch), { url, chatIds });
      await this.lanes.removeOf(
        id,
        before.chatIds.filter((chatId) => !wanted.includes(chatId)),
      );
      found({ after: stateOf(changed) });
      return changed;
    });
    await this.book.changed();
    if (patch.state === 'active') await this.lanes.goOn(id);
    return after;
  }

  async newSecret(doing: Doing, id: WebhookId): Promise<SigningWebhook> {
    const deed = this.#deed(doing, 'webhook.secret_renewed', id);
    const changed = await this.outbox.during(deed, () => this.#store(id, { secret: newSecret() }));
    await this.book.changed();
    return changed;
  }

  async remove(doing: Doing, webhook: SigningWebhook): Promise<void> {
    const { id } = webhook;
    const deed = { ...this.#deed(doing, 'webhook.removed', id), before: stateOf(webhook) };
    await this.outbox.during(deed, async () => {
      await this.webhooks.remove(id);
      await this.lanes.remove(id);
    });
    await this.book.changed();
  }

  /** Something is to be posted once more: only by one that is active. */
  async single<T>(
    doing: Doing,
    { id, state }: Webhook,
    action: 'webhook.pinged' | 'webhook.replayed',
    post: () => Promise<T>,
  ): Promise<T> {
    if (state !== 'active') throw problem('conflict', { field: 'state' });
    return this.outbox.during(this.#deed(doing, action, id), post);
  }

  async #store(
    id: WebhookId,
    change: WebhookChange,
    asSeen: Partial<Pick<Webhook, 'url' | 'chatIds'>> = {},
  ): Promise<SigningWebhook> {
    const changed = await this.webhooks.change(id, change, asSeen);
    if (changed) return changed;
    await this.find(id);
    throw problem('conflict', { field: 'url' });
  }

  #deed(doing: Doing, action: AuditAction, id: WebhookId) {
    return { action, ...doing, target: { kind: 'webhook', id } } as const;
  }
}

/** Who sets it going is rid of its last error. */
function changeOf({ state, ...fields }: WebhookPatch): WebhookChange {
  return { ...fields, ...(state && { state }), ...(state === 'active' && { lastError: null }) };
}

/** For the audit log. Of the address the host alone: the rest of it may be a secret. */
function stateOf({ name, url, events, chatIds, state }: Webhook): AuditState {
  return { name, host: new URL(url).host, events, chatIds, state };
}

import type { Message, WebhookEvent, WebhookEventType } from '@app/contracts';
import type { SigningWebhook } from '../hooks/webhooks.repository.js';

/** What became of a slot, for who has heard of all slots up to `lastSeq`. */
export function typeOf({ seq, deletedAt }: Message, lastSeq: number): WebhookEventType {
  if (deletedAt !== undefined) return 'message.deleted';
  return seq > lastSeq ? 'message.created' : 'message.updated';
}

/**
 * As it is posted; undefined for what this webhook does not want to hear. One state of a message is
 * one event: it has the same id again after a crash.
 */
export function eventOf(
  { id: webhookId, events }: SigningWebhook,
  message: Message,
  lastSeq: number,
): WebhookEvent | undefined {
  const type = typeOf(message, lastSeq);
  if (!events.includes(type)) return undefined;
  return { id: eventIdOf(webhookId, message), webhookId, type, message };
}

const eventIdOf = (webhookId: string, { id, rev }: Message) => `${webhookId}-${id}-${rev}`;

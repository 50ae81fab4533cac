import * as z from 'zod/mini';
import { UserId } from './ids.js';
import { Message } from './message.js';
import { IsoTime } from './text.js';
import { WebhookEvent } from './webhooks.contract.js';

/** What stands beside a `WebhookEvent` when it is posted. */
export const WebhookHeaders = z.strictObject({
  'Parley-Event': WebhookEvent.shape.type.check(z.describe('The `type` of the event.')),
  'Parley-Event-Id': WebhookEvent.shape.id.check(
    z.describe('The `id` of the event: the same for every try, so that you take it once.'),
  ),
  'Parley-Timestamp': z
    .int()
    .check(
      z.positive(),
      z.describe('When it was signed, in seconds of the Unix epoch. Refuse what is old.'),
    ),
  'Parley-Signature': z
    .string()
    .check(
      z.regex(/^v1=[0-9a-f]{64}$/, 'Not a signature'),
      z.describe('`v1=` and the HMAC-SHA256 of `<Parley-Timestamp>.<body>` in hex.'),
    ),
});
export type WebhookHeaders = z.output<typeof WebhookHeaders>;

type EventType = WebhookEvent['type'];

const post = <Rest extends z.core.$ZodShape>(type: EventType, summary: string, rest: Rest) => ({
  summary,
  body: z.strictObject({
    id: WebhookEvent.shape.id,
    webhookId: WebhookEvent.shape.webhookId,
    type: z.literal(type),
    ...rest,
  }),
});

const Edited = z.strictObject({ ...Message.shape, editedAt: IsoTime });
const Tombstone = z.strictObject({
  ...Message.shape,
  text: z.literal(''),
  deletedAt: IsoTime,
  deletedBy: UserId,
});

/** What may be posted to a webhook, as its body typically is: each of these is a `WebhookEvent`. */
export const webhookPosts = {
  'message.created': post('message.created', 'A message was written', { message: Message }),
  'message.updated': post('message.updated', 'A message was edited, pinned or reacted to', {
    message: Edited,
  }),
  'message.deleted': post('message.deleted', 'A message was deleted', { message: Tombstone }),
  ping: post('ping', 'Somebody has asked for a try', {}),
} satisfies Record<EventType, unknown>;

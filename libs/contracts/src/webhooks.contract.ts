import * as z from 'zod/mini';
import { WhyRemoved } from './admin-chats.contract.js';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, MessageId, UserId } from './ids.js';
import { Message } from './message.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { IsoTime, Mark, name, Seq } from './text.js';

/** A ULID: the older has the smaller one. */
export const WebhookId = z
  .string()
  .check(z.regex(/^[0-9A-Z]{26}$/, 'Not a webhook'))
  .brand<'WebhookId'>();
export type WebhookId = z.output<typeof WebhookId>;

/** `message.updated`: edited, pinned, reacted to, previewed; whatever is no deletion. */
export const WebhookEventType = z.enum(['message.created', 'message.updated', 'message.deleted']);
export type WebhookEventType = z.output<typeof WebhookEventType>;

/** `disabled`: by the server, since nothing was taken for days, or the receiver said 410. */
export const WebhookState = z.enum(['active', 'paused', 'disabled']);
export type WebhookState = z.output<typeof WebhookState>;

const isDistinct = (ids: readonly string[]) => new Set(ids).size === ids.length;
const distinct = z.refine<readonly string[]>(isDistinct, 'Names one twice');

/** Chats that one webhook may hear. */
export const maxWebhookChats = 50;

const fields = {
  name: name(80),
  /** By HTTPS and outside, unless the server allows more. */
  url: z.url().check(z.maxLength(2000)),
  events: z.array(WebhookEventType).check(z.minLength(1), distinct),
  chatIds: z.array(ChatId).check(z.minLength(1), z.maxLength(maxWebhookChats), distinct),
};

/** `events`: default all. */
export const NewWebhook = z.strictObject({
  ...fields,
  events: z._default(fields.events, () => [...WebhookEventType.options]),
});
export type NewWebhook = z.output<typeof NewWebhook>;
z.globalRegistry.add(NewWebhook, { id: 'NewWebhook' });

/** `active` goes on where it stopped: what was said meanwhile is delivered then. */
export const WebhookPatch = z.strictObject({
  ...z.partial(z.strictObject(fields)).shape,
  state: z.optional(z.enum(['active', 'paused'])),
});
export type WebhookPatch = z.output<typeof WebhookPatch>;
z.globalRegistry.add(WebhookPatch, { id: 'WebhookPatch' });

/** Where what is said in some chats is posted to. `lastError`: why the last try failed. */
export const Webhook = z.strictObject({
  id: WebhookId,
  ...fields,
  state: WebhookState,
  lastError: z.optional(z.string()),
  createdBy: UserId,
  createdAt: IsoTime,
});
export type Webhook = z.output<typeof Webhook>;
z.globalRegistry.add(Webhook, { id: 'Webhook' });

/** With the secret that signs what it posts, which is shown once. */
export const WebhookWithSecret = z.strictObject({ ...Webhook.shape, secret: z.string() });
export type WebhookWithSecret = z.output<typeof WebhookWithSecret>;
z.globalRegistry.add(WebhookWithSecret, { id: 'WebhookWithSecret' });

export const WebhookPage = pageOf(Webhook);
export type WebhookPage = z.output<typeof WebhookPage>;
z.globalRegistry.add(WebhookPage, { id: 'WebhookPage' });

const EventId = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,160}$/, 'Not an event'));

/**
 * The body of what is posted. `id`: the same for every try and replay of one event, so that a
 * receiver takes it once. `message`: as it is when it is posted.
 */
export const WebhookEvent = z.strictObject({
  id: EventId,
  webhookId: WebhookId,
  type: z.enum([...WebhookEventType.options, 'ping']),
  message: z.optional(Message),
});
export type WebhookEvent = z.output<typeof WebhookEvent>;
z.globalRegistry.add(WebhookEvent, { id: 'WebhookEvent' });

/** `waiting`: a ping or a replay on its way. `dead`: given up, and kept to be replayed. */
export const DeliveryState = z.enum(['waiting', 'delivered', 'dead']);
export type DeliveryState = z.output<typeof DeliveryState>;

/** One event by its id, and what became of it. `status`: what the receiver answered last. */
export const WebhookDelivery = z.strictObject({
  id: EventId,
  type: WebhookEvent.shape.type,
  state: DeliveryState,
  attempts: Mark,
  status: z.optional(z.int()),
  error: z.optional(z.string()),
  at: IsoTime,
  chatId: z.optional(ChatId),
  seq: z.optional(Seq),
  messageId: z.optional(MessageId),
});
export type WebhookDelivery = z.output<typeof WebhookDelivery>;
z.globalRegistry.add(WebhookDelivery, { id: 'WebhookDelivery' });

/** The newest first. */
export const DeliveryQuery = z.strictObject({
  ...PageQuery.shape,
  state: z.optional(DeliveryState),
});
export type DeliveryQuery = z.output<typeof DeliveryQuery>;

export const WebhookDeliveryPage = pageOf(WebhookDelivery);
export type WebhookDeliveryPage = z.output<typeof WebhookDeliveryPage>;
z.globalRegistry.add(WebhookDeliveryPage, { id: 'WebhookDeliveryPage' });

const One = z.strictObject({ webhookId: WebhookId });
const OneFrom = z.strictObject({ ...One.shape, origin: Origin });
const ListDeliveries = z.strictObject({ ...One.shape, ...DeliveryQuery.shape });
const OneDelivery = z.strictObject({
  ...OneFrom.shape,
  deliveryId: WebhookDelivery.shape.id,
});

export const webhooksContract = defineApi({
  list: rpc('webhooks.list', PageQuery, WebhookPage),
  get: rpc('webhooks.get', One, Webhook),
  create: rpc(
    'webhooks.create',
    z.strictObject({ webhook: NewWebhook, origin: Origin }),
    WebhookWithSecret,
  ),
  change: rpc(
    'webhooks.change',
    z.strictObject({ ...OneFrom.shape, patch: WebhookPatch }),
    Webhook,
  ),
  remove: rpc('webhooks.remove', z.strictObject({ ...OneFrom.shape, ...WhyRemoved.shape }), Done),
  newSecret: rpc('webhooks.newSecret', OneFrom, WebhookWithSecret),
  ping: rpc('webhooks.ping', OneFrom, WebhookDelivery),
  deliveries: rpc('webhooks.deliveries', ListDeliveries, WebhookDeliveryPage),
  replay: rpc('webhooks.replay', OneDelivery, WebhookDelivery),
});

/**
 * Outgoing webhooks: what is said in some chats is posted to an address, each event at least once
 * and mostly once, those of one chat in the order of its log, and from where it stopped after a
 * crash or an outage. For who may `manageWebhooks` in the workspace, by what they are now. All
 * throw `forbidden`; those about one `not_found`. What changes something is written down in the
 * audit log.
 *
 * - `create`: from now on. Throws `validation_failed` for an address that may not be called,
 *   `conflict {field: 'webhooks'}` when there are 100, and for each of its chats what
 *   `AccessApi.of` throws, or `forbidden` for who may not `manageWebhooks` there.
 * - `change`: a chat that is new to it begins now. A new address takes the right in all its chats:
 *   it is where what is said there goes. Throws `conflict {field: 'url'}` when somebody else has
 *   changed that meanwhile. `newSecret`: the former one signs nothing more.
 * - `ping`, `replay`: on their way when this answers; `deliveries` says what became of it. A replay
 *   is posted beside the others, in no order, and only of a chat that is heard still. Throw
 *   `conflict {field: 'state'}` for a webhook that is not active.
 * - `deliveries`: what was delivered within a week, and what was given up within 30 days; at most
 *   1,000 of either.
 */
export abstract class WebhooksApi extends apiClass(webhooksContract) {}

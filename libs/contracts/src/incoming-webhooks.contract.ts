import * as z from 'zod/mini';
import { WhyRemoved } from './admin-chats.contract.js';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, ClientMsgId, MessageId, UserId } from './ids.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { IsoTime, name } from './text.js';
import { WebhookId } from './webhooks.contract.js';

/** `mayCallAll`: whether `@channel` and `@here` call anybody in what it says. */
export const NewIncomingWebhook = z.strictObject({
  name: name(80),
  chatId: ChatId,
  mayCallAll: z._default(z.boolean(), false),
});
export type NewIncomingWebhook = z.output<typeof NewIncomingWebhook>;
z.globalRegistry.add(NewIncomingWebhook, { id: 'NewIncomingWebhook' });

export const IncomingWebhookState = z.enum(['active', 'paused']);
export type IncomingWebhookState = z.output<typeof IncomingWebhookState>;

export const IncomingWebhookPatch = z.strictObject({
  name: z.optional(name(80)),
  mayCallAll: z.optional(z.boolean()),
  state: z.optional(IncomingWebhookState),
});
export type IncomingWebhookPatch = z.output<typeof IncomingWebhookPatch>;
z.globalRegistry.add(IncomingWebhookPatch, { id: 'IncomingWebhookPatch' });

/** An address by which a program says something in one chat. `userId`: the account that says it. */
export const IncomingWebhook = z.strictObject({
  id: WebhookId,
  name: z.string(),
  chatId: ChatId,
  userId: UserId,
  mayCallAll: z.boolean(),
  state: IncomingWebhookState,
  lastUsedAt: z.optional(IsoTime),
  createdBy: UserId,
  createdAt: IsoTime,
});
export type IncomingWebhook = z.output<typeof IncomingWebhook>;
z.globalRegistry.add(IncomingWebhook, { id: 'IncomingWebhook' });

/** An `unguessableKey`. */
export const HookSecret = z
  .string()
  .check(z.regex(/^[0-9a-hjkmnp-tv-z]{32}$/, 'Not the secret of a webhook'));

/** With what is behind the address of the server, `/api/hooks/<id>/<secret>`: shown once. */
export const IncomingWebhookWithPath = z.strictObject({
  ...IncomingWebhook.shape,
  path: z.string(),
});
export type IncomingWebhookWithPath = z.output<typeof IncomingWebhookWithPath>;
z.globalRegistry.add(IncomingWebhookWithPath, { id: 'IncomingWebhookWithPath' });

export const IncomingWebhookPage = pageOf(IncomingWebhook);
export type IncomingWebhookPage = z.output<typeof IncomingWebhookPage>;
z.globalRegistry.add(IncomingWebhookPage, { id: 'IncomingWebhookPage' });

const said = z.nullish(z.string());

/** A block as Slack has it, read as far as it is understood. */
const HookBlock = z.record(z.string().check(z.maxLength(64)), z.unknown());
const HookBlocks = z.nullish(z.array(HookBlock).check(z.maxLength(50)));

/** A part of a message as Slack has it; what is not here is not shown. */
const HookAttachment = z.object({
  fallback: said,
  pretext: said,
  title: said,
  title_link: said,
  text: said,
  blocks: HookBlocks,
});

/**
 * What a program says. `clientMsgId`: of its own, so that a repetition is said once. `text` is
 * Markdown, in which Slack's `<url|label>`, `<!channel>`, `<!here>`, `&lt;`, `&gt;` and `&amp;` are
 * understood. Of Slack's other fields `blocks` are shown as Markdown in place of `text`, and
 * `attachments` below it; all others (`username`, `icon_emoji`, `channel` …) change nothing.
 */
export const HookPost = z.object({
  text: said,
  clientMsgId: z.optional(ClientMsgId),
  blocks: HookBlocks,
  attachments: z.nullish(z.array(HookAttachment).check(z.maxLength(20))),
});
export type HookPost = z.output<typeof HookPost>;
z.globalRegistry.add(HookPost, { id: 'HookPost' });

/** `isCreated` false: it had been said already. */
export const HookPosted = z.strictObject({ messageId: MessageId, isCreated: z.boolean() });
export type HookPosted = z.output<typeof HookPosted>;
z.globalRegistry.add(HookPosted, { id: 'HookPosted' });

const One = z.strictObject({ hookId: WebhookId });
const OneFrom = z.strictObject({ ...One.shape, origin: Origin });

/** `key`: of the header `Idempotency-Key`. */
const PostByHook = z.strictObject({
  ...One.shape,
  secret: HookSecret,
  post: HookPost,
  key: z.optional(z.string().check(z.maxLength(255))),
});

export const incomingWebhooksContract = defineApi({
  list: rpc('incomingWebhooks.list', PageQuery, IncomingWebhookPage),
  get: rpc('incomingWebhooks.get', One, IncomingWebhook),
  create: rpc(
    'incomingWebhooks.create',
    z.strictObject({ webhook: NewIncomingWebhook, origin: Origin }),
    IncomingWebhookWithPath,
  ),
  change: rpc(
    'incomingWebhooks.change',
    z.strictObject({ ...OneFrom.shape, patch: IncomingWebhookPatch }),
    IncomingWebhook,
  ),
  remove: rpc(
    'incomingWebhooks.remove',
    z.strictObject({ ...OneFrom.shape, ...WhyRemoved.shape }),
    Done,
  ),
  newSecret: rpc('incomingWebhooks.newSecret', OneFrom, IncomingWebhookWithPath),
  post: rpc('incomingWebhooks.post', PostByHook, HookPosted),
});

/**
 * Incoming webhooks: whoever knows the address of one says something in its chat, and nothing else.
 * Each has an account of its own, a bot without tokens that is a member of the chat, so what it
 * says is a message like any other. All but `post` are for who may `manageWebhooks` in the
 * workspace, by what they are now, and throw `forbidden`; those about one `not_found`. What changes
 * something is written down in the audit log.
 *
 * - `create`: for the admins of a group or channel; throws for others what `AccessApi.of` does, or
 *   `forbidden`. Throws `conflict {field: 'webhooks'}` when there are 100.
 * - `change`: that it may call all takes the right in the chat; to rename and to pause it does not.
 * - `newSecret`: another address; the former one is nobody's. Takes the right in the chat.
 * - `remove`: its account leaves the chat and is suspended; what it has said stays.
 * - `post`: throws `not_found` for an address that is none, `webhook_closed` where nothing may be
 *   said now, `gone` where there is no chat any more, `rate_limited`, `validation_failed` for too
 *   much or nothing, `idempotency_conflict`.
 */
export abstract class IncomingWebhooksApi extends apiClass(incomingWebhooksContract) {}

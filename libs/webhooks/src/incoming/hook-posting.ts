import { timingSafeEqual } from 'node:crypto';
import {
  ClientMsgId,
  isProblem,
  MessagesApi,
  problem,
  UsersApi,
  type HookPost,
  type HookPosted,
  type ProblemParams,
  type WebhookId,
} from '@app/contracts';
import { Clock, digestOf, RateLimiter, type Bucket } from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import { actorOf } from './hook-account.js';
import { textOf } from './hook-text.js';
import {
  IncomingWebhooksRepository,
  type KeptIncomingWebhook,
} from './incoming-webhooks.repository.js';

/** Of one webhook: a burst of an alarm, then one a second. */
const bucket: Bucket = { capacity: 60, refillPerSecond: 1 };

/** Ms in which that it was used is noted once. */
const noteEveryMs = 60_000;

/** Who posts what. */
export interface Posting {
  readonly hookId: WebhookId;
  readonly secret: string;
  readonly post: HookPost;
  readonly key?: string | undefined;
}

type Reason = ProblemParams<'webhook_closed'>['reason'];

/** Says in a chat what comes in by the address of a webhook: as its account, like anybody's. */
@Injectable()
export class HookPosting {
  readonly #logger = new Logger(HookPosting.name);

  constructor(
    private readonly webhooks: IncomingWebhooksRepository,
    private readonly users: UsersApi,
    private readonly messages: MessagesApi,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
  ) {}

  /** See `IncomingWebhooksApi.post`. */
  async post({ hookId, secret, post, key }: Posting): Promise<HookPosted> {
    const webhook = await this.#opened(hookId, secret);
    await this.#take(webhook);
    await this.#mustBeOpen(webhook);
    const text = textOf(post, webhook.mayCallAll);
    const clientMsgId = post.clientMsgId ?? (key === undefined ? undefined : idOf(key));
    const posted = await this.#say(webhook, text, clientMsgId);
    await this.#noteUse(webhook);
    return posted;
  }

  /** In the same way for one that there is not and for a wrong secret. */
  async #opened(hookId: WebhookId, secret: string): Promise<KeptIncomingWebhook> {
    const webhook = await this.webhooks.find(hookId);
    const given = digestOf(secret);
    const kept = webhook
      ? Buffer.from(webhook.secretHash, 'base64url')
      : Buffer.alloc(given.length);
    const isOpen = kept.length === given.length && timingSafeEqual(kept, given);
    if (!webhook || !isOpen) throw problem('not_found');
    return webhook;
  }

  /** Behind the secret: who does not have it empties nobody's bucket. */
  async #take({ id }: KeptIncomingWebhook): Promise<void> {
    const { isAllowed, retryAfterMs } = await this.limiter.consume(`hook:${id}`, bucket);
    if (!isAllowed) throw problem('rate_limited', { retryAfterMs: Math.ceil(retryAfterMs) });
  }

  async #mustBeOpen(webhook: KeptIncomingWebhook): Promise<void> {
    if (webhook.state === 'paused') throw closed('paused');
    const actor = actorOf(webhook);
    const { isDeactivated } = await this.users.profile(actor, { userId: actor.userId });
    if (isDeactivated) throw closed('suspended');
  }

  async #say(
    webhook: KeptIncomingWebhook,
    text: string,
    clientMsgId: ClientMsgId | undefined,
  ): Promise<HookPosted> {
    const { chatId } = webhook;
    const actor = actorOf(webhook);
    try {
      const said = { chatId, text, ...(clientMsgId && { clientMsgId }) };
      const { message, isCreated } = await this.messages.send(actor, said);
      return { messageId: message.id, isCreated };
    } catch (error) {
      // What is in the way of its account, in words that whoever posts can do something about.
      throw inWords(error);
    }
  }

  async #noteUse({ id, lastUsedAt }: KeptIncomingWebhook): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - noteEveryMs);
    if (lastUsedAt !== undefined && new Date(lastUsedAt) > before) return;
    try {
      await this.webhooks.noteUse(id, now, before);
    } catch (error) {
      // It was said all the same; the next use is noted.
      this.#logger.warn(`That ${id} was used is not noted: ${String(error)}`);
    }
  }
}

/** A key may be longer than an id of a message, and is none that somebody gives as such. */
const idOf = (key: string): ClientMsgId =>
  ClientMsgId.parse(`key-${digestOf(key).toString('base64url')}`);

function inWords(error: unknown): unknown {
  if (isProblem(error, 'not_found')) return problem('gone');
  if (isProblem(error, 'not_member')) return closed('not_member');
  if (isProblem(error, 'muted')) return closed('muted');
  return isProblem(error, 'forbidden') ? closed('chat_closed') : error;
}

const closed = (reason: Reason) => problem('webhook_closed', { reason });

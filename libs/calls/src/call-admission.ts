import {
  AccessApi,
  ChatsApi,
  mayPostIn,
  MembersApi,
  problem,
  type Actor,
  type CallId,
  type CallKind,
  type Chat,
  type ChatId,
  type StartCall,
  type UserId,
  UsersApi,
} from '@app/contracts';
import { CONFIG, RateLimiter, type Bucket, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Invited } from './call/call-rules.js';
import { isHostNow, refusalOf, standingOf } from './chat-membership.js';

/** Whom somebody calls, and where. */
export interface Invitation {
  readonly kind: CallKind;
  readonly chatId: ChatId;
  /** Where it rings: not across a block; in a group of more than `mostRung` others nowhere. */
  readonly calleeIds: readonly UserId[];
  /** They are a host of every call there. */
  readonly mayHost: boolean;
}

/** Of a group at once. */
export const mostRung = 16;

/** Part of what somebody may begin that may go to one person, or to one group. */
const pairShare = 1 / 4;

/** In which a bucket is full again, seconds. */
const refillSeconds = 300;

/** How often one person may do to one call at once what all of its chat is told. */
const perCall: Bucket = { capacity: 10, refillPerSecond: 1 / 10 };

/** Who may call whom, and how often: nobody has to turn off their telephone because of another. */
@Injectable()
export class CallAdmission {
  readonly #perCaller: Bucket;
  readonly #perPair: Bucket;

  constructor(
    private readonly access: AccessApi,
    private readonly chats: ChatsApi,
    private readonly members: MembersApi,
    private readonly users: UsersApi,
    private readonly limiter: RateLimiter,
    @Inject(CONFIG) { calls }: Pick<Config, 'calls'>,
  ) {
    this.#perCaller = bucketOf(calls.burst);
    this.#perPair = bucketOf(Math.max(1, Math.floor(calls.burst * pairShare)));
  }

  /** Throws `not_member`, `blocked`, `muted`, `forbidden`, and `validation_failed`. */
  async of(actor: Actor, input: StartCall): Promise<Invitation> {
    const chat = await this.#chat(actor, input);
    const access = await this.access.of(actor, { chatId: chat.id });
    const kind = access.kind === 'direct' ? 'direct' : 'group';
    if (kind === 'direct' && !chat.peer) throw notTwo();
    if (access.isBlocked) throw problem('blocked');
    const { mutedUntil: until } = access;
    if (until !== undefined) throw problem('muted', { until });
    if (!mayPostIn(access)) throw problem('forbidden');
    const calleeIds = chat.peer ? [chat.peer.id] : await this.#rungIn(actor, chat);
    const mayHost = await isHostNow(this.users, access, actor);
    return { kind, chatId: chat.id, calleeIds, mayHost };
  }

  /** Somebody who is called to a call that runs, of this chat. Throws `not_found`, `blocked`. */
  async ofOne(actor: Actor, chatId: ChatId, userId: UserId): Promise<Invited> {
    await this.#checkOne(actor, userId);
    const isGuest = (await refusalOf(this.access, userId, chatId)) !== undefined;
    const { access } = await standingOf(this.access, actor, chatId);
    const isByHost = access !== undefined && (await isHostNow(this.users, access, actor));
    return { userId, isGuest, isByHost };
  }

  /**
   * It rings now, or they hear that they were wanted: what is refused before costs nothing. Throws
   * `rate_limited`. Of the pair first: who calls one person too often may still call others.
   */
  async count(callerId: UserId, whom: UserId | ChatId): Promise<void> {
    await this.#take(`calls:${callerId}:${whom}`, this.#perPair);
    await this.#take(`calls:${callerId}`, this.#perCaller);
  }

  /** They come back into a group call, or lock it: its chat is told. Throws `rate_limited`. */
  async countChange(userId: UserId, callId: CallId): Promise<void> {
    await this.#take(`calls:${userId}:in:${callId}`, perCall);
  }

  /** Throws `blocked`, whoever of the two has done it. */
  async mustNotBlock(actor: Actor, userId: UserId): Promise<void> {
    const blocked = await this.users.blockedBetween(actor, { userIds: [userId] });
    if (blocked.userIds.length > 0) throw problem('blocked');
  }

  async #checkOne(actor: Actor, userId: UserId): Promise<void> {
    const { items } = await this.users.lookUp(actor, { userIds: [userId] });
    if (items.length === 0 || items[0]!.isDeactivated) throw problem('not_found');
    await this.mustNotBlock(actor, userId);
  }

  async #rungIn(actor: Actor, { id: chatId, memberCount }: Chat): Promise<readonly UserId[]> {
    if (memberCount - 1 > mostRung) return [];
    const { items } = await this.members.list(actor, { chatId, limit: mostRung + 1 });
    const others = items.map(({ user }) => user.id).filter((userId) => userId !== actor.userId);
    if (others.length === 0) return others;
    // They may come as all members may, and nobody rings at the other one across a block.
    const { userIds } = await this.users.blockedBetween(actor, { userIds: others });
    return others.filter((userId) => !userIds.includes(userId));
  }

  async #chat(actor: Actor, input: StartCall): Promise<Chat> {
    if ('chatId' in input) return this.chats.get(actor, { chatId: input.chatId });
    const wanted = { type: 'direct' as const, memberIds: [input.userId] };
    return (await this.chats.create(actor, wanted)).chat;
  }

  async #take(key: string, bucket: Bucket): Promise<void> {
    const { isAllowed, retryAfterMs } = await this.limiter.consume(key, bucket);
    if (!isAllowed) throw problem('rate_limited', { retryAfterMs: Math.ceil(retryAfterMs) });
  }
}

const bucketOf = (capacity: number): Bucket => ({
  capacity,
  refillPerSecond: capacity / refillSeconds,
});

const notTwo = () =>
  problem('validation_failed', {
    issues: [{ path: 'chatId', message: 'Not a chat of two people' }],
  });

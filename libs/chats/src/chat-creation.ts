import {
  ChatId,
  problem,
  type Actor,
  type ChatTraits,
  type CreateChat,
  type SystemEvent,
  type UserId,
} from '@app/contracts';
import { IdGenerator } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ChatRecord } from './chat.js';
import { ChatChanges } from './chat-changes.js';
import { ChatKeysRepository, type ChatKey, type KeyHolder } from './chat-keys.repository.js';
import { ChatProjector } from './chat-projector.js';
import { HiddenChats } from './hidden-chats.js';
import { onBehalfOf } from './module-actor.js';
import { Newcomers } from './newcomers.js';

export interface Created {
  readonly chat: ChatRecord;
  /** False: these people had this chat already. */
  readonly isCreated: boolean;
}

/**
 * The first entry of a log. Its id is the same in every try, and its author is whoever took the
 * key, so that two who begin the same direct chat at once, or one who tries again after a crash,
 * make one chat.
 */
@Injectable()
export class ChatCreation {
  constructor(
    private readonly newcomers: Newcomers,
    private readonly keys: ChatKeysRepository,
    private readonly changes: ChatChanges,
    private readonly projector: ChatProjector,
    private readonly hidden: HiddenChats,
    private readonly ids: IdGenerator,
  ) {}

  async create(actor: Actor, input: CreateChat): Promise<Created> {
    const others = [...new Set(input.memberIds)].filter((userId) => userId !== actor.userId);
    refuseMisfits(input, others);
    await this.newcomers.checkFounder(actor, input.type);
    await this.newcomers.check(actor, others);
    if (input.type === 'direct') return this.#direct(actor, others);
    this.newcomers.mustNotBeMuted(actor);
    if (input.type === 'channel') return this.#channel(actor, input, others);
    return { chat: await this.#begin(this.#holder(actor), input, others), isCreated: true };
  }

  async #direct(actor: Actor, others: readonly UserId[]): Promise<Created> {
    const pair = [actor.userId, ...others].sort();
    const key: ChatKey = `direct:${pair.join(':')}`;
    // To open one that is there is no writing.
    if (!(await this.keys.find(key))) this.newcomers.mustNotBeMuted(actor);
    const wanted = this.#holder(actor);
    const holder = await this.keys.take(key, wanted);
    const isCreated = holder.chatId === wanted.chatId;
    const present = isCreated ? undefined : await this.projector.current(holder.chatId);
    if (present) {
      await this.hidden.bringBack(present, actor.userId);
      return { chat: present, isCreated };
    }
    const peers = pair.filter((userId) => userId !== holder.createdBy);
    return { chat: await this.#begin(holder, { type: 'direct' }, peers), isCreated };
  }

  async #channel(actor: Actor, input: CreateChat, others: readonly UserId[]): Promise<Created> {
    const wanted = this.#holder(actor);
    const holder = await this.keys.take(`slug:${input.slug!}`, wanted);
    const isOurs = holder.chatId === wanted.chatId || (await this.#isUnfinished(actor, holder));
    if (!isOurs) throw problem('conflict', { field: 'slug' });
    return { chat: await this.#begin(holder, input, others), isCreated: true };
  }

  /** A try of the same person that died between the key and the log. */
  async #isUnfinished(actor: Actor, { chatId, createdBy }: KeyHolder): Promise<boolean> {
    if (createdBy !== actor.userId) return false;
    return (await this.projector.current(chatId)) === undefined;
  }

  #begin(
    { chatId, createdBy }: KeyHolder,
    input: Pick<CreateChat, 'type'> & Partial<CreateChat>,
    others: readonly UserId[],
  ): Promise<ChatRecord> {
    const otherRole = input.type === 'direct' ? ('owner' as const) : ('member' as const);
    const members = others.map((userId) => ({ userId, role: otherRole }));
    const system: SystemEvent = {
      type: 'chat_created',
      kind: input.type,
      traits: traitsOf(input),
      members: [{ userId: createdBy, role: 'owner' }, ...members],
    };
    return this.changes.append(onBehalfOf(createdBy), chatId, system, 'chat_created');
  }

  #holder({ userId }: Actor): KeyHolder {
    return { chatId: ChatId.parse(this.ids.next()), createdBy: userId };
  }
}

/**
 * Throws what the shape of the input alone does not tell. A group needs one other person, not two:
 * it has a name, roles and an invite link, so it is how a group of three begins.
 */
function refuseMisfits(
  { type, visibility, postPolicy }: CreateChat,
  others: readonly UserId[],
): void {
  if (type === 'group' && others.length === 0) throw invalid('memberIds', 'Bring somebody along');
  if (type !== 'channel' && visibility === 'public')
    throw invalid('visibility', 'Only a channel can be public');
  if (type === 'direct' && postPolicy === 'admins')
    throw invalid('postPolicy', 'Both may write in a direct chat');
}

const invalid = (path: string, message: string) =>
  problem('validation_failed', { issues: [{ path, message }] });

function traitsOf(input: Pick<CreateChat, 'type'> & Partial<CreateChat>): ChatTraits {
  const { type, name, slug, topic = '', postPolicy = 'everyone' } = input;
  return {
    name: type === 'direct' ? '' : (name ?? slug ?? ''),
    topic: type === 'direct' ? '' : topic,
    ...(slug === undefined ? {} : { slug }),
    visibility: input.visibility ?? (type === 'channel' ? 'public' : 'private'),
    postPolicy,
    historyVisibility:
      type === 'direct'
        ? 'all'
        : (input.historyVisibility ?? (type === 'group' ? 'joined' : 'all')),
    isArchived: false,
  };
}

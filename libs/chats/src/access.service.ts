import {
  problem,
  type Access,
  type AccessApi,
  type AccessQuery,
  type Actor,
  type ChatId,
  type ChatIds,
  type MessageReceipts,
  type ReadableChat,
  type ReadableChats,
  type SlotReaders,
  type SlotRef,
} from '@app/contracts';
import { chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Blocks } from './blocks.js';
import { sharesReads, visibleFromSeqOf } from './chat.js';
import { ChatMemory } from './chat-memory.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Mutes } from './mutes.js';
import { ReadMarks } from './read-marks.js';
import { ReceiptsPolicy } from './receipts-policy.js';

/** Chats that are looked up side by side when they are cold. */
const lookUps = 64;

/** See `AccessApi`. Knows no log and no edge, so that the messages module can ask it. */
@Injectable()
export class AccessService implements AccessApi {
  constructor(
    private readonly memory: ChatMemory,
    private readonly memberships: MembershipsRepository,
    private readonly marks: ReadMarks,
    private readonly policy: ReceiptsPolicy,
    private readonly blocks: Blocks,
    private readonly mutes: Mutes,
  ) {}

  async of(actor: Actor, { chatId }: AccessQuery): Promise<Access> {
    const chat = await this.memory.chat(chatId);
    if (!chat || chat.deletedAt !== undefined) throw problem('not_found');
    const standing = await this.memory.standing(chatId, actor.userId);
    if (!standing?.isMember) throw problem('not_member', { chatId });
    const mutedUntil = this.mutes.until(actor.userId);
    return {
      chatId,
      kind: chat.kind,
      role: standing.role,
      visibleFromSeq: visibleFromSeqOf(chat, standing),
      postPolicy: chat.traits.postPolicy,
      isArchived: chat.traits.isArchived,
      hasPartialReaders: chat.hasPartialReaders,
      ...((await this.blocks.isBlocked(chat)) && { isBlocked: true as const }),
      ...(mutedUntil !== undefined && { mutedUntil }),
    };
  }

  async chatIds(actor: Actor): Promise<ChatIds> {
    return { chatIds: [...(await this.memory.chatIds(actor.userId))] };
  }

  /** See `ChatsApi.readable`. */
  async readable(actor: Actor): Promise<ReadableChats> {
    const items: ReadableChat[] = [];
    for (const some of chunksOf(await this.memory.chatIds(actor.userId), lookUps)) {
      const found = await Promise.all(some.map((chatId) => this.#readable(actor, chatId)));
      items.push(...found.filter((one) => one !== undefined));
    }
    return { items };
  }

  async readers(actor: Actor, { chatId, seq }: SlotRef): Promise<SlotReaders> {
    await this.of(actor, { chatId });
    const chat = await this.memory.chat(chatId);
    const members = await this.memberships.allOf(chatId);
    const sees = Map.groupBy(members, (member) => visibleFromSeqOf(chat!, member) <= seq);
    const idsOf = (canSee: boolean) => (sees.get(canSee) ?? []).map(({ userId }) => userId);
    return { canSee: idsOf(true), cannotSee: idsOf(false) };
  }

  async receipts(actor: Actor, { chatId, seq }: SlotRef): Promise<MessageReceipts> {
    await this.of(actor, { chatId });
    const mine = await this.memory.standing(chatId, actor.userId);
    if (!mine || !(await this.policy.shares(actor.userId, mine.settings)))
      return { seenBy: [], deliveredTo: [] };
    const members = await this.memberships.allOf(chatId);
    const witnesses = members
      .filter((member) => member.joinedSeq <= seq && sharesReads(member))
      .map((member) => this.marks.overlay(member));
    return {
      seenBy: witnesses.filter((one) => one.lastReadSeq >= seq).map(({ userId }) => userId),
      deliveredTo: witnesses
        .filter((one) => one.lastDeliveredSeq >= seq)
        .map(({ userId }) => userId),
    };
  }

  async #readable({ userId }: Actor, chatId: ChatId): Promise<ReadableChat | undefined> {
    const chat = await this.memory.chat(chatId);
    const standing = await this.memory.standing(chatId, userId);
    if (!chat || chat.deletedAt !== undefined || !standing?.isMember) return undefined;
    const { name, topic, slug, avatar } = chat.traits;
    const peerId = chat.directUserIds.find((one) => one !== userId);
    return {
      chatId,
      kind: chat.kind,
      name,
      visibleFromSeq: visibleFromSeqOf(chat, standing),
      ...(topic !== '' && { topic }),
      ...(slug !== undefined && { slug }),
      ...(avatar !== undefined && { avatar }),
      ...(peerId !== undefined && { peerId }),
    };
  }
}

import {
  problem,
  type Access,
  type AccessApi,
  type AccessQuery,
  type Actor,
  type ChatIds,
  type MessageReceipts,
  type SlotReaders,
  type SlotRef,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { Blocks } from './blocks.js';
import { sharesReads } from './chat.js';
import { ChatMemory } from './chat-memory.js';
import { MembershipsRepository } from './memberships.repository.js';
import { ReadMarks } from './read-marks.js';
import { ReceiptsPolicy } from './receipts-policy.js';

/** See `AccessApi`. Knows no log and no edge, so that the messages module can ask it. */
@Injectable()
export class AccessService implements AccessApi {
  constructor(
    private readonly memory: ChatMemory,
    private readonly memberships: MembershipsRepository,
    private readonly marks: ReadMarks,
    private readonly policy: ReceiptsPolicy,
    private readonly blocks: Blocks,
  ) {}

  async of(actor: Actor, { chatId }: AccessQuery): Promise<Access> {
    const chat = await this.memory.chat(chatId);
    if (!chat || chat.deletedAt !== undefined) throw problem('not_found');
    const standing = await this.memory.standing(chatId, actor.userId);
    if (!standing?.isMember) throw problem('not_member', { chatId });
    return {
      chatId,
      kind: chat.kind,
      role: standing.role,
      visibleFromSeq: standing.visibleFromSeq,
      postPolicy: chat.traits.postPolicy,
      isArchived: chat.traits.isArchived,
      hasPartialReaders: chat.hasPartialReaders,
      ...((await this.blocks.isBlocked(chat)) && { isBlocked: true as const }),
    };
  }

  async chatIds(actor: Actor): Promise<ChatIds> {
    return { chatIds: [...(await this.memory.chatIds(actor.userId))] };
  }

  async readers(actor: Actor, { chatId, seq }: SlotRef): Promise<SlotReaders> {
    await this.of(actor, { chatId });
    const members = await this.memberships.allOf(chatId);
    const sees = Map.groupBy(members, ({ visibleFromSeq }) => visibleFromSeq <= seq);
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
}

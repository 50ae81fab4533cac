import type { ReadState } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { visibleFromSeqOf, type ChatRecord, type Membership } from './chat.js';
import {
  noSpecialSlots,
  SpecialSlotsRepository,
  type SpecialSlots,
} from './special-slots.repository.js';
import { ReadMarks } from './read-marks.js';
import { blocksOf, countAmong, countUnread, stretchOf } from './unread.js';

/** A chat that is up to its log, and one of its members. */
export interface View {
  readonly chat: ChatRecord;
  readonly member: Membership;
}

/** Marks and what they leave unread, exact: one query for the special slots of all asked chats. */
@Injectable()
export class ReadStates {
  constructor(
    private readonly specialSlots: SpecialSlotsRepository,
    private readonly marks: ReadMarks,
  ) {}

  /** One state per view, in that order. */
  async of(views: readonly View[]): Promise<ReadState[]> {
    const current = views.map(({ chat, member }) => {
      const marked = this.marks.overlay(member);
      const visibleFromSeq = visibleFromSeqOf(chat, marked);
      return { chat, member: marked, stretch: stretchOf(chat, { ...marked, visibleFromSeq }) };
    });
    const blocks = current.flatMap(({ chat, stretch }) =>
      blocksOf(stretch).map((block) => ({ chatId: chat.id, block })),
    );
    // Several members of one chat may be asked for at once: each block is read once.
    const refs = [...new Map(blocks.map((ref) => [`${ref.chatId}:${ref.block}`, ref])).values()];
    const special =
      refs.length > 0 ? await this.specialSlots.inBlocks(refs) : new Map<string, SpecialSlots>();
    return current.map(({ chat, member, stretch }) => {
      const { quiet, calls } = special.get(chat.id) ?? noSpecialSlots;
      const silent = new Set([...member.hiddenSeqs, ...quiet]);
      return {
        chatId: chat.id,
        lastReadSeq: member.lastReadSeq,
        lastDeliveredSeq: member.lastDeliveredSeq,
        unread: countUnread(stretch, silent),
        mentions: countAmong(stretch, new Set([...member.mentionSeqs, ...calls]), silent),
      };
    });
  }
}

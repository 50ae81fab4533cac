import type { ReadState } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ChatRecord, Membership } from './chat.js';
import { QuietSlotsRepository } from './quiet-slots.repository.js';
import { ReadMarks } from './read-marks.js';
import { blocksOf, countUnread, stretchOf } from './unread.js';

/** A chat that is up to its log, and one of its members. */
export interface View {
  readonly chat: ChatRecord;
  readonly member: Membership;
}

/** Marks and what they leave unread, exact: one query for the quiet slots of all asked chats. */
@Injectable()
export class ReadStates {
  constructor(
    private readonly quietSlots: QuietSlotsRepository,
    private readonly marks: ReadMarks,
  ) {}

  /** One state per view, in that order. */
  async of(views: readonly View[]): Promise<ReadState[]> {
    const current = views.map(({ chat, member }) => {
      const marked = this.marks.overlay(member);
      return { chat, member: marked, stretch: stretchOf(chat, marked) };
    });
    const blocks = current.flatMap(({ chat, stretch }) =>
      blocksOf(stretch).map((block) => ({ chatId: chat.id, block })),
    );
    // Several members of one chat may be asked for at once: each block is read once.
    const refs = [...new Map(blocks.map((ref) => [`${ref.chatId}:${ref.block}`, ref])).values()];
    const quiet =
      refs.length > 0 ? await this.quietSlots.inBlocks(refs) : new Map<string, number[]>();
    return current.map(({ chat, member, stretch }) => {
      const hidden = new Set(member.hiddenSeqs);
      const isCalled = (seq: number) => seq > stretch.afterSeq && !hidden.has(seq);
      return {
        chatId: chat.id,
        lastReadSeq: member.lastReadSeq,
        lastDeliveredSeq: member.lastDeliveredSeq,
        unread: countUnread(stretch, new Set([...hidden, ...(quiet.get(chat.id) ?? [])])),
        mentions: member.mentionSeqs.filter(isCalled).length,
      };
    });
  }
}

import type { Actor, ChatMember, ListMembers, MemberPage } from '@app/contracts';
import { decodeCursor, pageInfo } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { sharesReads, type Membership } from './chat.js';
import { ChatMemory } from './chat-memory.js';
import { ChatView } from './chat-view.js';
import { MembershipsRepository } from './memberships.repository.js';
import { ReadMarks } from './read-marks.js';
import { ReceiptsPolicy } from './receipts-policy.js';

/** Who is in a chat, and how far they have read, where both sides share that. */
@Injectable()
export class MemberList {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly view: ChatView,
    private readonly marks: ReadMarks,
    private readonly policy: ReceiptsPolicy,
    private readonly memory: ChatMemory,
  ) {}

  /** By id of the person. */
  async page(actor: Actor, { chatId, cursor, limit }: ListMembers): Promise<MemberPage> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const found = await this.memberships.pageOfMembers(chatId, after, limit + 1);
    const members = found.slice(0, limit);
    const last = found.length > limit ? members.at(-1) : undefined;
    const people = await this.view.people(
      actor,
      members.map(({ userId }) => userId),
    );
    const mine = await this.memory.standing(chatId, actor.userId);
    const seesMarks = mine !== undefined && (await this.policy.shares(actor.userId, mine.settings));
    const items = members.flatMap((member): ChatMember[] => {
      const user = people.get(member.userId);
      if (!user) return [];
      const isTold = member.userId === actor.userId || (seesMarks && sharesReads(member));
      return [{ user, ...this.#told(member, isTold ? 'with marks' : 'without marks') }];
    });
    return { items, page: pageInfo(last && [last.userId]) };
  }

  #told(member: Membership, what: 'with marks' | 'without marks'): Omit<ChatMember, 'user'> {
    const { role, joinedAt, lastReadSeq, lastDeliveredSeq } = this.marks.overlay(member);
    return what === 'with marks'
      ? { role, joinedAt, lastReadSeq, lastDeliveredSeq }
      : { role, joinedAt };
  }
}

import type { Actor, ChatId, ChatMember, ListMembers, MemberPage, PageInfo } from '@app/contracts';
import { cutPage, decodeCursor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { sharesReads, type Membership } from './chat.js';
import { ChatMemory } from './chat-memory.js';
import { ChatProjector } from './chat-projector.js';
import { ChatView } from './chat-view.js';
import { MembershipsRepository } from './memberships.repository.js';
import { ReadMarks } from './read-marks.js';
import { ReceiptsPolicy } from './receipts-policy.js';

/** As many as a group may have: a page of them is one cheap read. */
const fewMembers = 256;

/** Members in their order. */
interface Stretch {
  readonly members: readonly Membership[];
  readonly page: PageInfo;
}

/** Who is in a chat, and how far they have read, where both sides share that. */
@Injectable()
export class MemberList {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly view: ChatView,
    private readonly marks: ReadMarks,
    private readonly policy: ReceiptsPolicy,
    private readonly memory: ChatMemory,
    private readonly projector: ChatProjector,
  ) {}

  /** By id of the person. */
  async page(actor: Actor, { chatId, cursor, limit }: ListMembers): Promise<MemberPage> {
    // Who has heard of somebody's coming asks at once, and must find them.
    await this.projector.current(chatId);
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const { members, page } = await this.#after(chatId, after, limit);
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
    return { items, page };
  }

  async #after(chatId: ChatId, after: string, limit: number): Promise<Stretch> {
    const chat = await this.memory.chat(chatId);
    return chat && chat.memberCount > fewMembers
      ? this.#ofMany(chatId, after, limit)
      : this.#ofFew(chatId, after, limit);
  }

  async #ofFew(chatId: ChatId, after: string, limit: number): Promise<Stretch> {
    const found = await this.memberships.pageOfMembers(chatId, after, limit + 1);
    const { items: members, page } = cutPage(found, limit, ({ userId }) => [userId]);
    return { members, page };
  }

  /** Who they are is remembered; of the page alone, what they are is read. */
  async #ofMany(chatId: ChatId, after: string, limit: number): Promise<Stretch> {
    const behind = (await this.memory.memberIds(chatId)).filter((userId) => userId > after);
    const { items: ids, page } = cutPage(behind, limit, (id) => [id]);
    const found = await this.memberships.findMany(chatId, ids);
    const byId = new Map(found.map((member) => [member.userId, member]));
    const members = ids.flatMap((id) => byId.get(id) ?? []).filter(({ isMember }) => isMember);
    return { members, page };
  }

  #told(member: Membership, what: 'with marks' | 'without marks'): Omit<ChatMember, 'user'> {
    const { role, joinedAt, lastReadSeq, lastDeliveredSeq } = this.marks.overlay(member);
    return what === 'with marks'
      ? { role, joinedAt, lastReadSeq, lastDeliveredSeq }
      : { role, joinedAt };
  }
}

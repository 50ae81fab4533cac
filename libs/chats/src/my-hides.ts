import {
  problem,
  userRoom,
  type Actor,
  type ChatId,
  type HiddenSlots,
  type UserId,
} from '@app/contracts';
import { RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Membership } from './chat.js';
import { ChatProjector } from './chat-projector.js';
import { MemberMarksRepository } from './member-marks.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { ReadStates } from './read-states.js';

/**
 * What somebody has deleted for themselves, counted like the changes of a log: a device that knows
 * fewer than `hides` asks for the rest. What is empty in answers is decided by the messages module.
 */
@Injectable()
export class MyHides {
  constructor(
    private readonly marks: MemberMarksRepository,
    private readonly memberships: MembershipsRepository,
    private readonly projector: ChatProjector,
    private readonly states: ReadStates,
    private readonly publisher: RealtimePublisher,
  ) {}

  /** Told again where it was there already: the first time may not have got so far. */
  async add({ userId }: Actor, chatId: ChatId, seq: number): Promise<void> {
    await this.marks.addHidden(chatId, userId, seq);
    const chat = await this.projector.current(chatId);
    const member = await this.#member(chatId, userId);
    const place = member.hides - (member.hiddenSeqs.length - 1 - member.hiddenSeqs.indexOf(seq));
    const [state] = chat ? await this.states.of([{ chat, member }]) : [];
    const room = userRoom(userId);
    this.publisher.publish(room, 'message_hidden', { chatId, seq, hides: place });
    if (state && seq > state.lastReadSeq) this.publisher.publish(room, 'read_state', state);
  }

  async after({ userId }: Actor, chatId: ChatId, after: number): Promise<HiddenSlots> {
    const { hides, hiddenSeqs } = await this.#member(chatId, userId);
    const missing = Math.max(0, hides - after);
    const seqs = missing > 0 ? hiddenSeqs.slice(-missing) : [];
    return { seqs: [...seqs], hides, isWhole: seqs.length === missing };
  }

  async #member(chatId: ChatId, userId: UserId): Promise<Membership> {
    const member = await this.memberships.find(chatId, userId);
    if (!member?.isMember) throw problem('not_member', { chatId });
    return member;
  }
}

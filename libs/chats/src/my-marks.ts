import {
  ChatLogApi,
  problem,
  type Actor,
  type ChatId,
  type ReadState,
  type UserId,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ChatRecord, Membership } from './chat.js';
import { ChatProjector } from './chat-projector.js';
import { MembershipsRepository } from './memberships.repository.js';
import { ReadMarks } from './read-marks.js';
import { ReadStates, type View } from './read-states.js';
import { RisingMarks } from './rising-marks.js';

export interface Raised {
  readonly state: ReadState;
  /** False when the mark was there or beyond already. */
  readonly hasRisen: boolean;
}

/**
 * Raises somebody's marks, and says what is left. A mark beyond the end is one at the end.
 *
 * Who reads a chat to its end, as people do who are there when something is said, leaves nothing:
 * that is known without a read, and without waiting for what is derived of the last message.
 */
@Injectable()
export class MyMarks {
  constructor(
    private readonly log: ChatLogApi,
    private readonly memberships: MembershipsRepository,
    private readonly marks: ReadMarks,
    private readonly rising: RisingMarks,
    private readonly states: ReadStates,
    private readonly projector: ChatProjector,
  ) {}

  async read(actor: Actor, chatId: ChatId, seq: number): Promise<Raised> {
    const { userId } = actor;
    const known = this.rising.knownRead(chatId, userId);
    const isAtEnd = seq === (await this.#headOf(actor, chatId));
    // Beyond the end: another process has taken the log further than this one knows.
    if (known === undefined || known > seq || !isAtEnd) return this.#readPart(actor, chatId, seq);
    const hasRisen = seq > known;
    if (hasRisen) await this.rising.raise(chatId, userId, { lastReadSeq: seq });
    const state = { chatId, lastReadSeq: seq, lastDeliveredSeq: seq, unread: 0, mentions: 0 };
    return { state, hasRisen };
  }

  async delivered({ userId }: Actor, chatId: ChatId, seq: number): Promise<Raised> {
    const { chat, member } = await this.#view(chatId, userId);
    const lastDeliveredSeq = Math.min(seq, chat.headSeq);
    const hasRisen = lastDeliveredSeq > this.marks.overlay(member).lastDeliveredSeq;
    if (hasRisen) await this.rising.raise(chatId, userId, { lastDeliveredSeq });
    return { state: await this.#state(chat, member), hasRisen };
  }

  async #readPart({ userId }: Actor, chatId: ChatId, seq: number): Promise<Raised> {
    const { chat, member } = await this.#view(chatId, userId);
    const former = this.marks.overlay(member).lastReadSeq;
    const lastReadSeq = Math.min(seq, chat.headSeq);
    const hasRisen = lastReadSeq > former;
    if (hasRisen) await this.rising.raise(chatId, userId, { lastReadSeq });
    else this.rising.noteRead(chatId, userId, former);
    return { state: await this.#state(chat, member), hasRisen };
  }

  async #headOf(actor: Actor, chatId: ChatId): Promise<number> {
    const { items } = await this.log.heads(actor, { chatIds: [chatId] });
    return items[0]?.headSeq ?? 0;
  }

  /** Up to the log. */
  async #view(chatId: ChatId, userId: UserId): Promise<View> {
    const chat = await this.projector.current(chatId);
    const member = await this.memberships.find(chatId, userId);
    if (!chat || !member?.isMember) throw problem('not_member', { chatId });
    return { chat, member };
  }

  async #state(chat: ChatRecord, member: Membership): Promise<ReadState> {
    const [state] = await this.states.of([{ chat, member }]);
    return state!;
  }
}

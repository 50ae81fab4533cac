import { problem, type Actor, type ChatId, type ReadState } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { ChatRecord, Membership } from './chat.js';
import { ChatProjector } from './chat-projector.js';
import { MembershipsRepository } from './memberships.repository.js';
import { ReadMarks } from './read-marks.js';
import { ReadStates } from './read-states.js';
import { ReceiptsPolicy } from './receipts-policy.js';

export interface Raised {
  readonly state: ReadState;
  /** False when the mark was there or beyond already. */
  readonly hasRisen: boolean;
}

/** Raises somebody's marks, and says what is left. */
@Injectable()
export class MyMarks {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly marks: ReadMarks,
    private readonly states: ReadStates,
    private readonly policy: ReceiptsPolicy,
    private readonly projector: ChatProjector,
  ) {}

  async read(actor: Actor, chatId: ChatId, lastReadSeq: number): Promise<Raised> {
    const { chat, member } = await this.#view(actor, chatId);
    const hasRisen = lastReadSeq > this.marks.overlay(member).lastReadSeq;
    if (hasRisen) await this.#raise(member, { lastReadSeq });
    return { state: await this.#state(chat, member), hasRisen };
  }

  async delivered(actor: Actor, chatId: ChatId, lastDeliveredSeq: number): Promise<Raised> {
    const { chat, member } = await this.#view(actor, chatId);
    const hasRisen = lastDeliveredSeq > this.marks.overlay(member).lastDeliveredSeq;
    if (hasRisen) await this.#raise(member, { lastDeliveredSeq });
    return { state: await this.#state(chat, member), hasRisen };
  }

  async #view(actor: Actor, chatId: ChatId): Promise<{ chat: ChatRecord; member: Membership }> {
    const chat = await this.projector.current(chatId);
    const member = await this.memberships.find(chatId, actor.userId);
    if (!chat || !member?.isMember) throw problem('not_member', { chatId });
    return { chat, member };
  }

  async #raise(
    member: Membership,
    mark: { readonly lastReadSeq?: number; readonly lastDeliveredSeq?: number },
  ): Promise<void> {
    const { chatId, userId, settings } = member;
    const sharesByDefault = await this.policy.sharesByDefault(userId);
    const isTold = await this.policy.shares(userId, settings);
    this.marks.raise({ chatId, userId, ...mark, sharesByDefault, isTold });
  }

  async #state(chat: ChatRecord, member: Membership): Promise<ReadState> {
    const [state] = await this.states.of([{ chat, member }]);
    return state!;
  }
}

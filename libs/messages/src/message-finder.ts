import {
  AccessApi,
  mayInWorkspace,
  problem,
  UsersApi,
  type Access,
  type Actor,
  type MessageId,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { Slot } from './log/slot.js';
import { SlotsRepository } from './log/slots.repository.js';

/** A message, and what the actor is in its chat. */
export interface Found {
  readonly slot: Slot;
  readonly access: Access;
}

/** Finds single messages for people: the access check of everything that names a message. */
@Injectable()
export class MessageFinder {
  constructor(
    private readonly access: AccessApi,
    private readonly slots: SlotsRepository,
    private readonly users: UsersApi,
  ) {}

  /** Throws `not_found`, also for what was said before the actor's time, and `not_member`. */
  async find(actor: Actor, messageId: MessageId): Promise<Found> {
    const slot = await this.slots.find(messageId);
    if (!slot) throw problem('not_found');
    const access = await this.access.of(actor, { chatId: slot.chatId });
    if (slot.seq < access.visibleFromSeq) throw problem('not_found');
    return { slot, access };
  }

  /**
   * Somebody with the role they have in the workspace now: their token says for minutes what they
   * were. Only who would be a moderator by it is looked up.
   */
  async asOfNow(actor: Actor): Promise<Actor> {
    if (!mayInWorkspace('moderateMessages', actor.role)) return actor;
    const { role } = await this.users.profile(actor, { userId: actor.userId });
    return { ...actor, role };
  }
}

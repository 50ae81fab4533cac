import { hiddenCopy } from '@app/chat-state';
import {
  may,
  mayInWorkspace,
  problem,
  ReadsApi,
  type Access,
  type Actor,
  type DeleteMessage,
  type Message,
} from '@app/contracts';
import { AuditOutbox, type Deed } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import { HiddenMessagesRepository } from './hidden-messages.repository.js';
import { erasure, type Slot, type SlotPatch } from './log/slot.js';
import { MessageFinder, type Found } from './message-finder.js';
import { mustDelete } from './message-rules.js';
import { MessageWindows } from './message-windows.js';
import { toMessage } from './message.js';

/** Messages that somebody takes away: from themselves, or from everyone. */
@Injectable()
export class MessageDeletions {
  constructor(
    private readonly finder: MessageFinder,
    private readonly log: ChatLog,
    private readonly hidden: HiddenMessagesRepository,
    private readonly reads: ReadsApi,
    private readonly outbox: AuditOutbox,
    private readonly windows: MessageWindows,
  ) {}

  /** Throws `not_found`, `not_member`, `forbidden`, `delete_window_closed`. */
  async remove(actor: Actor, { messageId, scope }: DeleteMessage): Promise<Message> {
    const found = await this.finder.find(actor, messageId);
    return scope === 'me' ? this.#hide(actor, found) : this.#erase(actor, found);
  }

  async #erase(by: Actor, { slot, access }: Found): Promise<Message> {
    const actor = await this.finder.asOfNow(by);
    const erase = () =>
      this.log.change(slot, (current): SlotPatch | undefined => {
        if (current.deletedAt) return undefined;
        const now = this.windows.now();
        mustDelete(current, this.windows.delete, { actor, access, now });
        return erasure(actor.userId, now);
      });
    const isTold = !slot.deletedAt && isByWorkspace(slot, actor, access);
    const erased = await (isTold ? this.outbox.during(deedOf(slot, actor), erase) : erase());
    return toMessage(erased);
  }

  /** Empty for them first, then told: whoever has heard of it finds it so. */
  async #hide(actor: Actor, { slot }: { readonly slot: Slot }): Promise<Message> {
    if (slot.kind === 'system') throw problem('forbidden');
    const { chatId, seq } = slot;
    await this.hidden.hide(actor.userId, chatId, seq);
    await this.reads.hide(actor, { chatId, seq });
    return hiddenCopy(toMessage(slot));
  }
}

/** Whether somebody may by what they are in the workspace, and by nothing else. */
function isByWorkspace({ senderId }: Slot, { userId, role }: Actor, access: Access): boolean {
  const mayInChat = senderId === userId || may('deleteOthers', access.kind, access.role);
  return !mayInChat && mayInWorkspace('moderateMessages', role);
}

/** For the audit log; never what was said. */
function deedOf({ id, chatId, senderId }: Slot, actor: Actor): Deed {
  const target = { kind: 'message', id } as const;
  return { action: 'message.deleted', actor, target, before: { chatId, senderId } };
}

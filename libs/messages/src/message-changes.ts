import { hiddenCopy } from '@app/chat-state';
import {
  problem,
  ReadsApi,
  type Actor,
  type DeleteMessage,
  type EditMessage,
  type Message,
} from '@app/contracts';
import { Clock, CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import { HiddenMessagesRepository } from './hidden-messages.repository.js';
import { erasure, type Slot, type SlotPatch } from './log/slot.js';
import { MessageFinder, type Found } from './message-finder.js';
import { mustDelete, mustEdit, mustEditNow, mustSaySomething } from './message-rules.js';
import { toMessage, versionOf } from './message.js';

/** Edits and deletions: what may become of a message after it was sent. */
@Injectable()
export class MessageChanges {
  constructor(
    private readonly finder: MessageFinder,
    private readonly log: ChatLog,
    private readonly hidden: HiddenMessagesRepository,
    private readonly reads: ReadsApi,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'editWindow'>,
  ) {}

  /**
   * The text that it has already is success, also with an old `ifVersion`: so looks the repetition
   * of an edit whose answer was lost. Throws `not_found`, `not_member`, `forbidden`,
   * `gone`, `validation_failed`, `precondition_failed`, `edit_window_closed`.
   */
  async edit(actor: Actor, { messageId, text, ifVersion }: EditMessage): Promise<Message> {
    const { slot, access } = await this.finder.find(actor, messageId);
    const edited = await this.log.change(slot, (current) => {
      mustEdit(current, { actor, access });
      if (current.text === text) return undefined;
      mustSaySomething(current, text);
      const version = versionOf(current);
      if (ifVersion !== undefined && ifVersion !== version) {
        throw problem('precondition_failed', { version });
      }
      const now = this.clock.now();
      mustEditNow(current, this.config.editWindow, now);
      const former = { rev: current.revs.at(-1)!, text: current.text, at: now };
      return { text, editedAt: now, former };
    });
    return toMessage(edited);
  }

  /** Throws `not_found`, `not_member`, `forbidden`, `delete_window_closed`. */
  async remove(actor: Actor, { messageId, scope }: DeleteMessage): Promise<Message> {
    const found = await this.finder.find(actor, messageId);
    return scope === 'me' ? this.#hide(actor, found) : this.#erase(actor, found);
  }

  async #erase(by: Actor, { slot, access }: Found): Promise<Message> {
    const actor = await this.finder.asOfNow(by);
    const erased = await this.log.change(slot, (current): SlotPatch | undefined => {
      if (current.deletedAt) return undefined;
      const now = this.clock.now();
      mustDelete(current, { actor, access, now });
      return erasure(actor.userId, now);
    });
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

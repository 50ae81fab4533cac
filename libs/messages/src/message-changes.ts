import {
  problem,
  type Actor,
  type DeleteMessage,
  type EditMessage,
  type Message,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import { MessageDeletions } from './message-deletions.js';
import { MessageFinder } from './message-finder.js';
import { mustEdit, mustEditNow, mustSaySomething } from './message-rules.js';
import { MessageWindows } from './message-windows.js';
import { toMessage, versionOf } from './message.js';

/** Edits and deletions: what may become of a message after it was sent. */
@Injectable()
export class MessageChanges {
  constructor(
    private readonly finder: MessageFinder,
    private readonly log: ChatLog,
    private readonly deletions: MessageDeletions,
    private readonly windows: MessageWindows,
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
      const now = this.windows.now();
      mustEditNow(current, this.windows.edit, now);
      const former = { rev: current.revs.at(-1)!, text: current.text, at: now };
      return { text, editedAt: now, former };
    });
    return toMessage(edited);
  }

  /** Throws `not_found`, `not_member`, `forbidden`, `delete_window_closed`. */
  remove(actor: Actor, deletion: DeleteMessage): Promise<Message> {
    return this.deletions.remove(actor, deletion);
  }
}

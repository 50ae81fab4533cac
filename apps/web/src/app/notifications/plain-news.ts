import { inject, Injectable } from '@angular/core';
import { isMentioned, verdictOn } from '@app/chat-state';
import type { Message, NotificationSettings } from '@app/contracts';
import { ChatClient } from '../data-access/chat-client';

/** Of many that come together one makes a sound. */
const PAUSE_MS = 2000;

/**
 * Messages that are not in the list of what was meant for me: whether this window alerts of one
 * says the rule that the server pushes by.
 */
@Injectable({ providedIn: 'root' })
export class PlainNews {
  private readonly client = inject(ChatClient);
  private lastSoundMs = -Infinity;

  isAlert(message: Message, person: NotificationSettings): boolean {
    const { chatId, senderId, seq, kind, text, deletedAt } = message;
    const { info, marks } = this.client.state().chats.get(chatId) ?? {};
    const { id, username } = this.client.me;
    const isSaid = kind !== 'system' && kind !== 'call' && deletedAt === undefined;
    // What names me comes as an entry of the list, with an alert of its own.
    const isPlain = isSaid && !isMentioned(text, username);
    if (!info || !marks || !isPlain || person.plainAlerts === false) return false;
    return verdictOn({
      cause: 'message',
      chat: info.type,
      settings: info.settings,
      person,
      isOwn: senderId === id,
      isRead: marks.lastReadSeq >= seq,
      isDnd: this.client.state().people.get(id)?.status === 'dnd',
      // Who looks at it is asked when it is due.
      isInChat: false,
      isActive: true,
      now: Date.now(),
    }).alert;
  }

  /** False: there was one a moment ago. */
  takeSound(): boolean {
    const now = performance.now();
    if (now - this.lastSoundMs < PAUSE_MS) return false;
    this.lastSoundMs = now;
    return true;
  }
}

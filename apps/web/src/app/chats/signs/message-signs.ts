import { inject, Injectable } from '@angular/core';
import { plainEmoji, type Message } from '@app/contracts';
import { Popovers, Toasts } from '@app/web-ui';
import { ChatSync } from '../../data-access/chat-sync';
import { ReactionWishes } from '../../data-access/reaction-wishes';
import { problemWords } from '../../problem-words';
import { signsTexts } from './signs-texts';

/** What a person says to messages without words: reactions and pins. */
@Injectable({ providedIn: 'root' })
export class MessageSigns {
  private readonly wishes = inject(ReactionWishes);
  private readonly sync = inject(ChatSync);
  private readonly popovers = inject(Popovers);
  private readonly toasts = inject(Toasts);

  /** Asks for an emoji beside the button that was pressed. */
  async choose(message: Message, anchor: HTMLElement): Promise<void> {
    const load = async () => (await import('../writing/emoji-card')).EmojiCard;
    const request = { anchor, label: signsTexts.react };
    const emoji = await this.popovers.open<string>(load, request);
    if (emoji) await this.react(message, plainEmoji(emoji), true);
  }

  async react(message: Message, emoji: string, isOn: boolean): Promise<void> {
    await this.saying(this.wishes.wish(message, emoji, isOn));
  }

  async pin({ id }: Message, isPinned: boolean): Promise<void> {
    const pinning = this.sync.archive.pin(id, isPinned);
    await this.saying(pinning.then((message) => this.sync.hear('message_edited', message)));
  }

  /** Their rows have no place for words, so a toast has them. */
  private async saying(deed: Promise<void>): Promise<void> {
    try {
      await deed;
    } catch (error) {
      // Refused, or no connection.
      this.toasts.warn(problemWords(error));
    }
  }
}

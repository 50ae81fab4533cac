import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Popovers, Toasts } from '@app/web-ui';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { problemWords } from '../../problem-words';
import { chatTexts } from '../chat-texts';
import { MessageDeeds } from './message-deeds';

/** Asks for a day, and goes to the first message of it. One per conversation page. */
@Injectable()
export class DayJump {
  private readonly store = inject(OpenChatStore);
  private readonly deeds = inject(MessageDeeds);
  private readonly popovers = inject(Popovers);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  /** `day`: the one that is asked from. */
  async ask(anchor: HTMLElement, day: string): Promise<void> {
    const load = async () => (await import('../message-dialogs/day-popover')).DayPopover;
    const request = { anchor, label: chatTexts.toDay, data: new Date(day) };
    const chosen = await this.popovers.open<Date>(load, request);
    if (chosen) await this.goTo(chosen);
  }

  private async goTo(day: Date): Promise<void> {
    const chatId = this.store.chatId();
    if (!chatId) return;
    try {
      const seq = await this.store.findDay(chatId, day);
      // The search takes some questions: who has gone on meanwhile is not called back.
      if (this.store.chatId() !== chatId) return;
      await this.router.navigate(['/c', chatId, seq]);
      // The address may have been the same: then nothing else would move.
      this.deeds.reveal(seq);
    } catch (error) {
      // Refused, or no connection; the day line has no place for words.
      this.toasts.warn(problemWords(error));
    }
  }
}

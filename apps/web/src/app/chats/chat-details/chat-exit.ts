import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Dialogs } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { ChatStore } from '../../data-access/chat-store';
import type { ChatRow } from '../../data-access/chat-views';
import { titleOf } from '../chat-list/last-line';
import type { Question } from '../message-dialogs/confirm-dialog';
import { isMeant } from '../message-dialogs/is-meant';
import { detailsTexts } from './details-texts';

/** How a chat goes from the list: left, hidden as a direct one is, or deleted for everybody. */
export type Exit = 'leave' | 'hide' | 'delete';

/** Takes a chat out of the list, from wherever that was asked for. */
@Injectable({ providedIn: 'root' })
export class ChatExit {
  private readonly store = inject(ChatStore);
  private readonly actions = inject(ChatActions);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);

  /**
   * Asks whether it is meant, does it, and goes back to the list where the chat is still open.
   * Rejects as `ChatActions` does, and where the question did not load.
   */
  async take(exit: Exit, chat: Pick<ChatRow, 'id' | 'isSelf' | 'title'>): Promise<void> {
    if (!(await isMeant(this.dialogs, questionOf(exit, titleOf(chat))))) return;
    await (exit === 'leave' ? this.actions.leave(chat.id) : this.actions.deleteChat(chat.id));
    if (this.store.chatId() !== chat.id) return;
    await this.router.navigateByUrl('/');
    // The page of the chat is gone, and the focus with it.
    document.querySelector<HTMLElement>('main h1')?.focus();
  }
}

function questionOf(exit: Exit, title: string): Question {
  const texts = detailsTexts;
  const questions: Readonly<Record<Exit, Question>> = {
    leave: { title: texts.leaveTitle(title), text: texts.leaveText, action: texts.leaveAction },
    hide: { title: texts.hideTitle, text: texts.hideText, action: texts.hideAction },
    delete: {
      title: texts.deleteTitle(title),
      text: texts.deleteText,
      action: texts.deleteAction,
    },
  };
  return questions[exit];
}

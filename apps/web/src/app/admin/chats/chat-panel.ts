import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { AdminChat, User } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Dialog, DIALOG, Dialogs, KeepFocus, Toasts, type DialogHandle } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { askAbout } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { Names } from '../frame/names';
import { adminChatTexts } from './admin-chat-texts';
import { AdminChats } from './admin-chats';
import { ChatDeeds } from './chat-deeds';
import type { ChatPanelData } from './chat-panel-data';
import { chatDeeds, isToBeDone, stateOf, type ChatDeed } from './chat-reach';

/** One group or channel: what it is, whose it is, and what can be done about it. */
@Component({
  selector: 'app-chat-panel',
  imports: [Button, Dialog, KeepFocus],
  templateUrl: './chat-panel.html',
  styleUrl: '../people/account-panel.css',
  styles: '.all { display: grid; gap: var(--s-4); }',
})
export class ChatPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, ChatPanelData>;
  private readonly chats = inject(AdminChats);
  private readonly deeds = inject(ChatDeeds);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly names = inject(Names);
  private readonly moments = inject(Moments);

  protected readonly texts = adminChatTexts;
  protected readonly chat = signal(this.handle.data.chat);
  protected readonly possible = computed(() =>
    chatDeeds.filter((deed) => isToBeDone(deed, this.chat())),
  );
  protected readonly facts = computed(() => this.factsOf(this.chat()));
  private readonly attempts = new Attempts(wordsOf);
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  constructor() {
    // The list does not say whose it is.
    void this.attempts.run(async () => this.show(await this.chats.get(this.chat().id)));
  }

  protected async run(deed: ChatDeed): Promise<void> {
    await this.attempts.run(async () => {
      const outcome = await this.deeds.run(deed, [this.chat()]);
      for (const chat of outcome?.done ?? []) await this.show(chat);
      this.problem.set(outcome?.problem ?? '');
    });
  }

  protected async handOver(): Promise<void> {
    await this.attempts.run(async () => {
      const heir = await this.dialogs.open<User>(
        async () => (await import('./hand-over-dialog')).HandOverDialog,
        { data: this.chat() },
      );
      if (heir) await this.handOverTo(heir);
    });
  }

  /** Who sees this reads the audit log, too. */
  protected showLog(): void {
    this.handle.close();
    const queryParams = { target: this.chat().id };
    void this.router.navigate(['/admin', 'audit'], { queryParams });
  }

  private async handOverTo(heir: User): Promise<void> {
    const { id, name } = this.chat();
    const { question, text, done, name: action } = adminChatTexts.handOver;
    const title = question(name, heir.name);
    const meant = await askAbout(this.dialogs, { title, text, action });
    if (!meant) return;
    await this.show(await this.chats.change(id, { ownerId: heir.id, ...meant }));
    this.toasts.say(done(name, heir.name));
  }

  private async show(chat: AdminChat): Promise<void> {
    if (chat.ownerId) await this.names.meet([chat.ownerId]);
    this.chat.set(chat);
    this.handle.data.changed(chat);
  }

  private factsOf(chat: AdminChat): readonly (readonly [string, string])[] {
    const { type, visibility, ownerId, memberCount, messageCount, deletedAt } = chat;
    return [
      [this.texts.kind, this.texts.kinds[type]],
      [this.texts.state, this.texts.states[stateOf(chat)]],
      [this.texts.found, this.texts.finders[visibility]],
      ...(ownerId ? [[this.texts.owner, this.names.nameOf(ownerId)] as const] : []),
      [this.texts.members, String(memberCount)],
      [this.texts.messages, String(messageCount)],
      [this.texts.created, this.moments.time(chat.createdAt)],
      [this.texts.lastMessage, this.moments.time(chat.updatedAt)],
      ...(deletedAt ? [[this.texts.deleted, this.moments.time(deletedAt)] as const] : []),
    ];
  }
}

function wordsOf(error: unknown): string {
  const isNoHeir = error instanceof RequestProblem && error.params['field'] === 'ownerId';
  return isNoHeir ? adminChatTexts.handOver.refused : problemWords(error);
}

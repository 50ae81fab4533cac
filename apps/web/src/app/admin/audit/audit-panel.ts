import { Component, inject, signal } from '@angular/core';
import type { ChatId } from '@app/contracts';
import { isLineProblem } from '@app/web-session';
import { Button, Dialog, DIALOG, type DialogHandle } from '@app/web-ui';
import { AdminChats } from '../chats/admin-chats';
import { Moments } from '../frame/moments';
import { ANONYMOUS } from './audit-log';
import type { AuditPanelData } from './audit-panel-data';
import { auditTexts } from './audit-texts';
import { AuditWords } from './audit-words';
import { changesOf } from './changes-of';

/** One entry, with all that it says, and the ways to those that are like it. */
@Component({
  selector: 'app-audit-panel',
  imports: [Button, Dialog],
  templateUrl: './audit-panel.html',
  styleUrl: './audit-panel.css',
})
export class AuditPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, AuditPanelData>;
  private readonly chats = inject(AdminChats);
  protected readonly words = inject(AuditWords);
  protected readonly moments = inject(Moments);
  protected readonly texts = auditTexts;
  protected readonly entry = this.handle.data.entry;
  protected readonly changes = changesOf(this.entry);
  protected readonly isKnown = this.entry.actor.id !== ANONYMOUS;
  /** Of the chat that it was done to, once it is known. */
  protected readonly chatName = signal<string | undefined>(undefined);

  constructor() {
    const { target } = this.entry;
    if (target?.kind === 'chat') void this.name(target.id as ChatId);
  }

  protected showActor(): void {
    this.handle.data.ask({ actor: this.entry.actor.id, target: '' });
    this.handle.close();
  }

  protected showTarget(): void {
    this.handle.data.ask({ target: this.entry.target?.id ?? '', actor: '' });
    this.handle.close();
  }

  private async name(id: ChatId): Promise<void> {
    try {
      this.chatName.set((await this.chats.get(id)).name);
    } catch (error) {
      // It is no chat of this workspace, or there is no connection: its id says as much.
      if (!isLineProblem(error)) throw error;
    }
  }
}

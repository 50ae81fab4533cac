import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { Dialogs } from '@app/web-ui';

/** What the dialog begins with. */
export type NewChatKind = 'direct' | 'group' | 'channel' | 'browse';

/** Asks with whom to talk, and goes there. */
@Injectable({ providedIn: 'root' })
export class ChatStarter {
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);

  async ask(kind: NewChatKind = 'direct'): Promise<void> {
    const load = async () => (await import('./new-chat-dialog')).NewChatDialog;
    const chatId = await this.dialogs.open<ChatId>(load, { data: kind });
    if (chatId) await this.router.navigate(['/c', chatId]);
  }
}

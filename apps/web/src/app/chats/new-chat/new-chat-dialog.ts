import { Component, inject, signal } from '@angular/core';
import type { ChatId, User } from '@app/contracts';
import { Session } from '@app/web-session';
import { Avatar, Dialog, DIALOG, ListRow, Segments, type DialogHandle } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { problemWords } from '../../problem-words';
import { PeoplePicker } from '../people/people-picker';
import { peopleTexts } from '../people/people-texts';
import { ChannelBrowser } from './channel-browser';
import { ChannelForm } from './channel-form';
import type { NewChatKind } from './chat-starter';
import { GroupForm } from './group-form';

/** Starts a conversation of any kind. Closes with the chat to open. */
@Component({
  selector: 'app-new-chat-dialog',
  imports: [
    Avatar,
    ChannelBrowser,
    ChannelForm,
    Dialog,
    GroupForm,
    ListRow,
    PeoplePicker,
    Segments,
  ],
  templateUrl: './new-chat-dialog.html',
  styleUrl: './new-chat.css',
})
export class NewChatDialog {
  private readonly actions = inject(ChatActions);
  protected readonly me = inject(Session).user;
  protected readonly handle = inject(DIALOG) as DialogHandle<ChatId, NewChatKind>;
  protected readonly texts = peopleTexts;
  protected readonly kind = signal<string>(this.handle.data);
  protected readonly kinds = (['direct', 'group', 'channel', 'browse'] as const).map((id) => ({
    id,
    label: peopleTexts.kinds[id],
  }));
  protected readonly problem = signal('');

  protected async startDirect({ id }: Pick<User, 'id'>): Promise<void> {
    await this.finish(() => this.actions.createDirect(id));
  }

  protected async finish(create: () => Promise<ChatId>): Promise<void> {
    this.problem.set('');
    try {
      this.handle.close(await create());
    } catch (error) {
      // Refused (blocked), or no connection: the dialog stays, with the words.
      this.problem.set(problemWords(error));
    }
  }
}

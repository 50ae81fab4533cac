import { Component, inject, signal } from '@angular/core';
import type { ChatPatch } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Dialog, DIALOG, Field, Switch } from '@app/web-ui';
import { AvatarPicker } from '../../avatars/avatar-picker';
import { ChatActions } from '../../data-access/chat-actions';
import type { OpenChat } from '../../data-access/chat-views';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { problemWords } from '../../problem-words';
import { isSlug } from '../new-chat/channel-slug';
import { peopleTexts } from '../people/people-texts';
import { ChatAvatar } from './chat-avatar';

/** Picture and name of the open chat, and, of a channel, its address; who may find it and write. */
@Component({
  selector: 'app-edit-chat-dialog',
  imports: [AvatarPicker, Button, Dialog, Field, Switch],
  templateUrl: './edit-chat-dialog.html',
  styles: `
    app-avatar-picker {
      padding-block-end: var(--s-4);
    }
    form {
      display: grid;
      gap: var(--s-4);
    }
    .problem {
      color: var(--danger);
      font-size: var(--fs-13);
    }
  `,
})
export class EditChatDialog {
  private readonly store = inject(OpenChatStore);
  private readonly actions = inject(ChatActions);
  private readonly avatar = inject(ChatAvatar);
  /** As it was when the dialog was opened. */
  private readonly chat = this.store.chat();
  /** As it is: its picture is saved at once. */
  protected readonly current = this.store.chat;
  protected readonly handle = inject(DIALOG);
  protected readonly texts = peopleTexts;
  protected readonly isChannel = this.chat?.type === 'channel';
  protected readonly name = signal(this.chat?.name ?? '');
  protected readonly slug = signal(this.chat?.slug ?? '');
  protected readonly topic = signal(this.chat?.topic ?? '');
  protected readonly isPrivate = signal(this.chat?.visibility === 'private');
  protected readonly isForAdmins = signal(this.chat?.postPolicy === 'admins');
  protected readonly nameProblem = signal('');
  protected readonly slugProblem = signal('');
  protected readonly problem = signal('');

  protected readonly changeAvatar = async (picture: Blob | null): Promise<void> => {
    if (this.chat) await this.avatar.change(this.chat.id, picture);
  };

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { chat } = this;
    const isSlugBad = this.isChannel && !isSlug(this.slug().trim());
    this.nameProblem.set(this.name().trim() === '' ? peopleTexts.nameMissing : '');
    this.slugProblem.set(isSlugBad ? peopleTexts.slugInvalid : '');
    this.problem.set('');
    if (!chat || this.nameProblem() || this.slugProblem()) return;
    const patch = this.patchOf(chat);
    try {
      if (Object.keys(patch).length > 0) await this.actions.update(chat.id, patch);
      this.handle.close();
    } catch (error) {
      // Refused, or no connection: what was filled in stays.
      this.explain(error);
    }
  }

  /** Only what is another now: each change is a message of its own. */
  private patchOf(chat: OpenChat): ChatPatch {
    const [name, topic, slug] = [this.name().trim(), this.topic().trim(), this.slug().trim()];
    const visibility = this.isPrivate() ? 'private' : 'public';
    const postPolicy = this.isForAdmins() ? 'admins' : 'everyone';
    return {
      ...(name !== chat.name && { name }),
      ...(topic !== chat.topic && { topic }),
      ...(this.isChannel && slug !== chat.slug && { slug }),
      ...(this.isChannel && visibility !== chat.visibility && { visibility }),
      ...(postPolicy !== chat.postPolicy && { postPolicy }),
    };
  }

  private explain(error: unknown): void {
    const isTaken = error instanceof RequestProblem && error.code === 'conflict';
    if (isTaken) this.slugProblem.set(peopleTexts.slugTaken);
    else this.problem.set(problemWords(error));
  }
}

import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  viewChild,
  type WritableSignal,
} from '@angular/core';
import type { ChatId, Invite } from '@app/contracts';
import { Button, Dialogs, Icon, Toasts } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { problemWords } from '../../problem-words';
import { detailsTexts } from './details-texts';
import { linkOf } from './invite-wishes';

/** Makes a link that brings people in, and copies it. */
@Component({
  selector: 'app-invite-link',
  imports: [Button, Icon],
  template: `
    <p>{{ texts.inviteHint }}</p>
    @if (link()) {
      <div class="link">
        <input
          #field
          readonly
          [attr.aria-label]="texts.link"
          [value]="link()"
          (focus)="field.select()"
        />
        <button uiButton kind="quiet" type="button" (click)="copy()">{{ texts.copyLink }}</button>
      </div>
    } @else {
      <button uiButton kind="quiet" type="button" class="wide" [isBusy]="isBusy()" (click)="make()">
        <ui-icon name="link" />{{ texts.makeLink }}
      </button>
    }
    @if (problem()) {
      <p class="problem" role="alert">{{ problem() }}</p>
    }
    <button uiButton kind="text" type="button" aria-haspopup="dialog" (click)="manage()">
      {{ texts.manageInvites }}
    </button>
  `,
  styleUrl: './invite-link.css',
})
export class InviteLink {
  readonly chatId = input.required<ChatId>();

  private readonly actions = inject(ChatActions);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly dialogs = inject(Dialogs);
  protected readonly texts = detailsTexts;
  protected readonly problem = this.ofThisChat('');
  protected readonly isBusy = this.ofThisChat(false);
  private readonly invite = this.ofThisChat<Invite | null>(null);
  protected readonly link = computed(() => {
    const invite = this.invite();
    return invite ? linkOf(invite.code) : '';
  });

  protected async make(): Promise<void> {
    const chatId = this.chatId();
    const isStillHere = (): boolean => this.chatId() === chatId;
    this.problem.set('');
    this.isBusy.set(true);
    try {
      const invite = await this.actions.createInvite(chatId);
      // Another chat may have been opened: a link into this one has no business there.
      if (!isStillHere()) return;
      this.invite.set(invite);
      // The button that was pressed is gone: the focus goes to what it made.
      afterNextRender(() => this.field()?.nativeElement.focus(), { injector: this.injector });
      await this.copy();
    } catch (error) {
      // Refused, or no connection.
      if (isStillHere()) this.problem.set(problemWords(error));
    } finally {
      if (isStillHere()) this.isBusy.set(false);
    }
  }

  protected async manage(): Promise<void> {
    const load = async () => (await import('./invites-dialog')).InvitesDialog;
    await this.dialogs.open(load, { data: this.chatId() });
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.link());
      this.toasts.say(detailsTexts.copied);
    } catch {
      // NotAllowedError, or no clipboard on an insecure page: the field is there to copy by hand.
      this.problem.set(detailsTexts.notCopied);
    }
  }

  /** Begins anew with each chat. */
  private ofThisChat<T>(first: T): WritableSignal<T> {
    return linkedSignal({ source: this.chatId, computation: () => first });
  }
}

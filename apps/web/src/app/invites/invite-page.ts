import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InviteCode, InvitePreview } from '@app/contracts';
import { RequestProblem, Session } from '@app/web-session';
import { Avatar, Button } from '@app/web-ui';
import { Door } from '../account/door';
import { problemWords } from '../problem-words';
import { inviteTexts } from './invite-texts';
import { Invitations } from './invitations';

type Failure = 'gone' | 'unknown' | 'failed';

/** `/invite/:code`: what it leads to, and the way in. Who is signed out signs in and comes back. */
@Component({
  selector: 'app-invite-page',
  imports: [Avatar, Button, Door, RouterLink],
  templateUrl: './invite-page.html',
  styleUrl: './invite-page.css',
})
export class InvitePage {
  /** From the address. */
  readonly code = input.required<string>();

  private readonly session = inject(Session);
  private readonly invitations = inject(Invitations);
  private readonly router = inject(Router);

  protected readonly texts = inviteTexts;
  protected readonly preview = signal<InvitePreview | null>(null);
  protected readonly failure = signal<Failure | null>(null);
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  protected readonly isSignedIn = this.session.isSignedIn;
  protected readonly next = computed(() => ({ next: `/invite/${this.code()}` }));
  protected readonly title = computed(() => {
    const titles = { gone: inviteTexts.goneTitle, unknown: inviteTexts.unknownTitle };
    const failure = this.failure();
    if (failure === null) return inviteTexts.title;
    return failure === 'failed' ? inviteTexts.failedTitle : titles[failure];
  });
  protected readonly subtitle = computed(() => {
    const [failure, preview] = [this.failure(), this.preview()];
    if (failure === 'gone') return inviteTexts.goneHint;
    if (failure === 'unknown') return inviteTexts.unknownHint;
    if (failure === 'failed') return this.problem();
    return preview ? inviteTexts.by(preview.inviterName, preview.chatName) : inviteTexts.loading;
  });

  constructor() {
    effect(() => {
      const code = this.code();
      untracked(() => void this.load(code));
    });
  }

  protected async load(code: string): Promise<void> {
    this.failure.set(null);
    this.preview.set(null);
    try {
      // The session first: the page then offers the right way in from the start.
      await this.session.start();
      const preview = await this.invitations.preview(code as InviteCode);
      if (code === this.code()) this.preview.set(preview);
    } catch (error) {
      // `gone`, `not_found`, or no connection: each has its words.
      if (code === this.code()) this.fail(error);
    }
  }

  protected async join(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const chatId = await this.invitations.accept(this.code() as InviteCode);
      await this.router.navigate(['/c', chatId], { replaceUrl: true });
    } catch (error) {
      // It may have ended since it was shown.
      this.fail(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private fail(error: unknown): void {
    const code = error instanceof RequestProblem ? error.code : null;
    this.failure.set(code === 'gone' ? 'gone' : code === 'not_found' ? 'unknown' : 'failed');
    this.problem.set(problemWords(error));
  }
}

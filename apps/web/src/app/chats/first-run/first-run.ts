import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RequestProblem, Session } from '@app/web-session';
import { Button, Icon } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { ChatStore } from '../../data-access/chat-store';
import { InstallOffer } from '../../installation/install-offer';
import { problemWords } from '../../problem-words';
import { Workspace } from '../../workspace/workspace';
import { firstName, titleOf } from '../chat-list/last-line';
import { ChatStarter } from '../new-chat/chat-starter';
import { FirstRunMark } from './first-run-mark';
import { firstRunTexts } from './first-run-texts';

/** What somebody who has just come may do first; gone for good once they have had enough. */
@Component({
  selector: 'app-first-run',
  imports: [Button, Icon, RouterLink],
  templateUrl: './first-run.html',
  styleUrl: './first-run.css',
  host: { role: 'region', 'aria-labelledby': 'first-run-title' },
})
export class FirstRun {
  private readonly store = inject(ChatStore);
  private readonly actions = inject(ChatActions);
  private readonly user = inject(Session).user;
  private readonly workspace = inject(Workspace).config;
  protected readonly mark = inject(FirstRunMark);
  protected readonly offer = inject(InstallOffer);
  protected readonly starter = inject(ChatStarter);
  protected readonly texts = firstRunTexts;
  protected readonly titleOf = titleOf;

  protected readonly title = computed(() =>
    firstRunTexts.title(this.workspace().name, firstName(this.user()?.name ?? '')),
  );
  protected readonly notes = computed(() => this.store.chats().find(({ isSelf }) => isSelf));
  /** The one that everybody is in from the start; it may have another name by now. */
  protected readonly channel = computed(() =>
    this.store.chats().find(({ slug }) => slug === 'general'),
  );
  protected readonly invited = signal('');

  /** One click: a link is made and copied. */
  protected async invite(): Promise<void> {
    try {
      const link = await this.link();
      this.invited.set(
        (await isCopied(link)) ? firstRunTexts.inviteDone : firstRunTexts.inviteByHand(link),
      );
    } catch (error) {
      // No connection: said in its place.
      this.invited.set(problemWords(error));
    }
  }

  /** Who may not invite into the channel still may tell where the workspace is. */
  private async link(): Promise<string> {
    const channel = this.channel();
    if (!channel) return location.origin;
    try {
      return `${location.origin}/invite/${(await this.actions.createInvite(channel.id)).code}`;
    } catch (error) {
      // `forbidden`: only its admins invite by link.
      if (error instanceof RequestProblem && error.status === 403) return location.origin;
      throw error;
    }
  }
}

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // NotAllowedError, or no clipboard on an insecure page.
    return false;
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import type { ChatId, Invite } from '@app/contracts';
import {
  Button,
  Dialog,
  DIALOG,
  Dialogs,
  IconButton,
  KeepFocus,
  ListRow,
  Select,
  Skeleton,
  TIME_LOCALE,
  Toasts,
  type DialogHandle,
} from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { problemWords } from '../../problem-words';
import { isMeant } from '../message-dialogs/is-meant';
import { PeopleNames } from '../people-names';
import { detailsTexts } from './details-texts';
import { inviteWish, lifetimes, linkOf, useLimits, type Lifetime } from './invite-wishes';

const texts = detailsTexts.invites;

/** The links into a chat that still work: who made them, how far they are used up, their end. */
@Component({
  selector: 'app-invites-dialog',
  imports: [Button, Dialog, IconButton, KeepFocus, ListRow, Select, Skeleton],
  templateUrl: './invites-dialog.html',
  styleUrl: './invites-dialog.css',
})
export class InvitesDialog {
  protected readonly handle = inject(DIALOG) as DialogHandle<never, ChatId>;
  private readonly actions = inject(ChatActions);
  private readonly names = inject(PeopleNames);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly times = new Intl.DateTimeFormat(inject(TIME_LOCALE)(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });

  protected readonly texts = texts;
  protected readonly lifetime = signal<string>('week');
  protected readonly lifetimes = (Object.keys(lifetimes) as Lifetime[]).map((value) => ({
    value,
    label: texts.lifetimes[value],
  }));
  protected readonly useLimit = signal('0');
  protected readonly useLimits = useLimits.map((count) => ({
    value: String(count),
    label: texts.useLimit(count),
  }));
  private readonly known = signal<readonly Invite[] | null>(null);
  protected readonly rows = computed(() =>
    this.known()?.map((invite) => ({ invite, line: this.lineOf(invite) })),
  );
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  constructor() {
    void this.attempt(() => Promise.resolve());
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const wish = inviteWish(this.lifetime() as Lifetime, Number(this.useLimit()));
    this.isBusy.set(true);
    await this.attempt(() => this.actions.createInvite(this.handle.data, wish));
    this.isBusy.set(false);
  }

  protected async copy({ code }: Invite): Promise<void> {
    this.problem.set('');
    try {
      await navigator.clipboard.writeText(linkOf(code));
      this.toasts.say(detailsTexts.copied);
    } catch {
      // NotAllowedError, or no clipboard on an insecure page: the link is there to copy by hand.
      this.problem.set(`${detailsTexts.notCopied} ${linkOf(code)}`);
    }
  }

  protected async revoke({ code }: Invite): Promise<void> {
    const { revokeTitle: title, revokeText: text, revoke: action } = texts;
    if (!(await isMeant(this.dialogs, { title, text, action }))) return;
    await this.attempt(() => this.actions.revokeInvite(this.handle.data, code));
  }

  /** Does it, and shows what holds now: another admin may have made or revoked some. */
  private async attempt(deed: () => Promise<unknown>): Promise<void> {
    this.problem.set('');
    try {
      await deed();
      const invites = await this.actions.invites(this.handle.data);
      this.known.set([...invites].sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1)));
    } catch (error) {
      // Refused, as one is no longer an admin, or no connection.
      this.problem.set(problemWords(error));
    }
  }

  private lineOf({ createdBy, uses, maxUses, expiresAt }: Invite): string {
    const line = [
      texts.by(this.names.of(createdBy)),
      maxUses === undefined ? texts.uses(uses) : texts.usesOf(uses, maxUses),
      texts.until(this.times.format(new Date(expiresAt))),
    ];
    return line.join(' · ');
  }
}

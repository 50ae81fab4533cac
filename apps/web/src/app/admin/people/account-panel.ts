import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Account, ResetLink, WorkspaceRole } from '@app/contracts';
import { Session } from '@app/web-session';
import {
  Avatar,
  Button,
  Dialog,
  DIALOG,
  Dialogs,
  Field,
  Icon,
  Select,
  type DialogHandle,
} from '@app/web-ui';
import { handleOf } from '../../chats/people/handle';
import { DeviceAges } from '../../settings/devices/device-ages';
import { adminTexts } from '../admin-texts';
import { askAbout } from '../frame/ask-about';
import { Attempts } from '../frame/attempts';
import { Moments } from '../frame/moments';
import { AccountDeeds } from './account-deeds';
import { bulkDeeds, isToBeDone, reachOf, type BulkDeed } from './account-reach';
import { AccountState } from './account-state';
import { Accounts } from './accounts';
import { isCopied } from './is-copied';
import type { PanelData } from './panel-data';

const { people: texts } = adminTexts;
/** A bot is made in another place. */
const roles = ['owner', 'admin', 'moderator', 'member', 'guest'] as const;

/** One account: who they are, and what can be done about them. */
@Component({
  selector: 'app-account-panel',
  imports: [AccountState, Avatar, Button, Dialog, Field, Icon, Select],
  templateUrl: './account-panel.html',
  styleUrl: './account-panel.css',
})
export class AccountPanel {
  private readonly handle = inject(DIALOG) as DialogHandle<void, PanelData>;
  private readonly accounts = inject(Accounts);
  private readonly deeds = inject(AccountDeeds);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly me = inject(Session).user;
  protected readonly moments = inject(Moments);
  protected readonly ages = inject(DeviceAges);

  protected readonly texts = adminTexts;
  protected readonly handleOf = handleOf;
  protected readonly account = signal(this.handle.data.account);
  protected readonly reach = computed(() => reachOf(this.me(), this.account()));
  protected readonly isMe = computed(() => this.me()?.id === this.account().id);
  protected readonly possible = computed(() =>
    bulkDeeds.filter((deed) => isToBeDone(deed, this.me(), this.account())),
  );
  /** Who is shut out becomes no owner: nobody could let them in any more. */
  protected readonly roles = computed(() =>
    roles
      .filter((role) => role !== 'owner' || !this.account().isDeactivated)
      .map((value) => ({ value, label: texts.roles[value] })),
  );
  protected readonly name = linkedSignal(() => this.account().name);
  protected readonly nameError = signal('');
  protected readonly isSaved = signal(false);
  protected readonly link = signal<ResetLink | null>(null);
  protected readonly isCopied = signal(false);
  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected async rename(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    this.isSaved.set(false);
    this.nameError.set(name === '' ? texts.nameMissing : '');
    if (name === '' || name === this.account().name) return;
    await this.attempts.run(async () => {
      this.show(await this.accounts.change(this.account().id, { name }));
      this.isSaved.set(true);
    });
  }

  protected async giveRole(chosen: string): Promise<void> {
    const role = chosen as WorkspaceRole;
    const { id, name } = this.account();
    await this.attempts.run(async () => {
      const meant = await askAbout(this.dialogs, {
        title: texts.roleTitle(name, texts.roles[role]),
        text: texts.roleMeans[role],
        action: texts.changeRole,
        isDanger: role === 'owner',
      });
      if (meant) this.show(await this.accounts.change(id, { role, ...meant }));
    });
  }

  protected async run(deed: BulkDeed): Promise<void> {
    await this.attempts.run(async () => {
      const outcome = await this.deeds.run(deed, [this.account()]);
      for (const account of outcome?.done ?? []) this.show(account);
      this.problem.set(outcome?.problem ?? '');
    });
  }

  protected async makeLink(): Promise<void> {
    const { id, name } = this.account();
    await this.attempts.run(async () => {
      const meant = await askAbout(this.dialogs, {
        title: texts.resetTitle(name),
        text: texts.resetText,
        action: texts.resetMake,
        isDanger: true,
      });
      if (!meant) return;
      this.link.set(await this.accounts.makeResetLink(id, meant));
      this.isCopied.set(false);
    });
  }

  protected async copy({ path }: ResetLink): Promise<void> {
    this.isCopied.set(await isCopied(path));
  }

  /** Who sees accounts reads the audit log, too. */
  protected showLog(queryParams: Readonly<Record<string, string>>): void {
    this.handle.close();
    void this.router.navigate(['/admin', 'audit'], { queryParams });
  }

  private show(account: Account): void {
    this.account.set(account);
    this.handle.data.changed(account);
  }
}

import { Component, inject, signal, viewChildren } from '@angular/core';
import { Session } from '@app/web-session';
import { Button, Dialogs, Field, Icon } from '@app/web-ui';
import { SignOut } from '../../chats/commands/sign-out';
import { isMeant } from '../../chats/message-dialogs/is-meant';
import { problemWords } from '../../problem-words';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';
import { MyAccount } from './my-account';
import { passwordErrors, passwordGaps, type PasswordErrors } from './password-errors';

const { account: texts } = settingsTexts;

/** The password, and the ways out. */
@Component({
  selector: 'app-account-section',
  imports: [Button, Field, Icon, SettingsSection],
  templateUrl: './account-section.html',
  styleUrl: '../settings-form.css',
})
export class AccountSection {
  private readonly account = inject(MyAccount);
  private readonly session = inject(Session);
  private readonly dialogs = inject(Dialogs);
  private readonly leaving = inject(SignOut);
  private readonly fields = viewChildren(Field);

  protected readonly texts = settingsTexts;
  protected readonly username = this.session.user()?.username ?? '';
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly errors = signal<PasswordErrors>({});
  protected readonly isBusy = signal(false);
  protected readonly isChanged = signal(false);
  protected readonly leaveProblem = signal('');

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isChanged.set(false);
    this.show(passwordGaps(this.current(), this.next()));
    if (Object.keys(this.errors()).length > 0) return;
    this.isBusy.set(true);
    try {
      await this.account.changePassword(this.current(), this.next());
      this.current.set('');
      this.next.set('');
      this.isChanged.set(true);
    } catch (error) {
      // A refusal, or no connection: both become words on the page.
      this.show(passwordErrors(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  protected leave(): Promise<void> {
    return this.attempt(() => this.leaving.run());
  }

  protected async leaveEverywhere(): Promise<void> {
    const {
      leaveEverywhereTitle: title,
      leaveEverywhereText: text,
      leaveEverywhere: action,
    } = texts;
    if (!(await isMeant(this.dialogs, { title, text, action }))) return;
    await this.attempt(async () => {
      await this.account.signOutOthers();
      await this.leaving.run();
    });
  }

  private async attempt(leave: () => Promise<void>): Promise<void> {
    this.leaveProblem.set('');
    try {
      await leave();
    } catch (error) {
      // No connection: the sessions would go on elsewhere, so this one does, too.
      this.leaveProblem.set(problemWords(error));
    }
  }

  private show(errors: PasswordErrors): void {
    this.errors.set(errors);
    const first = (['current', 'next'] as const).findIndex((name) => errors[name]);
    this.fields()[first]?.focus();
  }
}

import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@app/web-session';
import { Button, Field, Icon } from '@app/web-ui';
import { Workspace } from '../../workspace/workspace';
import { signInErrors, signInGaps, type AccountErrors } from '../account-errors';
import { safeNext } from '../account-guards';
import { accountTexts } from '../account-texts';
import { Door } from '../door';

/** `/sign-in?next=…`. What was wrong stands under its field; what was typed stays. */
@Component({
  selector: 'app-sign-in',
  imports: [Button, Door, Field, Icon, RouterLink],
  templateUrl: './sign-in.html',
  styleUrl: '../account-form.css',
})
export class SignIn {
  /** From the address: where to go afterwards. */
  readonly next = input<string>();

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly workspace = inject(Workspace);
  private readonly loginField = viewChild.required<Field>('loginField');
  private readonly passwordField = viewChild.required<Field>('passwordField');

  protected readonly texts = accountTexts;
  protected readonly login = signal('');
  protected readonly password = signal('');
  protected readonly errors = signal<AccountErrors>({});
  protected readonly isBusy = signal(false);
  protected readonly subtitle = computed(() => {
    const name = this.workspace.name();
    return name === null ? '' : accountTexts.toWorkspace(name);
  });

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    const [login, password] = [this.login().trim(), this.password()];
    this.show(signInGaps(login, password));
    if (Object.keys(this.errors()).length > 0) return;
    this.isBusy.set(true);
    try {
      await this.session.logIn({ login, password });
      await this.router.navigateByUrl(safeNext(this.next()));
    } catch (error) {
      // Refusals and a lost connection: both become words on the page.
      this.show(signInErrors(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private show(errors: AccountErrors): void {
    this.errors.set(errors);
    if (errors.login) this.loginField().focus();
    else if (errors.password) this.passwordField().focus();
  }
}

import { Component, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RequestProblem } from '@app/web-session';
import { Button, Field, Icon } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import type { AccountErrors } from '../account-errors';
import { accountTexts } from '../account-texts';
import { Door } from '../door';
import { Resets } from './resets';

/**
 * `/reset/:token`: a new password, for who has a link of an admin. Whoever is signed in here may
 * use it, too: it may be somebody else's browser, and the link says whose password it is.
 */
@Component({
  selector: 'app-reset',
  imports: [Button, Door, Field, Icon, RouterLink],
  templateUrl: './reset.html',
  styleUrl: '../account-form.css',
})
export class Reset {
  readonly token = input.required<string>();

  private readonly resets = inject(Resets);
  private readonly field = viewChild(Field);

  protected readonly texts = accountTexts;
  protected readonly password = signal('');
  protected readonly errors = signal<AccountErrors>({});
  protected readonly state = signal<'asking' | 'busy' | 'done' | 'gone'>('asking');

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.state() !== 'asking') return;
    const newPassword = this.password();
    if (newPassword.length < 8) {
      this.show({ password: accountTexts.errors.passwordShort });
      return;
    }
    this.state.set('busy');
    try {
      await this.resets.choose(this.token(), newPassword);
      this.state.set('done');
    } catch (error) {
      // Refusals and a lost connection: both become words on the page.
      const isGone = error instanceof RequestProblem && (error.code === 'gone' || isNoToken(error));
      this.state.set(isGone ? 'gone' : 'asking');
      if (!isGone) this.show(errorsOf(error));
    }
  }

  private show(errors: AccountErrors): void {
    this.errors.set(errors);
    if (errors.password) this.field()?.focus();
  }
}

/** An address that was cut short on its way. */
const isNoToken = ({ issues }: RequestProblem): boolean => issues.has('token');

function errorsOf(error: unknown): AccountErrors {
  const isWeak = error instanceof RequestProblem && error.issues.has('newPassword');
  return isWeak ? { password: accountTexts.errors.passwordWeak } : { form: problemWords(error) };
}

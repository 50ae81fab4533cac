import { Component, computed, inject, input, signal, viewChildren } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InviteCode } from '@app/contracts';
import { Session } from '@app/web-session';
import { Button, Field, Icon } from '@app/web-ui';
import { Workspace } from '../../workspace/workspace';
import { registerErrors, registerGaps, type AccountErrors } from '../account-errors';
import { safeNext } from '../account-guards';
import { accountTexts } from '../account-texts';
import { Door } from '../door';

/** `/register?next=…`: an account, signed in at once. */
@Component({
  selector: 'app-register',
  imports: [Button, Door, Field, Icon, RouterLink],
  templateUrl: './register.html',
  styleUrl: '../account-form.css',
})
export class Register {
  /** From the address: where to go afterwards. */
  readonly next = input<string>();

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly workspace = inject(Workspace);
  private readonly fields = viewChildren(Field);

  protected readonly texts = accountTexts;
  protected readonly name = signal('');
  protected readonly username = signal('');
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly errors = signal<AccountErrors>({});
  protected readonly isBusy = signal(false);
  protected readonly subtitle = computed(() => {
    const name = this.workspace.name();
    return name === null ? '' : accountTexts.registerIn(name);
  });

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    const account = {
      name: this.name().trim(),
      username: this.username().trim(),
      email: this.email().trim(),
      password: this.password(),
    };
    this.show(registerGaps(account));
    if (Object.keys(this.errors()).length > 0) return;
    this.isBusy.set(true);
    try {
      const inviteCode = invited(this.next());
      await this.session.register({ ...account, ...(inviteCode && { inviteCode }) });
      await this.router.navigateByUrl(safeNext(this.next()));
    } catch (error) {
      // Refusals and a lost connection: both become words on the page.
      this.show(registerErrors(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private show(errors: AccountErrors): void {
    this.errors.set(errors);
    // In the order of the page.
    const names = ['name', 'email', 'username', 'password'] as const;
    const first = names.findIndex((name) => errors[name]);
    this.fields()[first]?.focus();
  }
}

/** Of the invitation that somebody has come from, if they have: it may be asked for. */
function invited(next: string | undefined): InviteCode | undefined {
  return /^\/invite\/([\w-]+)$/.exec(next ?? '')?.[1] as InviteCode | undefined;
}

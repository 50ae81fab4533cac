import { Component, inject, signal } from '@angular/core';
import type { Account } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { Button, Dialog, DIALOG, Field, type DialogHandle } from '@app/web-ui';
import { problemWords } from '../../problem-words';
import { adminTexts } from '../admin-texts';
import { botTexts } from './bot-texts';
import { Bots } from './bots';

/** As the server takes it. */
const USERNAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,30}[A-Za-z0-9])?$/;

/** What a new bot is called; closes with its account. */
@Component({
  selector: 'app-new-bot-dialog',
  imports: [Button, Dialog, Field],
  template: `
    <ui-dialog [title]="texts.make">
      <p>{{ texts.makeHint }}</p>
      <form novalidate id="app-new-bot" (submit)="make($event)">
        <ui-field
          isFirst
          isRequired
          [label]="texts.name"
          [maxLength]="80"
          [error]="nameError()"
          [(value)]="name"
        />
        <ui-field
          isLiteral
          isRequired
          [label]="texts.username"
          [hint]="texts.usernameHint"
          [maxLength]="32"
          [error]="usernameError()"
          [(value)]="username"
        />
      </form>
      @if (problem()) {
        <p class="problem" role="alert">{{ problem() }}</p>
      }
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ cancel }}
        </button>
        <button uiButton type="submit" form="app-new-bot" [isBusy]="isBusy()">
          {{ texts.make }}
        </button>
      </ng-container>
    </ui-dialog>
  `,
  styles: `
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
export class NewBotDialog {
  private readonly bots = inject(Bots);
  protected readonly handle = inject(DIALOG) as DialogHandle<Account>;
  protected readonly texts = botTexts;
  protected readonly cancel = adminTexts.cancel;
  protected readonly name = signal('');
  protected readonly username = signal('');
  protected readonly nameError = signal('');
  protected readonly usernameError = signal('');
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const bot = { name: this.name().trim(), username: this.username().trim() };
    this.nameError.set(bot.name === '' ? botTexts.nameMissing : '');
    this.usernameError.set(USERNAME.test(bot.username) ? '' : botTexts.usernameInvalid);
    this.problem.set('');
    if (this.isBusy() || this.nameError() || this.usernameError()) return;
    this.isBusy.set(true);
    try {
      this.handle.close(await this.bots.make(bot));
    } catch (error) {
      // The username is taken; or refused, or no connection.
      const isTaken = error instanceof RequestProblem && error.code === 'conflict';
      if (isTaken) this.usernameError.set(botTexts.usernameTaken);
      else this.problem.set(problemWords(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

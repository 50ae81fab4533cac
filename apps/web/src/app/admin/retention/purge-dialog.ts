import { Component, inject, signal } from '@angular/core';
import { Button, Dialog, DIALOG, Field, type DialogHandle } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import { Attempts } from '../frame/attempts';
import { Retention } from './retention';
import { retentionTexts } from './retention-texts';

/** Says what goes now, and has a word typed before it does; closes once it has begun. */
@Component({
  selector: 'app-purge-dialog',
  imports: [Button, Dialog, Field],
  template: `
    <ui-dialog [title]="own.purgeTitle">
      <p>{{ handle.data }}</p>
      <form novalidate id="app-purge" (submit)="purge($event)">
        <ui-field
          isFirst
          [label]="own.purgeType(own.purgeWord)"
          [error]="error()"
          [maxLength]="40"
          [(value)]="typed"
        />
        <ui-field
          [label]="texts.reason"
          [hint]="texts.reasonHint"
          [maxLength]="500"
          [(value)]="reason"
        />
      </form>
      @if (problem()) {
        <p class="problem" role="alert">{{ problem() }}</p>
      }
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ texts.cancel }}
        </button>
        <button uiButton kind="danger" type="submit" form="app-purge" [isBusy]="isBusy()">
          {{ own.purge }}
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
export class PurgeDialog {
  private readonly retention = inject(Retention);
  protected readonly handle = inject(DIALOG) as DialogHandle<boolean, string>;
  protected readonly texts = adminTexts;
  protected readonly own = retentionTexts;
  protected readonly typed = signal('');
  protected readonly reason = signal('');
  protected readonly error = signal('');
  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  protected readonly isBusy = this.attempts.isBusy;

  protected async purge(event: Event): Promise<void> {
    event.preventDefault();
    const word = retentionTexts.purgeWord;
    const isTyped = this.typed().trim().toLowerCase() === word.toLowerCase();
    this.error.set(isTyped ? '' : retentionTexts.purgeMistyped(word));
    if (!isTyped || this.isBusy()) return;
    const reason = this.reason().trim();
    await this.attempts.run(async () => {
      await this.retention.purge(reason === '' ? {} : { reason });
      this.handle.close(true);
    });
  }
}

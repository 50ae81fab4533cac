import { Component, computed, inject, signal } from '@angular/core';
import { Button, Dialog, DIALOG, Field, Select, type DialogHandle } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import type { Deed, MeantSo } from './ask-about';

let made = 0;

/** Asks before something is done, and why it is. */
@Component({
  selector: 'app-deed-dialog',
  imports: [Button, Dialog, Field, Select],
  template: `
    <ui-dialog [title]="deed.title">
      @if (deed.said) {
        <blockquote dir="auto">{{ deed.said }}</blockquote>
      }
      <p>{{ deed.text }}</p>
      @if (deed.note) {
        <p class="note">{{ deed.note }}</p>
      }
      <form novalidate [id]="id" (submit)="finish($event)">
        <ui-field
          isFirst
          [label]="texts.reason"
          [hint]="hint"
          [error]="error()"
          [isRequired]="deed.isReasonNeeded ?? false"
          [maxLength]="500"
          [(value)]="reason"
        />
        @if (deed.choice; as choice) {
          <ui-select
            [label]="choice.label"
            [options]="choice.options"
            [value]="chosen()"
            (valueChange)="chosen.set($event)"
          />
        }
      </form>
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ texts.cancel }}
        </button>
        <button
          uiButton
          type="submit"
          [attr.form]="id"
          [kind]="deed.isDanger ? 'danger' : 'primary'"
        >
          {{ deed.action }}
        </button>
      </ng-container>
    </ui-dialog>
  `,
  styles: `
    p {
      text-wrap: pretty;
    }
    form {
      display: grid;
      gap: var(--s-4);
    }
    blockquote {
      margin: 0;
      padding: var(--s-2) var(--s-3);
      border-inline-start: 3px solid var(--line-strong);
      background: var(--surface-2);
      font-size: var(--fs-13);
      overflow-wrap: anywhere;
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }
    .note {
      color: var(--text-2);
      font-size: var(--fs-13);
    }
  `,
})
export class DeedDialog {
  protected readonly handle = inject(DIALOG) as DialogHandle<MeantSo, Deed>;
  protected readonly deed = this.handle.data;
  protected readonly texts = adminTexts;
  protected readonly id = `app-deed-${++made}`;
  protected readonly hint =
    this.deed.reasonHint ??
    (this.deed.isReasonNeeded ? adminTexts.reasonNeeded : adminTexts.reasonHint);
  protected readonly reason = signal('');
  protected readonly chosen = signal(this.deed.choice?.options[0]?.value ?? '');
  private readonly isTried = signal(false);
  private readonly isMissing = computed(
    () => this.deed.isReasonNeeded === true && this.reason().trim() === '',
  );
  protected readonly error = computed(() =>
    this.isTried() && this.isMissing() ? adminTexts.reasonNeeded : '',
  );

  protected finish(event: Event): void {
    event.preventDefault();
    this.isTried.set(true);
    const reason = this.reason().trim();
    const chosen = this.chosen();
    if (!this.isMissing()) this.handle.close(reason === '' ? { chosen } : { reason, chosen });
  }
}

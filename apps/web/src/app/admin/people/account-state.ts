import { Component, input } from '@angular/core';
import { Icon } from '@app/web-ui';
import { adminTexts } from '../admin-texts';

/** Whether somebody may sign in, in words and a picture. */
@Component({
  selector: 'app-account-state',
  imports: [Icon],
  template: `
    @if (isSuspended()) {
      <ui-icon name="ban" />{{ texts.suspended }}
    } @else {
      {{ texts.active }}
    }
  `,
  styles: `
    :host {
      --icon-size: 16px;
      display: inline-flex;
      gap: var(--s-1);
      align-items: center;
    }
    :host(.suspended) {
      color: var(--danger);
    }
  `,
  host: { '[class.suspended]': 'isSuspended()' },
})
export class AccountState {
  readonly isSuspended = input.required<boolean>();
  protected readonly texts = adminTexts.people;
}

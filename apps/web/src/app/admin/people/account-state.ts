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
  styleUrl: '../frame/state-mark.css',
  host: { '[class.bad]': 'isSuspended()' },
})
export class AccountState {
  readonly isSuspended = input.required<boolean>();
  protected readonly texts = adminTexts.people;
}

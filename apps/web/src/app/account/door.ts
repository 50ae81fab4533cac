import { Component, inject, input } from '@angular/core';
import { Icon } from '@app/web-ui';
import { LostCode } from '../installation/lost-code';
import { Theme } from '../theme/theme';
import { accountTexts } from './account-texts';

/** The card that one stands before when not inside: sign in, register, an invitation. */
@Component({
  selector: 'app-door',
  imports: [Icon],
  template: `
    <main>
      <div class="card">
        <div class="brand"><ui-icon name="messages-square" />{{ texts.brand }}</div>
        <div>
          <h1>{{ title() }}</h1>
          <p class="subtitle">{{ subtitle() }}</p>
        </div>
        <ng-content />
      </div>
    </main>
  `,
  styleUrl: './door.css',
})
export class Door {
  readonly title = input.required<string>();
  readonly subtitle = input('');
  protected readonly texts = accountTexts;

  constructor() {
    inject(LostCode);
    inject(Theme);
  }
}

import { Component, input } from '@angular/core';
import type { WebhookState as State } from '@app/contracts';
import { Icon } from '@app/web-ui';
import { webhookTexts } from './webhook-texts';

/** Whether a webhook is at work, in words and a picture. */
@Component({
  selector: 'app-webhook-state',
  imports: [Icon],
  template: `
    @if (state() !== 'active') {
      <ui-icon name="ban" />
    }
    {{ texts.states[state()] }}
  `,
  styleUrl: '../frame/state-mark.css',
  host: { '[class.bad]': "state() === 'disabled'" },
})
export class WebhookState {
  readonly state = input.required<State>();
  protected readonly texts = webhookTexts;
}

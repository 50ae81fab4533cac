import { Component, input, linkedSignal } from '@angular/core';
import { Button } from '@app/web-ui';
import { isCopied } from '../people/is-copied';
import { webhookTexts } from './webhook-texts';

/** Something that the server never tells again, to be copied. */
@Component({
  selector: 'app-shown-once',
  imports: [Button],
  template: `
    <h3>{{ label() }}</h3>
    <code dir="ltr">{{ value() }}</code>
    <p class="quiet">{{ hint() }}</p>
    <button uiButton type="button" (click)="copy()">
      {{ isCopied() ? texts.copied : texts.copy }}
    </button>
  `,
  styleUrl: './webhook-panel.css',
  host: { class: 'made' },
})
export class ShownOnce {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly hint = input.required<string>();

  protected readonly texts = webhookTexts;
  /** Of another value it is not. */
  protected readonly isCopied = linkedSignal<string, boolean>({
    source: this.value,
    computation: () => false,
  });

  protected async copy(): Promise<void> {
    this.isCopied.set(await isCopied(this.value()));
  }
}

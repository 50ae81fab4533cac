import { Component, input } from '@angular/core';
import { IncomingList } from './incoming-list';
import { OutgoingList } from './outgoing-list';

/** `/admin/webhooks`: what is posted to programs, and by which address they write here. */
@Component({
  selector: 'app-webhooks-page',
  imports: [IncomingList, OutgoingList],
  template: `
    @if (way() === 'incoming') {
      <app-incoming-list />
    } @else {
      <app-outgoing-list />
    }
  `,
  styles: `
    :host,
    :host > * {
      display: contents;
    }
  `,
})
export class WebhooksPage {
  /** From the address. */
  readonly way = input<string>();
}

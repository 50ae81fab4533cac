import { Component, inject } from '@angular/core';
import { CallDesk } from './call-desk';
import { IncomingCall } from './incoming/incoming-call';
import { meetCallers } from './meet-callers';
import { CallStage } from './stage/call-stage';

/** What calls show over whatever page there is. */
@Component({
  selector: 'app-call-layer',
  imports: [CallStage, IncomingCall],
  template: `
    @if (desk.incoming(); as call) {
      <app-incoming-call [call]="call" />
    }
    @if (desk.live(); as live) {
      <app-call-stage [live]="live" />
    }
  `,
})
export class CallLayer {
  protected readonly desk = inject(CallDesk);

  constructor() {
    const { incoming, live } = this.desk;
    meetCallers(() => [incoming(), live()?.call()].flatMap((call) => call ?? []));
  }
}

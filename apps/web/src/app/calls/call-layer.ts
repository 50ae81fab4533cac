import { NgComponentOutlet } from '@angular/common';
import { Component, effect, inject, signal, untracked, type Type } from '@angular/core';
import { bring } from '../late-code';
import { CallDesk } from './call-desk';
import { meetCallers } from './meet-callers';
import { offerWayBack } from './offer-way-back';

/** The call that runs, over whatever page there is. Its stage comes with the first call. */
@Component({
  selector: 'app-call-layer',
  imports: [NgComponentOutlet],
  template: `
    @if (desk.live(); as live) {
      @if (stage(); as type) {
        <ng-container *ngComponentOutlet="type; inputs: { live }" />
      }
    }
  `,
})
export class CallLayer {
  protected readonly desk = inject(CallDesk);
  protected readonly stage = signal<Type<unknown> | null>(null);
  private isOnItsWay = false;

  constructor() {
    const { incoming, live } = this.desk;
    offerWayBack();
    meetCallers(() => [incoming(), live()?.call()].flatMap((call) => call ?? []));
    effect(() => {
      const isNeeded = incoming() !== null || live() !== null;
      if (isNeeded) untracked(() => void this.fetch());
    });
  }

  /** Once, and before anybody has answered. */
  private async fetch(): Promise<void> {
    if (this.isOnItsWay) return;
    this.isOnItsWay = true;
    const { CallStage } = await bring(() => import('./stage/call-stage'));
    this.stage.set(CallStage);
  }
}

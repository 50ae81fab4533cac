import { Component, input } from '@angular/core';
import type { ProcessState } from '@app/contracts';
import { Icon, type IconName } from '@app/web-ui';
import { operationTexts } from './operation-texts';

const icons: Readonly<Record<ProcessState, IconName>> = {
  ready: 'check',
  not_ready: 'ban',
  draining: 'pause',
  lost: 'ban',
};

/** How a process is, in words and a picture. */
@Component({
  selector: 'app-process-state',
  imports: [Icon],
  template: `<ui-icon [name]="icons[state()]" />{{ texts[state()] }}`,
  styleUrl: '../frame/state-mark.css',
  host: { '[class.bad]': "state() === 'lost' || state() === 'not_ready'" },
})
export class ProcessStateMark {
  readonly state = input.required<ProcessState>();
  protected readonly icons = icons;
  protected readonly texts = operationTexts.states;
}

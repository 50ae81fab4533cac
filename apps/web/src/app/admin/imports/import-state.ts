import { Component, input } from '@angular/core';
import type { ImportState } from '@app/contracts';
import { Icon, type IconName } from '@app/web-ui';
import { importTexts } from './import-texts';

const icons: Readonly<Record<ImportState, IconName>> = {
  pending: 'clock',
  done: 'check',
  failed: 'circle-alert',
  stopped: 'ban',
};

/** What has become of an import, in words and a picture. */
@Component({
  selector: 'app-import-state',
  imports: [Icon],
  template: `<ui-icon [name]="icons[state()]" />{{ texts[state()] }}`,
  styleUrl: '../frame/state-mark.css',
  host: { '[class.bad]': "state() === 'failed'" },
})
export class ImportStateMark {
  readonly state = input.required<ImportState>();
  protected readonly icons = icons;
  protected readonly texts = importTexts.states;
}

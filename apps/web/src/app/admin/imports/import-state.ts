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
  styles: `
    :host {
      --icon-size: 16px;
      display: inline-flex;
      gap: var(--s-1);
      align-items: center;
    }
    :host(.bad) {
      color: var(--danger);
    }
  `,
  host: { '[class.bad]': "state() === 'failed'" },
})
export class ImportStateMark {
  readonly state = input.required<ImportState>();
  protected readonly icons = icons;
  protected readonly texts = importTexts.states;
}

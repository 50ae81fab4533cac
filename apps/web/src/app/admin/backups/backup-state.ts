import { Component, input } from '@angular/core';
import type { BackupState } from '@app/contracts';
import { Icon, type IconName } from '@app/web-ui';
import { backupTexts } from './backup-texts';

const icons: Readonly<Record<BackupState, IconName>> = {
  pending: 'clock',
  ready: 'check',
  failed: 'circle-alert',
  missing: 'ban',
};

/** What has become of a backup, in words and a picture. */
@Component({
  selector: 'app-backup-state',
  imports: [Icon],
  template: `<ui-icon [name]="icons[state()]" />{{ texts[state()] }}`,
  styleUrl: '../frame/state-mark.css',
  host: { '[class.bad]': "state() === 'failed' || state() === 'missing'" },
})
export class BackupStateMark {
  readonly state = input.required<BackupState>();
  protected readonly icons = icons;
  protected readonly texts = backupTexts.states;
}

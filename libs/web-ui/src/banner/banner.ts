import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/**
 * One line over a column, for what concerns all of it: no network, a failure. Said politely. What
 * can be done about it stands in the slot `[action]`.
 */
@Component({
  selector: 'ui-banner',
  imports: [Icon],
  template:
    '<ui-icon [name]="icon()" /><span><ng-content /></span><ng-content select="[action]" />',
  styleUrl: './banner.css',
  host: { role: 'status', '[attr.data-kind]': 'kind()' },
})
export class Banner {
  readonly icon = input<IconName>('cloud-off');
  readonly kind = input<'warning' | 'danger' | 'quiet'>('warning');
}

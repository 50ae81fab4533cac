import { Component } from '@angular/core';
import { EmptyState } from '@app/web-ui';
import { settingsTexts } from '../settings-texts';

/** Where a section would be: seen when a phone's page is made wider. */
@Component({
  selector: 'app-no-section',
  imports: [EmptyState],
  template: '<ui-empty-state icon="settings" [title]="texts.pick" [hint]="texts.pickHint" />',
  styles: ':host { display: grid; place-items: center; block-size: 100%; }',
})
export class NoSection {
  protected readonly texts = settingsTexts;
}

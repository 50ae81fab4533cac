import { Component } from '@angular/core';
import { EmptyState } from '@app/web-ui';
import { settingsTexts } from '../settings-texts';

/** Where a section would be: a phone shows the list alone, and says this to who listens. */
@Component({
  selector: 'app-no-section',
  imports: [EmptyState],
  template: `
    <h1 class="unseen">{{ texts.title }}</h1>
    <ui-empty-state icon="settings" [title]="texts.pick" [hint]="texts.pickHint" />
  `,
  styles: ':host { display: grid; place-items: center; block-size: 100%; }',
})
export class NoSection {
  protected readonly texts = settingsTexts;
}

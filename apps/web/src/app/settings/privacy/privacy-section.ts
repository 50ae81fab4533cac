import { Component, inject } from '@angular/core';
import { Switch } from '@app/web-ui';
import { MySettings } from '../my-settings';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';
import { BlockedPeople } from './blocked-people';
import { MyData } from './my-data';

/** What others are told of me, and whom I keep away. */
@Component({
  selector: 'app-privacy-section',
  imports: [BlockedPeople, MyData, SettingsSection, Switch],
  template: `
    <app-settings-section [title]="texts.sections.privacy.name">
      <section>
        <ui-switch
          [label]="texts.privacy.receipts"
          [hint]="texts.privacy.receiptsHint"
          [isOn]="mine.all().receipts"
          (isOnChange)="mine.wish({ receipts: $event })"
        />
        <ui-switch
          [label]="texts.privacy.typing"
          [hint]="texts.privacy.typingHint"
          [isOn]="mine.all().typing"
          (isOnChange)="mine.wish({ typing: $event })"
        />
        @if (mine.problem(); as problem) {
          <p class="problem" role="alert">{{ problem }}</p>
        }
      </section>
      <section>
        <hgroup>
          <h2>{{ texts.privacy.blocked }}</h2>
          <p>{{ texts.privacy.blockedHint }}</p>
        </hgroup>
        <app-blocked-people />
      </section>
      <section>
        <hgroup>
          <h2>{{ texts.data.title }}</h2>
          <p>{{ texts.data.hint }}</p>
        </hgroup>
        <app-my-data />
      </section>
    </app-settings-section>
  `,
  styleUrl: '../settings-form.css',
  providers: [MySettings],
})
export class PrivacySection {
  protected readonly texts = settingsTexts;
  protected readonly mine = inject(MySettings);
}

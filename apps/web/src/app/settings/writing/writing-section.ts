import { Component, inject } from '@angular/core';
import { Choices } from '@app/web-ui';
import { Preferences, type SendKey } from '../../preferences/preferences';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';

const { writing: texts } = settingsTexts;
const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What sends a message. */
@Component({
  selector: 'app-writing-section',
  imports: [Choices, SettingsSection],
  template: `
    <app-settings-section [title]="texts.sections.writing.name">
      <section>
        <ui-choices
          [label]="texts.writing.send"
          [choices]="keys"
          [chosen]="chosen()"
          (chosenChange)="choose($event)"
        />
        <p class="quiet">{{ texts.writing.thisDevice }}</p>
      </section>
    </app-settings-section>
  `,
  styleUrl: '../settings-form.css',
})
export class WritingSection {
  private readonly preferences = inject(Preferences);

  protected readonly texts = settingsTexts;
  protected readonly chosen = this.preferences.sendKey.value;
  protected readonly keys = this.preferences.sendKey.options.map((id) => ({
    id,
    label: id === 'mod-enter' && isMac ? texts.modEnterMac : texts.keys[id].name,
    hint: texts.keys[id].hint,
  }));

  protected choose(key: string): void {
    this.preferences.sendKey.choose(key as SendKey);
  }
}

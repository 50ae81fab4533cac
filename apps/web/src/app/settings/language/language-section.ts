import { Component, inject } from '@angular/core';
import { Select } from '@app/web-ui';
import { Language } from '../../language/language';
import { languages, type LanguageChoice } from '../../language/languages';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';

const { language: texts } = settingsTexts;

/** In which language this device speaks. */
@Component({
  selector: 'app-language-section',
  imports: [Select, SettingsSection],
  template: `
    <app-settings-section [title]="texts.sections.language.name">
      <section>
        <ui-select
          [label]="texts.language.language"
          [hint]="texts.language.hint"
          [options]="options"
          [value]="choice()"
          (valueChange)="choose($event)"
        />
      </section>
    </app-settings-section>
  `,
  styleUrl: '../settings-form.css',
})
export class LanguageSection {
  private readonly language = inject(Language);

  protected readonly texts = settingsTexts;
  protected readonly choice = this.language.choice;
  /** Each in itself: who looks for theirs may read no other. */
  protected readonly options = [
    { value: 'system', label: texts.system },
    ...Object.entries(languages).map(([value, label]) => ({ value, label, lang: value })),
  ];

  protected choose(choice: string): void {
    this.language.choose(choice as LanguageChoice);
  }
}

import { Component, computed, inject } from '@angular/core';
import { Choices, Segments, TIME_LOCALE } from '@app/web-ui';
import { Preferences, type Density, type TimeFormat } from '../../preferences/preferences';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';
import { ThemeCards } from './theme-cards';

const { appearance: texts } = settingsTexts;

/** How it looks on this device; each choice holds at once. */
@Component({
  selector: 'app-appearance-section',
  imports: [Choices, Segments, SettingsSection, ThemeCards],
  templateUrl: './appearance-section.html',
  styleUrl: '../settings-form.css',
})
export class AppearanceSection {
  private readonly preferences = inject(Preferences);
  private readonly timeLocale = inject(TIME_LOCALE);

  protected readonly texts = settingsTexts;
  protected readonly density = this.preferences.density.value;
  protected readonly densities = this.preferences.density.options.map((id) => ({
    id,
    label: texts.densities[id].name,
    hint: texts.densities[id].hint,
  }));
  protected readonly clock = this.preferences.timeFormat.value;
  protected readonly clocks = this.preferences.timeFormat.options.map((id) => ({
    id,
    label: texts.clocks[id],
  }));
  protected readonly sample = computed(() => {
    const clock = new Intl.DateTimeFormat(this.timeLocale(), { timeStyle: 'short' });
    return texts.clockSample(clock.format(new Date(2026, 0, 1, 14, 7)));
  });

  protected chooseDensity(density: string): void {
    this.preferences.density.choose(density as Density);
  }

  protected chooseClock(format: string): void {
    this.preferences.timeFormat.choose(format as TimeFormat);
  }
}

import { Component, computed, inject } from '@angular/core';
import type { NotificationSettings, QuietHours } from '@app/contracts';
import { Choices, Field, Select, Skeleton, Switch } from '@app/web-ui';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';
import { MyNotifications } from './my-notifications';
import { PauseControl } from './pause-control';
import { dayNumbers, daysOf, hoursWith, usualQuiet, type Days } from './quiet-hours';
import { ThisDevice } from './this-device';

const { notifications: texts } = settingsTexts;
const payloads = ['full', 'sender', 'id-only'] as const;

/** What I am told of, when, and how much of it is shown. */
@Component({
  selector: 'app-notifications-section',
  imports: [Choices, Field, PauseControl, Select, SettingsSection, Skeleton, Switch],
  templateUrl: './notifications-section.html',
  styleUrl: '../settings-form.css',
  providers: [MyNotifications, ThisDevice],
})
export class NotificationsSection {
  protected readonly mine = inject(MyNotifications);
  protected readonly device = inject(ThisDevice);
  protected readonly texts = settingsTexts;
  protected readonly payloads = payloads.map((id) => ({ id, ...texts.payloads[id] }));
  protected readonly days = (['every', 'work'] as const).map((value) => ({
    value,
    label: texts.days[value],
  }));
  protected readonly quiet = computed(() => this.mine.all().quietHours);
  protected readonly keywords = computed(() => this.mine.all().keywords.join(', '));
  /** In words; empty: it can be turned on. */
  protected readonly obstacle = computed(() => {
    const obstacle = this.device.obstacle();
    return obstacle ? texts.obstacles[obstacle] : '';
  });

  constructor() {
    void this.mine.load();
    void this.device.look();
  }

  protected hours(set: string) {
    return hoursWith(set).map((value) => ({ value, label: value }));
  }

  protected readonly daysOf = daysOf;

  protected turnQuiet(isOn: boolean): void {
    void this.mine.wish({ quietHours: isOn ? usualQuiet() : null });
  }

  protected changeQuiet(quiet: QuietHours, change: Partial<QuietHours>): void {
    const { zone } = usualQuiet();
    void this.mine.wish({ quietHours: { ...quiet, zone, ...change } });
  }

  protected chooseDays(quiet: QuietHours, days: string): void {
    this.changeQuiet(quiet, { days: dayNumbers[days as Days] });
  }

  protected choosePayload(push: string): void {
    void this.mine.wish({ push: push as NotificationSettings['push'] });
  }

  protected watchFor(text: string): void {
    const words = text.split(',').map((word) => word.trim().slice(0, 60));
    const keywords = [...new Set(words.filter((word) => word.length > 1))].slice(0, 50);
    if (keywords.join() !== this.mine.all().keywords.join()) void this.mine.wish({ keywords });
  }
}

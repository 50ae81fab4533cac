import { Component, computed, inject, signal } from '@angular/core';
import type { NotificationSettings, QuietHours } from '@app/contracts';
import { Choices, Field, Select, Skeleton, Switch, TIME_LOCALE } from '@app/web-ui';
import { SettingsSection } from '../page/settings-section';
import { settingsTexts } from '../settings-texts';
import { listed, readKeywords, type KeywordFault } from './keywords';
import { MyNotifications } from './my-notifications';
import { PauseControl } from './pause-control';
import { dayNumbers, daysOf, hoursWith, namesOfDays, usualQuiet } from './quiet-hours';
import { ThisDevice } from './this-device';

const { notifications: texts } = settingsTexts;
/** Of a word that is too long, so much says which it is. */
const SHOWN = 20;
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
  private readonly locale = inject(TIME_LOCALE);
  protected readonly quiet = computed(() => this.mine.all().quietHours);
  /** What was typed of words to be told of, as long as it is not saved. */
  private readonly typed = signal<string | null>(null);
  private readonly saved = computed(() => listed(this.mine.all().keywords));
  protected readonly keywords = computed(() => this.typed() ?? this.saved());
  /** Why they are not saved, in words; empty: nothing is wrong with them. */
  protected readonly keywordsFault = computed(() => {
    const { fault } = readKeywords(this.typed() ?? '');
    return fault ? wordsOf(fault) : '';
  });
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

  /** The usual ones; and what is set already, whatever it is. */
  protected days(set: string) {
    const usual = (['every', 'work'] as const).map((value) => ({
      value,
      label: texts.days[value],
    }));
    const isUsual = usual.some(({ value }) => value === set);
    return isUsual ? usual : [...usual, { value: set, label: namesOfDays(set, this.locale()) }];
  }

  protected turnQuiet(isOn: boolean): void {
    void this.mine.wish({ quietHours: isOn ? usualQuiet() : null });
  }

  protected changeQuiet(quiet: QuietHours, change: Partial<QuietHours>): void {
    const { zone } = usualQuiet();
    void this.mine.wish({ quietHours: { ...quiet, zone, ...change } });
  }

  protected chooseDays(quiet: QuietHours, days: string): void {
    const usual = days === 'every' || days === 'work' ? dayNumbers[days] : quiet.days;
    this.changeQuiet(quiet, { days: usual });
  }

  protected choosePayload(push: string): void {
    void this.mine.wish({ push: push as NotificationSettings['push'] });
  }

  /** What cannot be saved stays as it was typed. */
  protected async watchFor(text: string): Promise<void> {
    const isOld = text === this.saved();
    this.typed.set(isOld ? null : text);
    const { keywords, fault } = readKeywords(text);
    if (isOld || fault) return;
    await this.mine.wish({ keywords });
    if (this.mine.problem() === '' && this.typed() === text) this.typed.set(null);
  }
}

function wordsOf(fault: KeywordFault): string {
  const { short, long, many, unclosed } = texts.keywordFaults;
  switch (fault.kind) {
    case 'short':
      return short(fault.word);
    case 'long':
      return long(`${fault.word.slice(0, SHOWN).toWellFormed()}…`);
    case 'many':
      return many(fault.count);
    case 'unclosed':
      return unclosed;
  }
}

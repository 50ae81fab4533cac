import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  defaultNotificationSettings,
  type NotificationSettings,
  type NotificationSettingsPatch,
} from '@app/contracts';
import { TIME_LOCALE } from '@app/web-ui';
import { FieldHarness, SelectHarness } from '@app/web-ui/testing';
import { SERVER_NOW } from '../../server-now';
import { MyNotifications } from './my-notifications';
import { NotificationsSection } from './notifications-section';
import { ThisDevice } from './this-device';

/** The settings of somebody who watches for some words. `refusal`: why no wish is granted. */
function aSection(
  keywords: string[],
  refusal = '',
  quietHours = defaultNotificationSettings.quietHours,
) {
  const all = signal<NotificationSettings>({
    ...defaultNotificationSettings,
    keywords,
    quietHours,
  });
  const problem = signal('');
  const sent: NotificationSettingsPatch[] = [];
  const wish = (patch: NotificationSettingsPatch) => {
    sent.push(patch);
    problem.set(refusal);
    if (!refusal) all.update((settings) => ({ ...settings, ...patch }));
    return Promise.resolve();
  };
  const load = () => Promise.resolve();
  const mine = { all, problem, wish, load, isKnown: signal(true) };
  const device = {
    isKnown: signal(true),
    isOn: signal(false),
    hasMails: signal(false),
    obstacle: signal(null),
    problem: signal(''),
    look: load,
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: TIME_LOCALE, useValue: signal('en-GB') },
      { provide: SERVER_NOW, useValue: () => new Date() },
    ],
  });
  TestBed.overrideComponent(NotificationsSection, {
    set: {
      providers: [
        { provide: MyNotifications, useValue: mine },
        { provide: ThisDevice, useValue: device },
      ],
    },
  });
  const fixture = TestBed.createComponent(NotificationsSection);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const words = () => loader.getHarness(FieldHarness.with({ label: 'Words to be told of' }));
  const write = async (text: string) => {
    await (await words()).write(text);
    await (await (await words()).host()).dispatchEvent('focusout');
    const [value, error] = [await (await words()).getValue(), await (await words()).getError()];
    return { value, error };
  };
  const days = () => loader.getHarness(SelectHarness.with({ label: 'On' }));
  return { sent, words, write, days };
}

describe('NotificationsSection', () => {
  it('saves words and phrases, and shows them as they are kept', async () => {
    const { sent, write } = aSection(['release']);
    const typed = 'release,"Berlin, Mitte"';
    expect(await write(typed)).toEqual({ value: 'release, "Berlin, Mitte"', error: null });
    expect(sent).toEqual([{ keywords: ['release', 'Berlin, Mitte'] }]);
  });

  it.each([
    ['release, x', /“x” is too short/],
    [`release, ${'long '.repeat(20)}`, /60 characters/],
    [Array.from({ length: 51 }, (_, n) => `word ${n}`).join(', '), /51 .* 50/],
    ['"Berlin, Mitte', /quotation mark/],
  ])('says at the field what is wrong with %j, and leaves it there', async (typed, words) => {
    const { sent, write } = aSection(['release']);
    const { value, error } = await write(typed);
    expect(value).toBe(typed);
    expect(error).toMatch(words);
    expect(sent).toEqual([]);
    expect(await write('release')).toEqual({ value: 'release', error: null });
  });

  it('keeps what was typed where it could not be sent', async () => {
    const { write } = aSection(['release'], 'No connection');
    expect((await write('release, tea')).value).toBe('release, tea');
  });

  it.each([
    [
      [3, 1, 5],
      ['Every day', 'Evenings before a working day', 'Mon, Wed and Fri'],
      'Mon, Wed and Fri',
    ],
    [
      [0, 1, 2, 3, 4],
      ['Every day', 'Evenings before a working day'],
      'Evenings before a working day',
    ],
    [[6, 5, 4, 3, 2, 1, 0], ['Every day', 'Evenings before a working day'], 'Every day'],
  ])('shows the quiet days %j as they are', async (set, options, chosen) => {
    const night = { from: '22:00', to: '07:00', zone: 'UTC', days: set };
    const { days } = aSection([], '', night);
    const list = await days();
    expect([await list.getOptions(), await list.getChosen()]).toEqual([options, chosen]);
  });

  it('sends nothing of what was not touched, also where it has a comma', async () => {
    const { sent, words, write } = aSection(['Berlin, Mitte', '«tea»']);
    await write(await (await words()).getValue());
    expect(sent).toEqual([]);
  });
});

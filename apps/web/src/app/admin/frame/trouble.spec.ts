import type { Type } from '@angular/core';
import { ConnectionLost } from '@app/web-session';
import { BackupsPage } from '../backups/backups-page';
import { DashboardPage } from '../dashboard/dashboard-page';
import { ImportsPage } from '../imports/imports-page';
import { PeoplePage } from '../people/people-page';
import { RetentionPage } from '../retention/retention-page';
import { SettingsPage } from '../settings/settings-page';
import { aConsole } from '../testing/a-console';

describe('What cannot be shown', () => {
  afterEach(() => document.body.replaceChildren());

  it.each<[string, string, Type<unknown>]>([
    ['people', 'People', PeoplePage],
    ['dashboard', 'Dashboard', DashboardPage],
    ['settings', 'Settings', SettingsPage],
    ['retention', 'Retention', RetentionPage],
    ['backups', 'Backups', BackupsPage],
    ['imports', 'Imports', ImportsPage],
  ])('is asked for again when somebody wants that: %s', async (place, name, component) => {
    const page = await aConsole(component, () => new ConnectionLost(), { path: `admin/${place}` });
    expect(page.words()).toContain('No connection to the server.');
    const before = page.asked.length;
    await page.press('Try again');
    await page.settle();
    expect(page.asked.length).toBeGreaterThan(before);
    expect(page.words()).toContain('No connection to the server.');
    // What was pressed was gone meanwhile.
    expect([document.activeElement?.localName, document.activeElement?.textContent]).toEqual([
      'h1',
      name,
    ]);
  });
});

import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { PresenceDot, type DotPresence } from './presence-dot';
import { PresenceDotHarness } from './testing/presence-dot-harness';

describe('PresenceDot', () => {
  it.each<[DotPresence, string]>([
    ['online', 'Online'],
    ['away', 'Away'],
    ['dnd', 'Do not disturb'],
    ['offline', 'Offline'],
  ])('shows and says %s', async (presence, spoken) => {
    const fixture = TestBed.createComponent(PresenceDot);
    fixture.componentRef.setInput('presence', presence);
    const dot = await TestbedHarnessEnvironment.harnessForFixture(fixture, PresenceDotHarness);
    expect([await dot.getPresence(), await dot.getSpoken()]).toEqual([presence, spoken]);
  });

  it('is another one when the person goes', async () => {
    const fixture = TestBed.createComponent(PresenceDot);
    fixture.componentRef.setInput('presence', 'online');
    const dot = await TestbedHarnessEnvironment.harnessForFixture(fixture, PresenceDotHarness);
    fixture.componentRef.setInput('presence', 'offline');
    expect([await dot.getPresence(), await dot.getSpoken()]).toEqual(['offline', 'Offline']);
  });
});

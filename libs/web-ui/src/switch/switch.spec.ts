import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Switch } from './switch';
import { SwitchHarness } from './testing/switch-harness';

describe('Switch', () => {
  it('is named, and goes on and off', async () => {
    const fixture = TestBed.createComponent(Switch);
    fixture.componentRef.setInput('label', 'Private');
    const toggle = await TestbedHarnessEnvironment.harnessForFixture(fixture, SwitchHarness);
    expect([await toggle.getName(), await toggle.isOn()]).toEqual(['Private', false]);
    await toggle.toggle();
    expect([await toggle.isOn(), fixture.componentInstance.isOn()]).toEqual([true, true]);
  });
});

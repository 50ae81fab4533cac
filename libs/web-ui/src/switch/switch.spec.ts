import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Switch } from './switch';
import { SwitchHarness } from './testing/switch-harness';

/** `isGranted`: what it is pushed to holds. */
async function aSwitch(isGranted: boolean) {
  const fixture = TestBed.createComponent(Switch);
  fixture.componentRef.setInput('label', 'Private');
  const pushed: boolean[] = [];
  fixture.componentInstance.isOnChange.subscribe((isOn) => {
    pushed.push(isOn);
    if (isGranted) fixture.componentRef.setInput('isOn', isOn);
  });
  const toggle = await TestbedHarnessEnvironment.harnessForFixture(fixture, SwitchHarness);
  return { toggle, pushed };
}

describe('Switch', () => {
  it('is named, and goes on and off', async () => {
    const { toggle, pushed } = await aSwitch(true);
    expect([await toggle.getName(), await toggle.isOn()]).toEqual(['Private', false]);
    await toggle.toggle();
    expect(await toggle.isOn()).toBe(true);
    await toggle.toggle();
    expect([await toggle.isOn(), pushed]).toEqual([false, [true, false]]);
  });

  it('goes back where it is not granted, and can be pushed again', async () => {
    const { toggle, pushed } = await aSwitch(false);
    await toggle.toggle();
    expect(await toggle.isOn()).toBe(false);
    await toggle.toggle();
    expect([await toggle.isOn(), pushed]).toEqual([false, [true, true]]);
  });
});

import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Checkbox } from './checkbox';
import { CheckboxHarness } from './testing/checkbox-harness';

async function aBox(inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(Checkbox);
  for (const [name, value] of Object.entries({ label: 'Also for others', ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  const box = await TestbedHarnessEnvironment.harnessForFixture(fixture, CheckboxHarness);
  return { box, isChecked: fixture.componentInstance.isChecked };
}

describe('Checkbox', () => {
  it('is named, and goes on and off', async () => {
    const { box, isChecked } = await aBox();
    expect([await box.getName(), await box.isChecked()]).toEqual(['Also for others', false]);
    await box.toggle();
    expect([await box.isChecked(), isChecked()]).toEqual([true, true]);
    await box.toggle();
    expect(isChecked()).toBe(false);
  });

  it('stays as it is while it is out of reach', async () => {
    const { box, isChecked } = await aBox({ isDisabled: true });
    await box.toggle();
    expect([await box.isDisabled(), isChecked()]).toEqual([true, false]);
  });
});

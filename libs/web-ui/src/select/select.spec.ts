import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Select } from './select';
import { SelectHarness } from './testing/select-harness';

async function aSelect(inputs: Record<string, unknown> = {}, isGranted = true) {
  const fixture = TestBed.createComponent(Select);
  const given = {
    label: 'Language',
    options: [
      { value: 'en', label: 'English' },
      { value: 'ar', label: 'العربية', lang: 'ar' },
    ],
    value: 'ar',
    ...inputs,
  };
  for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
  const select = await TestbedHarnessEnvironment.harnessForFixture(fixture, SelectHarness);
  const chosen: string[] = [];
  fixture.componentInstance.valueChange.subscribe((value) => {
    chosen.push(value);
    if (isGranted) fixture.componentRef.setInput('value', value);
  });
  return { select, chosen };
}

describe('Select', () => {
  it('shows what is chosen and hands out what is chosen next', async () => {
    const { select, chosen } = await aSelect();
    expect([await select.getLabel(), await select.getChosen()]).toEqual(['Language', 'العربية']);
    expect(await select.getOptions()).toEqual(['English', 'العربية']);
    await select.choose('English');
    expect([chosen, await select.getChosen()]).toEqual([['en'], 'English']);
  });

  it('shows what it has shown where the choice is not granted', async () => {
    const { select, chosen } = await aSelect({}, false);
    await select.choose('English');
    expect([chosen, await select.getChosen()]).toEqual([['en'], 'العربية']);
  });

  it.each(['', 'Takes effect at once'])(
    'is named by its label, with the hint “%s”',
    async (hint) => {
      const { select } = await aSelect({ hint });
      expect(await select.isTied()).toBe(true);
    },
  );

  it('can be out of reach', async () => {
    const { select } = await aSelect({ isDisabled: true });
    expect(await select.isDisabled()).toBe(true);
  });
});

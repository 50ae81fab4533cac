import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Select } from './select';
import { SelectHarness } from './testing/select-harness';

async function aSelect(inputs: Record<string, unknown> = {}) {
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
  return { select, value: fixture.componentInstance.value };
}

describe('Select', () => {
  it('shows what is chosen and hands out what is chosen next', async () => {
    const { select, value } = await aSelect();
    expect([await select.getLabel(), await select.getChosen()]).toEqual(['Language', 'العربية']);
    expect(await select.getOptions()).toEqual(['English', 'العربية']);
    await select.choose('English');
    expect([value(), await select.getChosen()]).toEqual(['en', 'English']);
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

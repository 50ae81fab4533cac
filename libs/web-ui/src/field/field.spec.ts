import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { ButtonHarness } from '../button/testing/button-harness';
import { Field } from './field';
import { FieldHarness } from './testing/field-harness';

async function aField(inputs: Record<string, unknown>) {
  const fixture = TestBed.createComponent(Field);
  for (const [name, value] of Object.entries({ label: 'Password', ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  const field = await TestbedHarnessEnvironment.harnessForFixture(fixture, FieldHarness);
  return { field, fixture, loader: TestbedHarnessEnvironment.loader(fixture) };
}

describe('Field', () => {
  it('hands out what was written', async () => {
    const { field, fixture } = await aField({});
    await field.write('ada');
    expect(fixture.componentInstance.value()).toBe('ada');
  });

  it('says the hint with the field', async () => {
    const { field } = await aField({ hint: 'At least 8 characters' });
    expect([await field.getHint(), await field.isTiedToNote()]).toEqual([
      'At least 8 characters',
      true,
    ]);
    expect(await field.isInvalid()).toBe(false);
  });

  it('says the error in place of the hint', async () => {
    const { field } = await aField({ hint: 'At least 8 characters', error: 'Too short' });
    expect([await field.getHint(), await field.getError()]).toEqual([null, 'Too short']);
    expect([await field.isTiedToNote(), await field.isInvalid()]).toEqual([true, true]);
  });

  it('takes several lines', async () => {
    const { field, fixture } = await aField({ rows: 3, hint: 'As long as you like' });
    await field.write('one\ntwo');
    expect([await field.isMultiLine(), fixture.componentInstance.value()]).toEqual([
      true,
      'one\ntwo',
    ]);
    expect(await field.isTiedToNote()).toBe(true);
  });

  it('counts what was written, beside the hint or the error', async () => {
    const { field } = await aField({ maxLength: 20, isCounted: true, error: 'Taken' });
    await field.write('release-crew');
    expect([await field.getCount(), await field.isTiedToNote()]).toEqual([
      '12 of 20 characters',
      true,
    ]);
  });

  it('does not count unless asked', async () => {
    const { field } = await aField({ maxLength: 20 });
    expect(await field.getCount()).toBeNull();
  });

  it('shows a password when asked, and hides it again', async () => {
    const { field, loader } = await aField({ type: 'password' });
    expect(await field.getType()).toBe('password');
    await (await loader.getHarness(ButtonHarness.with({ name: 'Show password' }))).click();
    expect(await field.getType()).toBe('text');
    await (await loader.getHarness(ButtonHarness.with({ name: 'Hide password' }))).click();
    expect(await field.getType()).toBe('password');
  });

  it('offers no such look at other texts', async () => {
    const { loader } = await aField({ type: 'email' });
    expect(await loader.getAllHarnesses(ButtonHarness)).toHaveLength(0);
  });

  it('takes the focus', async () => {
    const { field, fixture } = await aField({});
    fixture.componentInstance.focus();
    expect(await field.isFocused()).toBe(true);
  });
});

import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Choices } from './choices';
import { ChoicesHarness } from './testing/choices-harness';

async function aChoice(isGranted = true) {
  const fixture = TestBed.createComponent(Choices);
  fixture.componentRef.setInput('label', 'Send with');
  fixture.componentRef.setInput('choices', [
    { id: 'enter', label: 'Enter', hint: 'Shift and Enter begins a line' },
    { id: 'ctrl-enter', label: 'Ctrl and Enter' },
  ]);
  fixture.componentRef.setInput('chosen', 'enter');
  const choices = await TestbedHarnessEnvironment.harnessForFixture(fixture, ChoicesHarness);
  const chosen: string[] = [];
  fixture.componentInstance.chosenChange.subscribe((id) => {
    chosen.push(id);
    if (isGranted) fixture.componentRef.setInput('chosen', id);
  });
  return { choices, chosen };
}

describe('Choices', () => {
  it('is a named choice of one', async () => {
    const { choices, chosen } = await aChoice();
    expect([await choices.getName(), await choices.getChosen()]).toEqual(['Send with', 'Enter']);
    expect(await choices.getChoices()).toEqual(['Enter', 'Ctrl and Enter']);
    await choices.choose('Ctrl and Enter');
    expect([await choices.getChosen(), chosen]).toEqual(['Ctrl and Enter', ['ctrl-enter']]);
  });

  it('shows what it has shown where the choice is not granted', async () => {
    const { choices, chosen } = await aChoice(false);
    await choices.choose('Ctrl and Enter');
    expect([await choices.getChosen(), chosen]).toEqual(['Enter', ['ctrl-enter']]);
  });

  it('says what a choice means after its name', async () => {
    const { choices } = await aChoice();
    expect(await choices.getChosenHint()).toBe('Shift and Enter begins a line');
    await choices.choose('Ctrl and Enter');
    expect(await choices.getChosenHint()).toBeNull();
  });
});

import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { Completion } from './completion';
import { CompletionList, optionId } from './completion-list';
import { CompletionListHarness } from './testing/completion-list-harness';

const items: readonly Completion[] = [
  { id: 'tada', text: '🎉 ', label: 'party popper', glyph: '🎉', detail: ':tada:' },
  {
    id: 'mira',
    text: '@mira ',
    label: 'Mira Okafor',
    detail: '@mira',
    person: { id: 'mira', name: 'Mira Okafor', presence: 'online' },
  },
];

async function aList() {
  const fixture = TestBed.createComponent(CompletionList);
  const shown: string[] = [];
  // The page of a test scrolls nothing.
  Element.prototype.scrollIntoView = function (this: Element) {
    shown.push(this.id);
  };
  for (const [name, value] of Object.entries({ listId: 'l', label: 'Offered', items, active: 0 }))
    fixture.componentRef.setInput(name, value);
  const chosen: string[] = [];
  fixture.componentInstance.chosen.subscribe(({ id }) => chosen.push(id));
  const list = await TestbedHarnessEnvironment.harnessForFixture(fixture, CompletionListHarness);
  return { fixture, list, chosen, shown };
}

describe('CompletionList', () => {
  it('is a named list of lines, whose pictures are not read', async () => {
    const { list, fixture } = await aList();
    expect(await list.getName()).toBe('Offered');
    const lines = await list.getLines();
    expect(lines[0]).toMatch(/party popper.*:tada:$/);
    expect(lines[1]).toMatch(/Mira Okafor.*@mira$/);
    const glyph = (fixture.nativeElement as HTMLElement).querySelector('.glyph');
    expect(glyph?.getAttribute('aria-hidden')).toBe('true');
  });

  it('marks the active line, which the field names, and brings it into sight', async () => {
    const { list, fixture, shown } = await aList();
    expect(await list.getIds()).toEqual([optionId('l', 0), optionId('l', 1)]);
    expect(await list.getChosen()).toEqual([0]);
    fixture.componentRef.setInput('active', 1);
    expect(await list.getChosen()).toEqual([1]);
    expect(shown.at(-1)).toBe('l-1');
  });

  it('gives the line that is pressed, and leaves the focus in the field', async () => {
    const { list, chosen, fixture } = await aList();
    await list.press(1);
    expect(chosen).toEqual(['mira']);
    const option = (fixture.nativeElement as HTMLElement).querySelector('#l-0')!;
    const down = new Event('pointerdown', { cancelable: true });
    option.dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
  });
});

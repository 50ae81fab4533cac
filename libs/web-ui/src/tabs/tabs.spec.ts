import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Tabs, type Tab } from './tabs';
import { TabsHarness } from './testing/tabs-harness';

@Component({
  imports: [Tabs],
  template: `<ui-tabs
    label="Details"
    [style.direction]="direction()"
    [tabs]="tabs()"
    [(chosen)]="chosen"
    >All about {{ chosen() }}</ui-tabs
  >`,
})
class Page {
  readonly direction = signal('ltr');
  readonly chosen = signal('people');
  readonly tabs = signal<readonly Tab[]>([
    { id: 'people', label: 'People', count: 8 },
    { id: 'files', label: 'Files', count: 0 },
    { id: 'pins', label: 'Pins' },
  ]);
}

async function aRow() {
  const fixture = TestBed.createComponent(Page);
  const tabs = await TestbedHarnessEnvironment.loader(fixture).getHarness(TabsHarness);
  return { tabs, page: fixture.componentInstance };
}

describe('Tabs', () => {
  it('is a named row of tabs, each with its count', async () => {
    const { tabs } = await aRow();
    expect([await tabs.getName(), await tabs.getTabs()]).toEqual([
      'Details',
      ['People 8', 'Files', 'Pins'],
    ]);
  });

  it('shows the panel of the chosen tab, tied to it', async () => {
    const { tabs, page } = await aRow();
    await tabs.choose('Files');
    expect([page.chosen(), await tabs.getChosen()]).toEqual(['files', 'Files']);
    expect(await tabs.getPanelText()).toBe('All about files');
    expect(await tabs.isPanelTied()).toBe(true);
  });

  it('is one tab stop', async () => {
    const { tabs } = await aRow();
    await tabs.choose('Pins');
    expect(await tabs.getTabStops()).toEqual(['Pins']);
  });

  it('goes along with the arrows, round, and to both ends', async () => {
    const { tabs } = await aRow();
    const seen: string[] = [];
    for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home'] as const) {
      await tabs.press(key);
      seen.push(await tabs.getChosen());
      expect(await tabs.isChosenFocused()).toBe(true);
    }
    expect(seen).toEqual(['Files', 'Pins', 'People 8', 'Pins', 'People 8']);
  });

  it('goes the other way in scripts that run the other way', async () => {
    const { tabs, page } = await aRow();
    page.direction.set('rtl');
    await tabs.press('ArrowLeft');
    expect(await tabs.getChosen()).toBe('Files');
  });

  it('keeps a tab stop when the chosen tab goes', async () => {
    const { tabs, page } = await aRow();
    page.chosen.set('calls');
    expect(await tabs.getTabStops()).toEqual(['People 8']);
  });
});

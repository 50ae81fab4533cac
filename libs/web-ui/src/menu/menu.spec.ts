import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, type ElementRef, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Menus } from './menus';
import { MenuHarness } from './testing/menu-harness';

@Component({ template: '<button #more>More</button>' })
class Page {
  readonly more = viewChild.required<ElementRef<HTMLElement>>('more');
}

const items = [
  { id: 'edit', label: 'Edit' },
  { id: 'copy', label: 'Copy' },
  { id: 'delete', label: 'Delete', isDanger: true },
] as const;

async function anOpenMenu() {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  const anchor = fixture.componentInstance.more().nativeElement;
  document.body.append(fixture.nativeElement as HTMLElement);
  const chosen = TestBed.inject(Menus).open({ anchor, label: 'Message', items });
  await import('./show-menu');
  const all = () => loader.getAllHarnesses(MenuHarness);
  return { chosen, anchor, all, menu: await loader.getHarness(MenuHarness) };
}

describe('Menus', () => {
  it('has a name, and the first line has the focus', async () => {
    const { menu } = await anOpenMenu();
    expect([await menu.getName(), await menu.getFocused()]).toEqual(['Message', 'Edit']);
    expect(await menu.getLines()).toEqual(['Edit', 'Copy', 'Delete']);
    await menu.press('Escape');
  });

  it('goes round with the arrows', async () => {
    const { menu } = await anOpenMenu();
    await menu.press('ArrowUp');
    expect(await menu.getFocused()).toBe('Delete');
    await menu.press('ArrowDown');
    expect(await menu.getFocused()).toBe('Edit');
    await menu.press('Escape');
  });

  it('answers with the chosen line and gives the focus back', async () => {
    const { chosen, anchor, menu } = await anOpenMenu();
    await menu.choose('Delete');
    expect([await chosen, document.activeElement]).toEqual(['delete', anchor]);
  });

  it('is one for two presses, also while its code is on its way', async () => {
    const { chosen, anchor, menu, all } = await anOpenMenu();
    await menu.press('Escape');
    await chosen;
    const [first, second] = [1, 2].map(() =>
      TestBed.inject(Menus).open({ anchor, label: 'Message', items }),
    );
    expect(await first).toBeUndefined();
    const [only, ...others] = await all();
    expect(others).toEqual([]);
    await only!.press('Escape');
    expect(await second).toBeUndefined();
  });

  it('answers with nothing after Esc', async () => {
    const { chosen, anchor, menu } = await anOpenMenu();
    await menu.press('Escape');
    expect([await chosen, document.activeElement]).toEqual([undefined, anchor]);
  });

  it('goes with the page when somebody goes back', async () => {
    const { chosen, all } = await anOpenMenu();
    dispatchEvent(new PopStateEvent('popstate'));
    expect(await all()).toEqual([]);
    expect(await chosen).toBeUndefined();
  });
});

import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DIALOG } from '../dialog/dialog-handle';
import { Popovers } from './popovers';
import { PopoverHarness } from './testing/popover-harness';

@Component({
  template: `{{ handle.data }}:
    <button (click)="handle.close('message')">Message</button>
    or
    <button>Call</button>`,
})
class Card {
  protected readonly handle = inject(DIALOG);
}

@Component({ template: 'Words' })
class Words {}

@Component({ template: '<button id="name">Mira</button><button id="other">Other</button>' })
class Page {}

async function anOpenCard() {
  const fixture = TestBed.createComponent(Page);
  const page = fixture.nativeElement as HTMLElement;
  await fixture.whenStable();
  document.body.append(page);
  const anchor = page.querySelector<HTMLElement>('#name')!;
  const other = page.querySelector<HTMLElement>('#other')!;
  anchor.focus();
  const popovers = TestBed.inject(Popovers);
  const open = () =>
    popovers.open<string>(() => Promise.resolve(Card), { anchor, label: 'Mira', data: 'Designs' });
  const closed = open();
  await import('./show-popover');
  const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  const card = await loader.getHarness(PopoverHarness);
  const count = async () => (await loader.getAllHarnesses(PopoverHarness)).length;
  return { loader, card, closed, open, anchor, other, count };
}

const focused = () => document.activeElement?.textContent;

describe('Popovers', () => {
  it('shows a named card beside its anchor, which says so', async () => {
    const { card, anchor } = await anOpenCard();
    expect([await card.getName(), await card.getText()]).toEqual([
      'Mira',
      'Designs: Message or Call',
    ]);
    expect([anchor.getAttribute('aria-expanded'), focused()]).toEqual(['true', 'Message']);
    expect(document.querySelector('.cdk-overlay-backdrop')).toBeNull();
    await card.pressEscape();
  });

  it('answers with what it was closed with', async () => {
    const { closed, anchor } = await anOpenCard();
    (document.activeElement as HTMLElement).click();
    expect([await closed, anchor.getAttribute('aria-expanded')]).toEqual(['message', 'false']);
  });

  it('is dismissed by Esc and gives the focus back', async () => {
    const { card, closed, anchor, count } = await anOpenCard();
    await card.pressEscape();
    expect([await closed, document.activeElement, await count()]).toEqual([undefined, anchor, 0]);
  });

  it('stays when Esc drops the choice of an input method', async () => {
    const { card, count } = await anOpenCard();
    await card.pressEscapeWhileComposing();
    expect(await count()).toBe(1);
    await card.pressEscape();
  });

  it.each([
    ['the end', 'Call', {}],
    ['the beginning', 'Message', { shift: true }],
  ])('is left by Tab at %s', async (_, from, modifiers) => {
    const { card, closed, anchor } = await anOpenCard();
    const buttons = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')];
    buttons.find(({ textContent }) => textContent === from)!.focus();
    await card.pressTab(modifiers);
    expect([await closed, document.activeElement]).toEqual([undefined, anchor]);
  });

  it('stays while Tab goes about inside', async () => {
    const { card, count } = await anOpenCard();
    await card.pressTab();
    expect(await count()).toBe(1);
    await card.pressEscape();
  });

  it('goes at a press elsewhere, which keeps the focus', async () => {
    const { closed, other, count } = await anOpenCard();
    other.focus();
    other.click();
    expect([await closed, document.activeElement, await count()]).toEqual([undefined, other, 0]);
  });

  it('is toggled by its anchor', async () => {
    const { closed, open, count } = await anOpenCard();
    expect(await open()).toBeUndefined();
    expect([await closed, await count()]).toEqual([undefined, 0]);
  });

  it('has the focus itself where there is nothing to press, and goes with Tab', async () => {
    const { loader, card: other, anchor } = await anOpenCard();
    await other.pressEscape();
    const closed = TestBed.inject(Popovers).open(() => Promise.resolve(Words), {
      anchor,
      label: 'Earlier texts',
    });
    await import('./show-popover');
    const card = await loader.getHarness(PopoverHarness);
    const { activeElement } = document;
    expect([activeElement?.getAttribute('aria-label'), activeElement]).toEqual([
      'Earlier texts',
      expect.objectContaining({ tabIndex: 0 }),
    ]);
    await card.pressTab();
    expect([await closed, document.activeElement]).toEqual([undefined, anchor]);
  });
});

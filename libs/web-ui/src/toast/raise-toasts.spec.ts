import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Dialog } from '../dialog/dialog';
import { Dialogs } from '../dialog/dialogs';
import { DialogHarness } from '../dialog/testing/dialog-harness';
import { ToastStack } from './toast-stack';

@Component({ imports: [Dialog], template: '<ui-dialog title="A dialog" />' })
class SomeDialog {}

@Component({ imports: [ToastStack], template: '<main><ui-toast-stack /><ui-toast-stack /></main>' })
class Page {}

describe('raiseToasts', () => {
  const order: string[] = [];

  beforeEach(() => {
    order.length = 0;
    // There is no top layer in jsdom.
    Object.assign(HTMLElement.prototype, {
      showPopover(this: HTMLElement) {
        order.push(`show ${this.localName}`);
      },
      hidePopover: () => undefined,
    });
  });

  afterEach(() => {
    for (const name of ['showPopover', 'hidePopover'])
      Reflect.deleteProperty(HTMLElement.prototype, name);
  });

  it('lays toasts over each dialog that opens, where no dialog hides them', async () => {
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const page = document.querySelector('main')!;
    const [specimen, stack] = page.querySelectorAll('ui-toast-stack');
    for (const times of [1, 2]) {
      void TestBed.inject(Dialogs).open(() => Promise.resolve(SomeDialog));
      await import('../dialog/show-dialog');
      await Promise.resolve();
      expect(await loader.getAllHarnesses(DialogHarness)).toHaveLength(times);
      expect(order.filter((each) => each === 'show ui-toast-stack')).toHaveLength(times);
      expect(order.at(-1)).toBe('show ui-toast-stack');
    }
    expect(page.closest('[aria-hidden]')).not.toBeNull();
    expect(stack!.closest('[aria-hidden]')).toBeNull();
    expect(page.contains(specimen!)).toBe(true);
  });
});

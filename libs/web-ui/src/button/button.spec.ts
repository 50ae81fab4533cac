import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from './button';
import { IconButton } from './icon-button';
import { ButtonHarness } from './testing/button-harness';

@Component({
  imports: [Button, IconButton],
  template: `
    <button uiButton type="button" [isBusy]="isBusy()" (click)="pressed.set('words')">Retry</button>
    <button
      uiIconButton
      type="button"
      icon="x"
      label="Close"
      (click)="pressed.set('icon')"
    ></button>
  `,
})
class Page {
  readonly pressed = signal('');
  readonly isBusy = signal(false);
}

describe.each([
  ['Button', 'Retry', 'words'],
  ['IconButton', 'Close', 'icon'],
])('%s', (_, name, pressed) => {
  it('has a name and can be pressed', async () => {
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    await (await loader.getHarness(ButtonHarness.with({ name }))).click();
    expect(fixture.componentInstance.pressed()).toBe(pressed);
  });
});

describe('Button', () => {
  it('keeps its name and does nothing while it is busy', async () => {
    const fixture = TestBed.createComponent(Page);
    const page = fixture.componentInstance;
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const button = await loader.getHarness(ButtonHarness.with({ name: 'Retry' }));
    page.isBusy.set(true);
    expect(await button.isBusy()).toBe(true);
    await button.click();
    expect(page.pressed()).toBe('');
    page.isBusy.set(false);
    expect(await button.isBusy()).toBe(false);
    await button.click();
    expect(page.pressed()).toBe('words');
  });
});

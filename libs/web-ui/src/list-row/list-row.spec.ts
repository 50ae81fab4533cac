import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ListRow } from './list-row';
import { ListRowHarness } from './testing/list-row-harness';

@Component({
  imports: [ListRow],
  template: `<button
    uiListRow
    [isStrong]="waits()"
    [attr.aria-current]="isOpen() || null"
    (click)="pressed.set(true)"
  >
    <span heading>Release crew</span><span line>Ada: rolling</span>
  </button>`,
})
class Page {
  readonly waits = signal(false);
  readonly isOpen = signal(false);
  readonly pressed = signal(false);
}

describe('ListRow', () => {
  it('shows its two lines and is pressed like what it is', async () => {
    const fixture = TestBed.createComponent(Page);
    const row = await TestbedHarnessEnvironment.loader(fixture).getHarness(
      ListRowHarness.with({ title: 'Release crew' }),
    );
    expect([await row.getLine(), await row.isStrong()]).toEqual(['Ada: rolling', false]);
    fixture.componentInstance.waits.set(true);
    expect(await row.isStrong()).toBe(true);
    expect(await row.isChosen()).toBe(false);
    fixture.componentInstance.isOpen.set(true);
    expect(await row.isChosen()).toBe(true);
    await row.press();
    expect(fixture.componentInstance.pressed()).toBe(true);
  });
});

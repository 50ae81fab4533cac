import { Component, input, output } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { asTold } from './as-told';

@Component({
  template: ` <input #box type="checkbox" [checked]="isOn()" (change)="push(box)" /> `,
})
class Lamp {
  readonly isOn = input(false);
  readonly pushed = output<boolean>();
  private readonly show = asTold((box: HTMLInputElement) => (box.checked = this.isOn()));

  protected push(box: HTMLInputElement): void {
    this.pushed.emit(box.checked);
    this.show(box);
  }
}

/** `answer`: what the lamp is told to be when it is pushed. */
async function aLamp(answer: (wished: boolean) => boolean) {
  const fixture = TestBed.createComponent(Lamp);
  fixture.componentInstance.pushed.subscribe((wished) =>
    fixture.componentRef.setInput('isOn', answer(wished)),
  );
  const box = (fixture.nativeElement as HTMLElement).querySelector('input')!;
  await fixture.whenStable();
  /** What it shows at once, and at last. */
  const push = async () => {
    box.click();
    const atOnce = box.checked;
    await fixture.whenStable();
    return [atOnce, box.checked];
  };
  return { fixture, box, push };
}

describe('asTold', () => {
  it('lets stand what is agreed to', async () => {
    const { push } = await aLamp((wished) => wished);
    expect([await push(), await push()]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('takes back what is refused, each time', async () => {
    const { push } = await aLamp(() => false);
    expect([await push(), await push()]).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('does nothing more once the control is gone', async () => {
    const { fixture, box } = await aLamp(() => false);
    box.click();
    fixture.destroy();
    TestBed.tick();
    expect(box.checked).toBe(true);
  });
});

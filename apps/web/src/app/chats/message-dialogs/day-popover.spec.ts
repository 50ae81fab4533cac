import { TestBed } from '@angular/core/testing';
import { DIALOG, DialogHandle } from '@app/web-ui';
import { NOW } from '../../clock';
import { NOON } from '../testing/builders';
import { DayPopover } from './day-popover';

async function aPopover() {
  const closedWith: unknown[] = [];
  const handle = new DialogHandle<unknown, Date>(NOON, 'title', (day) => closedWith.push(day));
  TestBed.configureTestingModule({
    providers: [
      { provide: DIALOG, useValue: handle },
      { provide: NOW, useValue: () => NOON },
    ],
  });
  const fixture = TestBed.createComponent(DayPopover);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const field = page.querySelector('input')!;
  const choose = async (day: string) => {
    field.value = day;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    page.querySelector('button')!.click();
  };
  return { fixture, field, choose, closedWith };
}

describe('DayPopover', () => {
  it('begins with the day that it was asked from, and ends today', async () => {
    const { field } = await aPopover();
    expect([field.value, field.max]).toEqual(['2026-03-02', '2026-03-02']);
  });

  it('answers with the midnight of the chosen day', async () => {
    const { choose, closedWith } = await aPopover();
    await choose('2026-02-09');
    expect(closedWith).toEqual([new Date(2026, 1, 9)]);
  });

  it('goes nowhere without a day', async () => {
    const { choose, closedWith } = await aPopover();
    await choose('');
    expect(closedWith).toEqual([]);
  });

  it('leaves alone what is half typed', async () => {
    const { field, fixture } = await aPopover();
    const told: string[] = [];
    // To a page a field has no value until all of its parts are there.
    Object.defineProperty(field, 'value', { get: () => '', set: (day: string) => told.push(day) });
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(told).toEqual([]);
  });
});

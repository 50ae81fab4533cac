import { TestBed } from '@angular/core/testing';
import { NOW } from '../../clock';
import { NOON } from '../testing/builders';
import { DayJump } from './day-jump';
import { StickyDay } from './sticky-day';

function aDay() {
  const asked: unknown[] = [];
  const ask = (_: HTMLElement, day: string) => asked.push(day);
  TestBed.configureTestingModule({
    providers: [
      { provide: DayJump, useValue: { ask } },
      { provide: NOW, useValue: () => NOON },
    ],
  });
  const fixture = TestBed.createComponent(StickyDay);
  fixture.componentRef.setInput('day', NOON.toDateString());
  const pill = () => (fixture.nativeElement as HTMLElement).querySelector('button')!;
  const move = (isMoving: boolean, thenMs = 0) => {
    fixture.componentRef.setInput('isMoving', isMoving);
    TestBed.tick();
    jest.advanceTimersByTime(thenMs);
    TestBed.tick();
    return pill().classList.contains('shown');
  };
  return { asked, pill, move };
}

describe('StickyDay', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('comes with a movement, and goes a moment after it', () => {
    const { move } = aDay();
    expect([move(false), move(true), move(false, 1000), move(false, 200)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is the way to another day from the one that it names', () => {
    const { asked, pill, move } = aDay();
    move(true);
    pill().click();
    expect([pill().textContent.trim(), asked]).toEqual(['Today', [NOON.toDateString()]]);
  });
});

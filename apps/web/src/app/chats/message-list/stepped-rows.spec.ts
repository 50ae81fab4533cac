import { signal } from '@angular/core';
import { SteppedRows } from './stepped-rows';
import type { TimelineItem } from './timeline-items';

/** Rows by their keys: `'abc'` are three. */
const rowsOf = (keys: string): readonly TimelineItem[] =>
  Array.from(keys, (key) => ({ kind: 'day', key, day: key }));

/** A list with these rows; what it shows after each rendering. */
function aList(keys: string) {
  const wanted = signal(rowsOf(keys));
  const isOn = signal(false);
  const tell = jest.fn();
  const settling = { isOn, begin: jest.fn(), prolong: jest.fn() };
  const steps = new SteppedRows(wanted, settling as never, tell);
  const draw = (): string => {
    steps.noteDrawn();
    return (
      (steps.step().shift ? '>' : '') +
      steps
        .rows()
        .map(({ key }) => key)
        .join('')
    );
  };
  draw();
  const want = (next: string): void => wanted.set(rowsOf(next));
  return { steps, want, isOn, tell, draw };
}

describe('SteppedRows', () => {
  it('lets what comes in front wait for rows that settle, and nothing else', () => {
    const { want, isOn, draw } = aList('cd');
    isOn.set(true);
    want('cde');
    expect(draw()).toBe('cde');
    want('abcde');
    expect(draw()).toBe('cde');
    isOn.set(false);
    expect(draw()).toBe('>abcde');
  });

  it('lets what follows a shift wait until virtua has heard of it, once', async () => {
    const { want, tell, draw } = aList('cd');
    want('abcde');
    expect([draw(), draw(), tell.mock.calls.length]).toEqual(['>abcd', '>abcd', 0]);
    await Promise.resolve();
    expect([draw(), tell.mock.calls.length]).toEqual(['abcde', 1]);
    await Promise.resolve();
    expect(tell).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['cde', true],
    ['c', false],
    ['ce', false],
    ['abcd', false],
  ])('knows of cd and %s whether rows have come at the end alone: %s', (next, isLonger) => {
    const { steps, want } = aList('cd');
    want(next);
    expect(steps.noteDrawn()).toBe(isLonger);
    expect(steps.noteDrawn()).toBe(false);
  });
});

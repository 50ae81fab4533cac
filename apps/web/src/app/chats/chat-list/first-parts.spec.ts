import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FirstParts } from './first-parts';
import { onceListed } from './once-listed';

@Component({ template: '{{ drawn() }}' })
class List {
  readonly count = signal<number | null>(null);
  readonly parts = inject(FirstParts);
  /** How many lines may stand there, drawing by drawing. */
  readonly limits: number[] = [];
  isListed = false;

  constructor() {
    this.parts.follow(this.count);
    onceListed(() => (this.isListed = true));
  }

  protected drawn(): string {
    this.limits.push(this.parts.limit());
    return '';
  }
}

/** A list of so many, for so long. */
async function aList(count: number | null, ms: number): Promise<List> {
  const { componentInstance: list } = TestBed.createComponent(List);
  list.count.set(count);
  await jest.advanceTimersByTimeAsync(ms);
  return list;
}

describe('FirstParts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lets few lines be drawn with the page, and few more in each task after it', async () => {
    const { limits } = await aList(30, 5000);
    const steps = limits.map((limit, at) => limit - (limits[at - 1] ?? 0));
    expect(limits[0]).toBe(4);
    expect(Math.max(...steps.filter(Number.isFinite))).toBe(6);
    expect(limits.at(-1)).toBe(Infinity);
  });

  it('waits for the picture with the first lines before it goes on', async () => {
    const frames = jest.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
    const { limits } = await aList(30, 500);
    expect(limits).toEqual([4]);
    for (const [frame] of frames.mock.calls) frame(0);
    await jest.advanceTimersByTimeAsync(5000);
    expect(limits.at(-1)).toBe(Infinity);
    frames.mockRestore();
  });

  it('goes on in a tab that nobody sees, which has no pictures', async () => {
    const frames = jest.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
    expect((await aList(30, 5000)).isListed).toBe(true);
    frames.mockRestore();
  });

  it.each([0, 4])('is complete at once where there are %i', async (count) => {
    const list = await aList(count, 100);
    expect([list.isListed, list.limits]).toEqual([true, [4, Infinity]]);
  });

  it('does not begin before it is known how many there are', async () => {
    expect((await aList(null, 5000)).isListed).toBe(false);
  });

  it('has all lines drawn at once from then on', async () => {
    await aList(30, 5000);
    expect((await aList(300, 100)).limits).toEqual([Infinity]);
  });
});

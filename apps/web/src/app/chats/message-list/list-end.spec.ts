import { signal } from '@angular/core';
import { ListEnd, type ScrollState } from './list-end';

describe('ListEnd', () => {
  const at = (scrollTop: number, scrollHeight: number): ScrollState => ({
    scrollTop,
    scrollHeight,
    clientHeight: 750,
  });

  function anEnd(): ListEnd {
    const end = new ListEnd(signal([]));
    end.look(at(2197, 2947), false);
    return end;
  }

  it('is left by who moves up, and reached by who comes back', () => {
    const end = anEnd();
    expect(end.look(at(2097, 2947), false)).toBe(false);
    expect(end.isReached()).toBe(false);
    end.look(at(2180, 2947), false);
    expect(end.isReached()).toBe(true);
  });

  it('is left by who goes to the beginning before anything else has moved', () => {
    const end = new ListEnd(signal([]));
    expect(end.look(at(0, 2947), false)).toBe(false);
    expect(end.isReached()).toBe(false);
  });

  it('is gone to where the first movement towards it was too short', () => {
    const end = new ListEnd(signal([]));
    expect(end.look(at(500, 2947), false)).toBe(true);
    expect(end.isReached()).toBe(true);
  });

  it('is not there where a row may be hidden below', () => {
    const end = new ListEnd(signal([]));
    end.isReached.set(false);
    end.look(at(2150, 2947), false);
    expect(end.isReached()).toBe(false);
  });

  it('is not left when rows come before there was room to scroll to them', () => {
    const end = anEnd();
    expect(end.look(at(2197, 3047), false)).toBe(true);
    expect(end.isReached()).toBe(true);
    expect(end.look(at(2297, 3047), false)).toBe(false);
  });

  it('stays left when rows come', () => {
    const end = anEnd();
    end.look(at(1000, 2947), false);
    expect(end.look(at(1000, 3047), false)).toBe(false);
    expect(end.isReached()).toBe(false);
  });

  it('keeps the rows of a screen while it is reached', () => {
    const rows = signal<readonly number[]>([1, 2, 3]);
    const end = new ListEnd(rows);
    expect(end.kept()).toEqual([0, 1, 2]);
    rows.set(Array.from({ length: 100 }, (_, n) => n));
    expect([end.kept().length, end.kept().at(-1)]).toEqual([18, 99]);
    end.isReached.set(false);
    expect(end.kept()).toEqual([]);
  });

  it('is not there where newer messages are not loaded', () => {
    const end = anEnd();
    expect(end.look(at(2197, 2947), true)).toBe(false);
    expect(end.isReached()).toBe(false);
  });
});

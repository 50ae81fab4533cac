import { ListEnd, type ScrollState } from './list-end';

describe('ListEnd', () => {
  const at = (scrollTop: number, scrollHeight: number): ScrollState => ({
    scrollTop,
    scrollHeight,
    clientHeight: 750,
  });

  function anEnd(): ListEnd {
    const end = new ListEnd();
    end.look(at(2197, 2947), false);
    return end;
  }

  it('is left by who moves up, and reached by who comes back', () => {
    const end = anEnd();
    expect(end.look(at(2097, 2947), false)).toBe(false);
    expect(end.isReached()).toBe(false);
    end.look(at(2150, 2947), false);
    expect(end.isReached()).toBe(true);
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

  it('is not there where newer messages are not loaded', () => {
    const end = anEnd();
    expect(end.look(at(2197, 2947), true)).toBe(false);
    expect(end.isReached()).toBe(false);
  });
});

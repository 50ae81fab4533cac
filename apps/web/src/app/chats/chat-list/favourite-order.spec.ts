import type { ChatId } from '@app/contracts';
import { favouritePlaces } from './favourite-order';

const id = (name: string) => name as ChatId;
const placed = (...places: readonly (readonly [string, number | null])[]) =>
  places.map(([name, favouritePlace]) => ({ id: id(name), favouritePlace }));

function moved(
  all: ReturnType<typeof placed>,
  shown: string,
  name: string,
  step: 1 | -1,
): Record<string, number> {
  const ids = shown.split('').map(id);
  return Object.fromEntries(favouritePlaces(all, ids, id(name), step));
}

describe('favouritePlaces', () => {
  const abc = placed(['a', 0], ['b', 1], ['c', 2]);

  it.each([
    ['b', -1, { b: 0, a: 1 }],
    ['b', 1, { c: 1, b: 2 }],
    ['c', -1, { c: 1, b: 2 }],
  ] as const)('moves %s by %i and names what changed', (name, step, places) => {
    expect(moved(abc, 'abc', name, step)).toEqual(places);
  });

  it.each([
    ['a', -1],
    ['c', 1],
    ['x', 1],
  ] as const)('leaves %s by %i where it is', (name, step) => {
    expect(moved(abc, 'abc', name, step)).toEqual({});
  });

  it('steps over those that stand elsewhere for now', () => {
    // b waits among the unread ones.
    expect(moved(abc, 'ac', 'c', -1)).toEqual({ c: 0, a: 1, b: 2 });
  });

  it('puts what two devices left on one place in order', () => {
    expect(moved(placed(['a', 1], ['b', 1], ['c', null]), 'abc', 'c', -1)).toEqual({
      a: 0,
      c: 1,
      b: 2,
    });
  });
});

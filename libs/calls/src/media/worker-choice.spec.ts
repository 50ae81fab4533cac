import type { MediaLoad } from './media-engine.js';
import { chooseWorker } from './worker-choice.js';

describe('chooseWorker', () => {
  const load = (rooms: number, share: number): MediaLoad => ({ rooms, share });
  const choose = (...loads: readonly (MediaLoad | undefined)[]) => chooseWorker(loads, 0.7);

  it('takes one that is idle, before it starts another', () => {
    expect(choose(load(1, 0.1), undefined, load(0, 0))).toBe(2);
  });

  it('starts another, before it puts two rooms on one', () => {
    expect(choose(load(1, 0.01), undefined)).toBe(1);
  });

  it('takes the one with the least to do', () => {
    expect(choose(load(1, 0.5), load(3, 0.2), load(2, 0.4))).toBe(1);
  });

  it('counts rooms where the work is about the same', () => {
    expect(choose(load(3, 0.11), load(2, 0.14))).toBe(1);
  });

  it('takes none when all are busy', () => {
    expect(choose(load(1, 0.7), load(1, 0.9))).toBeUndefined();
    expect(choose(load(1, 0.69), load(1, 0.9))).toBe(0);
    expect(choose()).toBeUndefined();
  });
});

import { signal } from '@angular/core';
import { kept, keepEach } from './kept';

interface Row {
  readonly id: string;
  readonly of: { readonly name: string } | null;
  readonly count?: number;
}

const [ann, bob] = [{ name: 'Ann' }, { name: 'Bob' }];
const idOf = ({ id }: Row) => id;
const rows: readonly Row[] = [
  { id: 'a', of: ann },
  { id: 'b', of: null, count: 1 },
];
const copies = () => rows.map((row) => ({ ...row }));

describe('keepEach', () => {
  it('is the list before when all say the same', () => {
    expect(keepEach(rows, copies(), idOf)).toBe(rows);
  });

  it.each<[string, Row]>([
    ['another part', { id: 'a', of: bob }],
    ['a part less', { id: 'a', of: null }],
    ['a part more', { id: 'a', of: ann, count: 1 }],
  ])('takes what has %s, and keeps the rest', (_, other) => {
    const [first, second] = keepEach(rows, [other, copies()[1]!], idOf);
    expect([first, second]).toEqual([other, rows[1]]);
    expect([first === other, second === rows[1]]).toEqual([true, true]);
  });

  it('follows another order and another length', () => {
    const turned = keepEach(rows, copies().toReversed(), idOf);
    expect([turned[0] === rows[1], turned[1] === rows[0]]).toEqual([true, true]);
    expect(keepEach(rows, copies().slice(1), idOf)).toHaveLength(1);
  });
});

describe('kept', () => {
  it('tells nobody that what was computed anew is the same', () => {
    const reason = signal(0);
    const things = kept(() => {
      reason();
      return copies();
    }, idOf);
    const before = things();
    reason.set(1);
    expect(things()).toBe(before);
  });
});

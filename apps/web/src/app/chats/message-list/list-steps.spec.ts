import { nextStep, noRows } from './list-steps';
import type { TimelineItem } from './timeline-items';

/** Rows by their keys: `'abc'` are three. */
const rowsOf = (keys: string): readonly TimelineItem[] =>
  Array.from(keys, (key) => ({ kind: 'day', key, day: key }));

/** The steps from one list to another, `>` where the place is kept. */
function stepsBetween(before: string, after: string): readonly string[] {
  const wanted = rowsOf(after);
  const steps: string[] = [];
  for (let now = nextStep(noRows, rowsOf(before)); now.rows !== wanted;) {
    now = nextStep(now, wanted);
    steps.push((now.shift ? '>' : '') + now.rows.map(({ key }) => key).join(''));
  }
  return steps;
}

describe('nextStep', () => {
  it.each([
    ['the first rows', '', 'cde', ['cde']],
    ['older ones in front', 'cde', 'abcde', ['>abcde']],
    ['newer ones at the end', 'abc', 'abcde', ['abcde']],
    ['older ones, while the end goes', 'cdef', 'abcd', ['>abcdef', 'abcd']],
    ['older ones, while somebody speaks', 'cd', 'abcde', ['>abcd', 'abcde']],
    ['the beginning goes', 'abcd', 'cd', ['>cd']],
    ['the beginning goes, while newer ones come', 'abcd', 'cdef', ['>cd', 'cdef']],
    ['as many come as go', 'bcd', 'abc', ['>abcd', 'abc']],
    ['one in the middle', 'abd', 'abcd', ['abcd']],
    ['another place', 'abc', 'xyz', ['xyz']],
    ['nothing any more', 'abc', '', ['']],
  ])('%s', (_, before, after, steps) => {
    expect(stepsBetween(before, after)).toEqual(steps);
  });
});

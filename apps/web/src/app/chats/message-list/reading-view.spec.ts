import { aMessage, aTimeline } from '../testing/builders';
import { isSameView, readingView } from './reading-view';

/** A day line, and the messages 4 to 6. */
const rows = aTimeline({ messages: [4, 5, 6].map((seq) => aMessage({ seq })) });

describe('readingView', () => {
  it.each([
    ['begins with the first message, also below a day line', 0, 2, 4, 4],
    ['leaves out what is cut off at the lower edge', 1, 3, 4, 5],
    ['has all of it where the list ends above the edge', 2, undefined, 5, 6],
    ['has seen nothing where one row fills the screen', 3, 3, 6, null],
  ])('%s', (_, top, bottom, topSeq, seenSeq) => {
    const view = readingView(rows, { top, bottom }, false);
    expect(view).toEqual({ isAtEnd: false, topSeq, seenSeq });
  });

  it('is nowhere in an empty list', () => {
    const view = readingView([], { top: 0, bottom: undefined }, true);
    expect(view).toEqual({ isAtEnd: true, topSeq: null, seenSeq: null });
  });
});

describe('isSameView', () => {
  it('tells views apart by what they say', () => {
    const view = readingView(rows, { top: 0, bottom: 2 }, false);
    expect(isSameView(view, { ...view })).toBe(true);
    expect(isSameView(null, null)).toBe(true);
    for (const other of [null, { ...view, isAtEnd: true }, { ...view, topSeq: 5 }])
      expect(isSameView(view, other)).toBe(false);
  });
});

import { aMessage, aTimeline } from '../testing/builders';
import { listStart } from './list-start';

const messages = [1, 2, 3].map((seq) => aMessage({ seq }));
/** A day line, and three messages. */
const rows = aTimeline({ messages });

describe('listStart', () => {
  it.each([
    ['the message that was asked for, in the middle', 3, 2, { index: 3, align: 'center' }],
    ['the one where one read, on top', null, 2, { index: 2, align: 'start' }],
    ['the end, where neither is here', 9, null, null],
    ['the end, where nothing was asked for', null, null, null],
  ] as const)('is %s', (_, targetSeq, startSeq, start) => {
    expect(listStart(rows, targetSeq, startSeq)).toEqual(start);
  });

  it('is the unread line, with a row above it where there is one', () => {
    const unread = aTimeline({ messages, unreadLineSeq: 2 });
    const line = unread.findIndex(({ kind }) => kind === 'unread');
    expect(line).toBeGreaterThan(0);
    expect(listStart(unread, null, null)).toEqual({ index: line - 1, align: 'start' });
    expect(listStart(unread.slice(line), null, null)).toEqual({ index: 0, align: 'start' });
  });
});

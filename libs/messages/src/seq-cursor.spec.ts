import { pageInfo } from '@app/platform';
import { seqOfCursor } from './seq-cursor.js';

const cursorOf = (...parts: string[]) => pageInfo(parts).nextCursor!;

describe('seqOfCursor', () => {
  it('is the slot where a page goes on, and none at the beginning', () => {
    expect(seqOfCursor(cursorOf('17'))).toBe(17);
    expect([seqOfCursor(undefined), seqOfCursor('')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['what is no cursor', 'made-up'],
    ['a place in another order', cursorOf('1', '2')],
    ['a name', cursorOf('ann')],
    ['nothing', cursorOf('')],
    ['a half', cursorOf('1.5')],
    ['a slot before all', cursorOf('-1')],
    ['more than there can be', cursorOf('1e300')],
  ])('refuses %s', (_what, cursor) => {
    expect(() => seqOfCursor(cursor)).toThrow(
      expect.objectContaining({ code: 'validation_failed' }) as Error,
    );
  });
});

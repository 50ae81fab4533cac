import { isReadBy } from './is-read-by.js';

describe('isReadBy', () => {
  it.each([
    ['mention', undefined, 4, false],
    ['mention', undefined, 5, true],
    // The mark of their coming is that of the message that says so.
    ['added', undefined, 5, false],
    ['added', undefined, 6, true],
    // Its message was read when it came, and so was the chat up to 8.
    ['reaction', 8, 5, false],
    ['reaction', 8, 8, false],
    ['reaction', 8, 9, true],
    // Stored when nothing was remembered.
    ['reaction', undefined, 5, true],
  ] as const)(
    '%s of 5, unread after %s, by a mark of %d: %s',
    (kind, unreadAfter, mark, isRead) => {
      expect(isReadBy({ kind, seq: 5, ...(unreadAfter && { unreadAfter }) }, mark)).toBe(isRead);
    },
  );
});

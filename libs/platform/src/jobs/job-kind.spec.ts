import * as z from 'zod/mini';
import { defineJob, retryPauseMs } from './job-kind.js';

describe('defineJob', () => {
  it('refuses a name that is not of a module, or that a backing would not take', () => {
    for (const name of ['purge', 'chats.', 'chats:purge.x', '.purge', 'chats.a b', '1.2'])
      expect(() => defineJob(name as never, z.strictObject({}))).toThrow('Not a name of a job');
    expect(defineJob('chats.find-deleted', z.strictObject({})).limits.attempts).toBe(5);
  });
});

describe('retryPauseMs', () => {
  const limits = { firstPauseMs: 1000, longestPauseMs: 300_000 };

  it('doubles with each failure up to its bound, and spreads over the upper half', () => {
    const ranges = [1, 2, 3, 9, 10, 1000].map((failures) =>
      [0, 1].map((random) => retryPauseMs(limits, failures, random)),
    );
    expect(ranges).toEqual([
      [500, 1000],
      [1000, 2000],
      [2000, 4000],
      [128_000, 256_000],
      [150_000, 300_000],
      [150_000, 300_000],
    ]);
  });
});

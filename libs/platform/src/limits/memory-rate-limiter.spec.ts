import { SystemClock } from '../clock/clock.js';
import { ManualTime } from '../testing/manual-time.js';
import { MemoryRateLimiter } from './memory-rate-limiter.js';
import { rateLimiterConformance } from './rate-limiter.conformance.js';

describe('MemoryRateLimiter', () => {
  rateLimiterConformance(
    () => {
      const limiter = new MemoryRateLimiter(new SystemClock());
      return [limiter, limiter];
    },
    () => undefined,
  );

  it('refills by the clock, to the millisecond', async () => {
    const time = new ManualTime();
    const limiter = new MemoryRateLimiter(time);
    const bucket = { capacity: 120, refillPerSecond: 4 };
    await limiter.consume('ada', bucket, 120);

    time.advance(249);
    expect(await limiter.consume('ada', bucket)).toMatchObject({
      isAllowed: false,
      retryAfterMs: 1,
    });
    time.advance(1);
    expect(await limiter.consume('ada', bucket)).toMatchObject({ isAllowed: true });
    time.advance(30_000);
    expect(await limiter.consume('ada', bucket, 0)).toMatchObject({ remaining: 120 });
  });

  it('survives a clock that is set back', async () => {
    const time = new ManualTime();
    const limiter = new MemoryRateLimiter(time);
    const bucket = { capacity: 2, refillPerSecond: 1 };
    await limiter.consume('ada', bucket);
    time.advance(-3_600_000);
    expect(await limiter.consume('ada', bucket)).toMatchObject({ isAllowed: true, remaining: 0 });
    time.advance(1000);
    expect(await limiter.consume('ada', bucket)).toMatchObject({ isAllowed: true });
  });

  it('remembers no more than it may, and forgets what was not used for longest', async () => {
    const limiter = new MemoryRateLimiter(new ManualTime(), 3);
    const bucket = { capacity: 5, refillPerSecond: 1 };
    for (const key of ['a', 'b', 'c', 'a', 'd']) await limiter.consume(key, bucket);

    expect(limiter.size).toBe(3);
    expect(await limiter.consume('a', bucket)).toMatchObject({ remaining: 2 });
    expect(await limiter.consume('b', bucket)).toMatchObject({ remaining: 4 });
  });
});

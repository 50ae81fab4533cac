import { eventually } from '../testing/eventually.js';
import type { Bucket, RateLimiter } from './rate-limiter.js';

/** Refills so slowly that it does not during a test. */
const slow: Bucket = { capacity: 3, refillPerSecond: 0.01 };
/** A token every 20 ms. */
const quick: Bucket = { capacity: 2, refillPerSecond: 50 };

/**
 * What every `RateLimiter` promises. `open` gives limiters of nodes that share their buckets; for a
 * memory one that is one node twice.
 */
export function rateLimiterConformance(
  open: () => readonly [RateLimiter, RateLimiter],
  close: () => Promise<void> | void,
): void {
  let here: RateLimiter;
  let there: RateLimiter;

  beforeEach(() => ([here, there] = open()));
  afterEach(() => close());

  it('allows a burst, and then refuses', async () => {
    const outcomes = [];
    for (let n = 0; n < 4; n++) outcomes.push(await here.consume('ada', slow));

    expect(outcomes.map(({ isAllowed }) => isAllowed)).toEqual([true, true, true, false]);
    expect(outcomes.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0]);
  });

  it('tells when the next one is there, and when all are', async () => {
    expect(await here.consume('ada', slow, 2)).toMatchObject({ isAllowed: true, retryAfterMs: 0 });
    await here.consume('ada', slow);

    const { retryAfterMs, resetMs } = await here.consume('ada', slow);

    expect(retryAfterMs).toBeGreaterThan(90_000);
    expect(retryAfterMs).toBeLessThanOrEqual(100_000);
    expect(resetMs).toBeGreaterThan(290_000);
    expect(resetMs).toBeLessThanOrEqual(300_000);
  });

  it('counts on all nodes together, exactly, whoever is first', async () => {
    const attempts = Array.from({ length: 40 }, (_, n) =>
      (n % 2 ? here : there).consume('ada', { capacity: 10, refillPerSecond: 0.01 }),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter(({ isAllowed }) => isAllowed)).toHaveLength(10);
  });

  it('keeps the buckets of different keys apart', async () => {
    for (let n = 0; n < 4; n++) await here.consume('ada', slow);
    expect(await here.consume('bob', slow)).toMatchObject({ isAllowed: true, remaining: 2 });
  });

  it('refills steadily, and never beyond its capacity', async () => {
    await here.consume('ada', quick, 2);
    await eventually(async () => {
      expect(await here.consume('ada', quick, 0)).toMatchObject({ remaining: 2, resetMs: 0 });
    });
    expect(await here.consume('ada', quick)).toMatchObject({ isAllowed: true, remaining: 1 });
  });

  it('takes nothing when it refuses, so that waiting is worth it', async () => {
    await here.consume('ada', slow, 2);
    expect(await here.consume('ada', slow, 2)).toMatchObject({ isAllowed: false, remaining: 1 });
    expect(await here.consume('ada', slow)).toMatchObject({ isAllowed: true, remaining: 0 });
  });

  it('only looks when nothing is taken', async () => {
    for (let n = 0; n < 9; n++) await here.consume('ada', slow, 0);
    expect(await here.consume('ada', slow)).toMatchObject({ remaining: 2 });
  });

  it('takes any text for a key', async () => {
    for (const key of ['', ':', '{a}', 'ü 🙂', '__proto__', 'x'.repeat(5000)]) {
      expect(await here.consume(key, slow)).toMatchObject({ isAllowed: true, remaining: 2 });
    }
  });
}

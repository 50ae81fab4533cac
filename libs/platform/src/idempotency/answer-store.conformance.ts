import { eventually } from '../testing/eventually.js';
import type { AnswerStore, Claim } from './answer-store.js';

let tries = 0;

/** A new try. */
const asked = (key: string, fingerprint: string): Claim => ({
  key,
  fingerprint,
  nonce: `try ${tries++}`,
});

/**
 * What every `AnswerStore` promises. `open` gives those of two processes; for one in memory that is
 * the same twice.
 */
export function answerStoreConformance(
  open: () => Promise<readonly [AnswerStore, AnswerStore]>,
  close: () => Promise<void> | void,
): void {
  let here: AnswerStore;
  let there: AnswerStore;

  beforeEach(async () => ([here, there] = await open()));
  afterEach(() => close());

  it('gives a key to one of all who claim it at once', async () => {
    const claims = await Promise.all(
      [here, there, here, there].map((store) => store.claim(asked('k', 'print'), 60_000)),
    );
    expect(claims.filter((claim) => claim === undefined)).toHaveLength(1);
    const others = claims.filter((claim) => claim !== undefined);
    expect(others.map(({ fingerprint, answer }) => [fingerprint, answer])).toEqual(
      Array.from({ length: 3 }, () => ['print', undefined]),
    );
    expect(await there.claim(asked('another', 'print'), 60_000)).toBeUndefined();
  });

  it('shows the answer to whoever comes after, with what was asked', async () => {
    const first = asked('k', 'print');
    await here.claim(first, 60_000);
    await here.keep(first, 'an answer', 60_000);
    expect(await there.claim(asked('k', 'other'), 60_000)).toEqual({
      fingerprint: 'print',
      answer: 'an answer',
    });
  });

  it('gives a key anew that was released, or whose time is over', async () => {
    const first = asked('k', 'print');
    const third = asked('k', 'third');
    await here.claim(first, 60_000);
    await here.release(first);
    expect(await there.claim(asked('k', 'second'), 30)).toBeUndefined();
    await eventually(async () => expect(await here.claim(third, 60_000)).toBeUndefined());
    expect(await there.claim(first, 60_000)).toMatchObject({ fingerprint: 'third' });
    await here.keep(third, 'an answer', 30);
    await eventually(async () =>
      expect(await there.claim(asked('k', 'x'), 60_000)).toBeUndefined(),
    );
  });

  it('keeps that nobody knows how it ended for longer than a claim', async () => {
    const first = asked('k', 'print');
    const lasts = asked('other', 'print');
    await here.claim(first, 30);
    await here.claim(lasts, 30);
    await here.keep(first, undefined, 60_000);
    await eventually(async () => expect(await there.claim(lasts, 60_000)).toBeUndefined());
    expect(await there.claim(asked('k', 'print'), 60_000)).toEqual({ fingerprint: 'print' });
  });

  it('leaves to a later one what the one before has lost', async () => {
    const late = asked('k', 'late');
    const next = asked('k', 'next');
    await here.claim(late, 30);
    await eventually(async () => expect(await there.claim(next, 60_000)).toBeUndefined());
    await here.release(late);
    await here.keep(late, 'an answer of before', 60_000);
    expect(await here.claim(asked('k', 'x'), 60_000)).toEqual({ fingerprint: 'next' });
    await there.keep(next, 'an answer', 60_000);
    await here.release(late);
    expect(await here.claim(asked('k', 'x'), 60_000)).toMatchObject({ answer: 'an answer' });
  });

  it('keeps what was done after its time, where nobody else is at it', async () => {
    const late = asked('k', 'late');
    await here.keep(late, 'an answer', 60_000);
    expect(await there.claim(asked('k', 'x'), 60_000)).toMatchObject({ answer: 'an answer' });
  });
}

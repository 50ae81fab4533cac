import { eventually } from '../testing/eventually.js';
import type { AnswerStore } from './answer-store.js';

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
      [here, there, here, there].map((store) => store.claim('k', 'print', 60_000)),
    );
    expect(claims.filter((claim) => claim === undefined)).toHaveLength(1);
    const others = claims.filter((claim) => claim !== undefined);
    expect(others.map(({ fingerprint, answer }) => [fingerprint, answer])).toEqual(
      Array.from({ length: 3 }, () => ['print', undefined]),
    );
    expect(await there.claim('another', 'print', 60_000)).toBeUndefined();
  });

  it('shows the answer to whoever comes after, with what was asked', async () => {
    await here.claim('k', 'print', 60_000);
    await here.keep('k', { fingerprint: 'print', answer: 'an answer' }, 60_000);
    expect(await there.claim('k', 'other', 60_000)).toEqual({
      fingerprint: 'print',
      answer: 'an answer',
    });
  });

  it('gives a key anew that was released, or whose time is over', async () => {
    await here.claim('k', 'print', 60_000);
    await here.release('k');
    expect(await there.claim('k', 'second', 30)).toBeUndefined();
    await eventually(async () => expect(await here.claim('k', 'third', 60_000)).toBeUndefined());
    expect(await there.claim('k', 'print', 60_000)).toMatchObject({ fingerprint: 'third' });
    await here.keep('k', { fingerprint: 'third', answer: 'an answer' }, 30);
    await eventually(async () => expect(await there.claim('k', 'x', 60_000)).toBeUndefined());
  });
}

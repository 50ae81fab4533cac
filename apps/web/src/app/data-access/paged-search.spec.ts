import { TestBed } from '@angular/core/testing';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { PagedSearch, type Page } from './paged-search';

/** Answers each question when the test says so. */
function aSearch() {
  const asked: [query: string, cursor: string | undefined][] = [];
  const answers: PromiseWithResolvers<Page<string>>[] = [];
  const ask = (query: string, cursor?: string) => {
    asked.push([query, cursor]);
    const answer = Promise.withResolvers<Page<string>>();
    answers.push(answer);
    return answer.promise;
  };
  const search = TestBed.runInInjectionContext(() => new PagedSearch(ask));
  const settle = async () => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(200);
  };
  const answer = async (n: number, items: readonly string[], nextCursor: string | null = null) => {
    answers[n]!.resolve({ items, page: { nextCursor } });
    await jest.advanceTimersByTimeAsync(0);
  };
  return { search, asked, answers, settle, answer };
}

describe('PagedSearch', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks for everything first, and for each pause in the typing', async () => {
    const { search, asked, settle, answer } = aSearch();
    await settle();
    await answer(0, ['ada', 'mira']);
    expect([search.items(), search.isAnswered()]).toEqual([['ada', 'mira'], true]);
    for (const query of ['a', 'ad', 'ada ']) {
      search.query.set(query);
      TestBed.tick();
    }
    await settle();
    expect(asked).toEqual([
      ['', undefined],
      ['ada', undefined],
    ]);
  });

  it('keeps the answer to the newer question, whichever comes last', async () => {
    const { search, settle, answer } = aSearch();
    await settle();
    search.query.set('mira');
    await settle();
    await answer(1, ['mira']);
    await answer(0, ['ada', 'mira']);
    expect(search.items()).toEqual(['mira']);
  });

  it('does not say why an older question has no answer', async () => {
    const { search, answers, settle, answer } = aSearch();
    await settle();
    search.query.set('mira');
    await settle();
    await answer(1, ['mira']);
    answers[0]!.reject(new ConnectionLost());
    await jest.advanceTimersByTimeAsync(0);
    expect([search.items(), search.problem()]).toEqual([['mira'], '']);
  });

  it('adds page to page, once each, until there is no more', async () => {
    const { search, asked, settle, answer } = aSearch();
    await settle();
    await answer(0, ['ada'], 'after-ada');
    expect(search.hasMore()).toBe(true);
    void search.more();
    void search.more();
    await answer(1, ['mira']);
    expect(asked).toEqual([
      ['', undefined],
      ['', 'after-ada'],
    ]);
    expect([search.items(), search.hasMore()]).toEqual([['ada', 'mira'], false]);
  });

  it('asks again when the server lets it, and says how long that takes', async () => {
    const { search, asked, answers, settle, answer } = aSearch();
    await settle();
    answers[0]!.reject(new RequestProblem('rate_limited', 429, { retryAfterMs: 3000 }));
    await jest.advanceTimersByTimeAsync(2999);
    expect([asked.length, search.problem()]).toEqual([1, 'Too many tries. Wait 3 seconds.']);
    await jest.advanceTimersByTimeAsync(1);
    await answer(1, ['ada']);
    expect([search.items(), search.problem()]).toEqual([['ada'], '']);
  });

  it('asks no more once it is gone, or something else is looked for', async () => {
    const { search, asked, answers, settle } = aSearch();
    await settle();
    const refusal = new RequestProblem('rate_limited', 429, { retryAfterMs: 3000 });
    answers[0]!.reject(refusal);
    await jest.advanceTimersByTimeAsync(0);
    search.query.set('mira');
    await settle();
    await jest.advanceTimersByTimeAsync(3000);
    expect(asked.map(([query]) => query)).toEqual(['', 'mira']);
    answers[1]!.reject(refusal);
    await jest.advanceTimersByTimeAsync(0);
    TestBed.resetTestingModule();
    await jest.advanceTimersByTimeAsync(3000);
    expect(asked).toHaveLength(2);
  });

  it('says why it cannot answer, and keeps what it has', async () => {
    const { search, answers, settle, answer } = aSearch();
    await settle();
    await answer(0, ['ada'], 'after-ada');
    void search.more();
    answers[1]!.reject(new ConnectionLost());
    await jest.advanceTimersByTimeAsync(0);
    expect([search.items(), search.hasMore()]).toEqual([['ada'], true]);
    expect(search.problem()).toContain('No connection');
  });
});

import { ConnectionLost, RequestProblem } from '@app/web-session';
import { codeWords, problemWords } from './problem-words';

describe('problemWords', () => {
  let error: jest.SpyInstance;
  beforeEach(() => (error = jest.spyOn(console, 'error').mockReturnValue()));
  afterEach(() => error.mockRestore());

  it('say what is off while a service is away, and that the rest works', () => {
    const away = (service: string) => new RequestProblem('service_unavailable', 503, { service });
    expect(problemWords(away('users'))).toBe(
      'Profiles and the search for people: away for now. The rest works; try again in a moment.',
    );
    expect(problemWords(away('something-new'))).toBe(codeWords('service_unavailable'));
  });

  it('say how long to wait', () => {
    const soon = new RequestProblem('rate_limited', 429, { retryAfterMs: 1500 });
    expect(problemWords(soon)).toBe('Too many tries. Wait 2 seconds.');
  });

  it('tell a lost connection from an error', () => {
    expect(problemWords(new ConnectionLost())).toContain('No connection');
    expect(problemWords(new RequestProblem('internal', 500, {}))).toContain('on our side');
  });

  it('say that a mistake of the client is ours, and leave it in the console', () => {
    const mistake = new TypeError("Cannot read properties of null (reading 'id')");
    expect(problemWords(mistake)).toContain('on our side');
    expect(error.mock.calls).toEqual([[mistake]]);
    problemWords(new ConnectionLost());
    problemWords(new RequestProblem('internal', 500, {}));
    expect(error).toHaveBeenCalledTimes(1);
  });

  it.each([
    'Failed to fetch dynamically imported module: https://a.example/chunk-A.js',
    'error loading dynamically imported module: https://a.example/chunk-A.js',
    'Importing a module script failed.',
  ])('tell code that did not come, however the browser says it: %s', (said) => {
    expect(problemWords(new TypeError(said))).toContain('did not load');
    expect(problemWords(new Error(said))).toContain('on our side');
  });
});

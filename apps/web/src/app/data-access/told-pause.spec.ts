import { RequestProblem } from '@app/web-session';
import { ToldPause } from './told-pause';

const tooOften = (retryAfterMs: number) =>
  new RequestProblem('rate_limited', 429, { retryAfterMs });

/** Refuses as `refusals` say, one after the other, and answers then. */
function aServer(...refusals: readonly Error[]) {
  const left = [...refusals];
  const ask = jest.fn(() => {
    const refusal = left.shift();
    return refusal ? Promise.reject(refusal) : Promise.resolve('answer');
  });
  return ask;
}

describe('ToldPause', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks again when the server has said, and not before', async () => {
    const ask = aServer(tooOften(7000));
    const [told, answered] = [jest.fn(), jest.fn()];
    void new ToldPause().ask(ask, () => true, told).then(answered);
    await jest.advanceTimersByTimeAsync(6999);
    expect([ask.mock.calls.length, told.mock.calls]).toEqual([1, [[tooOften(7000)]]]);
    await jest.advanceTimersByTimeAsync(1);
    expect([ask.mock.calls.length, answered.mock.calls]).toEqual([2, [['answer']]]);
  });

  it('holds back other questions as well', async () => {
    const pause = new ToldPause();
    const [first, second] = [aServer(tooOften(7000)), aServer()];
    void pause.ask(first, () => true);
    await jest.advanceTimersByTimeAsync(3000);
    void pause.ask(second, () => true);
    await jest.advanceTimersByTimeAsync(3999);
    expect(second).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([2, 1]);
  });

  it('asks no more for what nobody wants by then', async () => {
    const ask = aServer(tooOften(1000));
    const asked = new ToldPause().ask(ask, () => false);
    const rejected = expect(asked).rejects.toEqual(tooOften(1000));
    await jest.advanceTimersByTimeAsync(1000);
    await rejected;
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['takes too long', tooOften(30_001)],
    ['was not said', tooOften(0)],
    ['is another refusal', new RequestProblem('forbidden', 403, {})],
  ])('does not wait for what %s', async (_, refusal) => {
    const ask = aServer(refusal);
    await expect(new ToldPause().ask(ask, () => true)).rejects.toBe(refusal);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('gives up after three tries', async () => {
    const ask = aServer(tooOften(10), tooOften(10), tooOften(10));
    const rejected = expect(new ToldPause().ask(ask, () => true)).rejects.toEqual(tooOften(10));
    await jest.advanceTimersByTimeAsync(20);
    await rejected;
    expect(ask).toHaveBeenCalledTimes(3);
  });
});

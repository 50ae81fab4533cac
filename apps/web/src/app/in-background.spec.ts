import { inBackground } from './in-background';

describe('inBackground', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, 'scheduler'));

  it('goes after all that the browser has to do, where it can be told', () => {
    const postTask = jest.fn(() => Promise.resolve());
    Object.assign(globalThis, { scheduler: { postTask } });
    const run = jest.fn();
    inBackground(run);
    expect(postTask.mock.calls).toEqual([[run, { priority: 'background' }]]);
  });

  it('is a task of its own elsewhere', () => {
    jest.useFakeTimers();
    const run = jest.fn();
    inBackground(run);
    expect(run).not.toHaveBeenCalled();
    jest.runAllTimers();
    expect(run).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
  });
});

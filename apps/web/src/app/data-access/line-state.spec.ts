import type { ConnectionNews } from '@app/web-realtime';
import { LineState } from './line-state';

describe('LineState', () => {
  let tell: (news: ConnectionNews) => void;
  let line: LineState;

  beforeEach(() => {
    jest.useFakeTimers();
    const listen = (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    };
    const nothing = () => undefined;
    const connection = { listen, ask: () => Promise.reject(new Error('No line')) };
    line = new LineState({ connection, start: nothing, hurry: nothing, close: nothing });
  });
  afterEach(() => {
    line.close();
    jest.useRealTimers();
  });

  it('tells that the line is away once that has lasted', () => {
    jest.advanceTimersByTime(2900);
    expect(line.state()).toBe('connecting');
    jest.advanceTimersByTime(200);
    expect(line.state()).toBe('offline');
    tell({ kind: 'ready' });
    expect(line.state()).toBe('online');
  });

  it('gives a line whose code came late as long as any other', () => {
    jest.advanceTimersByTime(2900);
    line.noteStart();
    jest.advanceTimersByTime(2900);
    expect(line.state()).toBe('connecting');
    jest.advanceTimersByTime(200);
    expect(line.state()).toBe('offline');
  });

  it('does not take back what it has told because the code has come', () => {
    jest.advanceTimersByTime(3100);
    line.noteStart();
    expect(line.state()).toBe('offline');
  });
});

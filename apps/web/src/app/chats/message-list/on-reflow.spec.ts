import { onReflow } from './on-reflow';

/** An element whose size a test sets; how often it was reflowed. */
function anElement() {
  const observers = new Set<() => void>();
  class Observer {
    constructor(private readonly look: () => void) {}
    observe(): void {
      observers.add(this.look);
    }
    disconnect(): void {
      observers.delete(this.look);
    }
  }
  Object.assign(globalThis, { ResizeObserver: Observer });
  const element = document.createElement('div');
  const run = jest.fn();
  const stop = onReflow(element, run);
  const becomes = (clientWidth: number): number => {
    Object.defineProperty(element, 'clientWidth', { value: clientWidth, configurable: true });
    for (const look of observers) look();
    return run.mock.calls.length;
  };
  return { becomes, stop };
}

describe('onReflow', () => {
  const { ResizeObserver } = globalThis as { ResizeObserver?: unknown };
  afterEach(() => Object.assign(globalThis, { ResizeObserver }));

  it('runs for another width, and for no other height', () => {
    const { becomes } = anElement();
    expect([600, 600, 580, 580, 600].map(becomes)).toEqual([0, 0, 1, 1, 2]);
  });

  it('runs no longer once it is stopped', () => {
    const { becomes, stop } = anElement();
    becomes(600);
    stop();
    expect(becomes(580)).toBe(0);
  });
});

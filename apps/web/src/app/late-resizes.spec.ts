import { hushLateResizes } from './late-resizes';

describe('hushLateResizes', () => {
  function heardOf(message: string): readonly string[] {
    const target = new EventTarget();
    const heard: string[] = [];
    hushLateResizes(target);
    target.addEventListener('error', (event) => heard.push((event as ErrorEvent).message));
    target.dispatchEvent(new ErrorEvent('error', { message }));
    return heard;
  }

  it('keeps to itself that sizes are observed in the next frame', () => {
    expect(heardOf('ResizeObserver loop completed with undelivered notifications.')).toEqual([]);
  });

  it('lets every other error through', () => {
    expect(heardOf('Uncaught TypeError: x is not a function')).toEqual([
      'Uncaught TypeError: x is not a function',
    ]);
  });
});

import { Settling } from './settling';

describe('Settling', () => {
  const frame = (): void => jest.advanceTimersToNextFrame();
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is on from its beginning until three frames brought nothing', () => {
    const settling = new Settling();
    expect(settling.isOn()).toBe(false);
    settling.begin();
    frame();
    frame();
    expect(settling.isOn()).toBe(true);
    frame();
    expect(settling.isOn()).toBe(false);
  });

  it('goes on with what is measured meanwhile', () => {
    const settling = new Settling();
    settling.begin();
    frame();
    frame();
    settling.prolong();
    frame();
    frame();
    expect(settling.isOn()).toBe(true);
    frame();
    expect(settling.isOn()).toBe(false);
  });

  it('is not begun by a measure alone', () => {
    const settling = new Settling();
    settling.prolong();
    expect(settling.isOn()).toBe(false);
  });
});

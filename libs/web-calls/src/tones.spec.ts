import { Tones } from './tones';

/** Locks of a browser, as far as tabs that ring use them: one after the other. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, { signal }: LockOptions, hold: () => Promise<unknown>) => {
    const turn = last.then(() => {
      if (signal?.aborted) throw new DOMException('', 'AbortError');
      return hold();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return { request };
}

const turn = () => jest.advanceTimersByTimeAsync(0);

describe('Tones', () => {
  const sounding = new Set<object>();

  class FakeContext {
    readonly currentTime = 0;
    constructor() {
      sounding.add(this);
    }
    createGain = () => ({
      connect: () => undefined,
      gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
    });
    close = () => Promise.resolve(sounding.delete(this));
  }

  class FakeOscillator {
    readonly connect = () => undefined;
    readonly start = () => undefined;
    readonly stop = () => undefined;
  }

  beforeEach(() => {
    jest.useFakeTimers();
    sounding.clear();
    Object.assign(globalThis, { AudioContext: FakeContext, OscillatorNode: FakeOscillator });
    Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true });
  });
  afterEach(() => {
    jest.useRealTimers();
    for (const name of ['AudioContext', 'OscillatorNode']) Reflect.deleteProperty(globalThis, name);
    Reflect.deleteProperty(navigator, 'locks');
  });

  it('sounds in one tab, and in the next one when that falls silent', async () => {
    const [one, other] = [new Tones(), new Tones()];
    one.play('ring');
    other.play('ring');
    await turn();
    expect(sounding.size).toBe(1);
    const [first] = sounding;
    one.stop();
    await turn();
    expect([sounding.size, sounding.has(first!)]).toEqual([1, false]);
    other.stop();
    await turn();
    expect(sounding.size).toBe(0);
  });

  it('plays another tone instead, and leaves nothing behind', async () => {
    const tones = new Tones();
    tones.play('ringback');
    await turn();
    tones.play('ring');
    await turn();
    expect(sounding.size).toBe(1);
    tones.stop();
    await turn();
    expect([sounding.size, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it('makes no sound that was over before its turn', async () => {
    const [one, other] = [new Tones(), new Tones()];
    one.play('ring');
    other.play('ring');
    other.stop();
    one.stop();
    await turn();
    expect(sounding.size).toBe(0);
  });
});

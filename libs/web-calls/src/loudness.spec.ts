import { loudnessOf, watchSpeaking } from './loudness';

describe('loudnessOf', () => {
  const contexts: { isClosed: boolean }[] = [];
  let sources = 0;

  class FakeContext {
    isClosed = false;
    constructor() {
      contexts.push(this);
    }
    createAnalyser = () => ({
      fftSize: 4,
      getFloatTimeDomainData: (samples: Float32Array) => samples.fill(0.5),
    });
    createMediaStreamSource = () => {
      sources++;
      return { connect: () => undefined, disconnect: () => sources-- };
    };
    close = () => Promise.resolve((this.isClosed = true));
  }

  beforeEach(() => {
    contexts.length = 0;
    Object.assign(globalThis, { AudioContext: FakeContext, MediaStream: class {} });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'AudioContext');
    Reflect.deleteProperty(globalThis, 'MediaStream');
  });

  it('listens to all by one context, which goes with the last of them', () => {
    const all = [1, 2, 3].map(() => loudnessOf({} as MediaStreamTrack));
    expect([contexts.length, sources, all[0]!.level()]).toEqual([1, 3, 0.5]);
    for (const one of all.slice(1)) one.close();
    all[1]!.close();
    expect([contexts[0]!.isClosed, sources]).toEqual([false, 1]);
    all[0]!.close();
    expect([contexts[0]!.isClosed, sources]).toEqual([true, 0]);
    loudnessOf({} as MediaStreamTrack).close();
    expect(contexts.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  });
});

describe('watchSpeaking', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function aVoice() {
    const heard: boolean[] = [];
    const voice = { now: 0, isClosed: false };
    const loudness = { level: () => voice.now, close: () => (voice.isClosed = true) };
    const stop = watchSpeaking(loudness, (isSpeaking) => heard.push(isSpeaking));
    const hear = (level: number, ms: number) => {
      voice.now = level;
      jest.advanceTimersByTime(ms);
    };
    return { voice, heard, hear, stop };
  }

  it('tells of the first word, and of the end after a pause', () => {
    const { heard, hear } = aVoice();
    hear(0.005, 1000);
    expect(heard).toEqual([]);
    hear(0.1, 100);
    expect(heard).toEqual([true]);
    hear(0.001, 500);
    hear(0.1, 100);
    expect(heard).toEqual([true]);
    hear(0.001, 700);
    expect(heard).toEqual([true, false]);
  });

  it('listens no more once it is stopped', () => {
    const { voice, heard, hear, stop } = aVoice();
    stop();
    hear(0.1, 1000);
    expect([voice.isClosed, heard]).toEqual([true, []]);
  });
});

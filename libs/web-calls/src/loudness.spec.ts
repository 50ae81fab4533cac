import { watchSpeaking } from './loudness';

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

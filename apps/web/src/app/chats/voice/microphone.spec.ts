import { TestBed } from '@angular/core/testing';
import { Microphone } from './microphone';
import { soundType, voiceName } from './sound-type';

/** What jsdom lacks of a device: one track, a recorder that is told what to say, and a meter. */
function aDevice({ types = ['audio/webm;codecs=opus'], refusal = null as Error | null } = {}) {
  const track = { state: 'live', stop: () => (track.state = 'stopped') };
  const asked: unknown[] = [];
  const recorders: FakeRecorder[] = [];
  const meters: { state: string }[] = [];
  class FakeRecorder extends EventTarget {
    static readonly isTypeSupported = (type: string) => types.includes(type);
    state = 'inactive';
    readonly mimeType: string;

    constructor(_: unknown, { mimeType = 'audio/ogg' }: { mimeType?: string }) {
      super();
      this.mimeType = mimeType;
      recorders.push(this);
    }

    start = () => (this.state = 'recording');
    pause = () => (this.state = 'paused');
    resume = () => (this.state = 'recording');

    say(words: string): void {
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([words]) }));
    }

    stop(): void {
      this.state = 'inactive';
      queueMicrotask(() => {
        this.say('end');
        this.dispatchEvent(new Event('stop'));
      });
    }
  }
  class FakeMeter {
    state = 'running';
    constructor() {
      meters.push(this);
    }
    createAnalyser = () => ({
      fftSize: 4,
      getFloatTimeDomainData: (samples: Float32Array) => samples.set([0.5, -0.5, 0.5, -0.5]),
    });
    createMediaStreamSource = () => ({ connect: () => undefined });
    close = () => Promise.resolve((this.state = 'closed'));
  }
  Object.assign(globalThis, {
    MediaRecorder: FakeRecorder,
    AudioContext: FakeMeter,
    isSecureContext: true,
  });
  const getUserMedia = (wish: unknown) => {
    asked.push(wish);
    return refusal ? Promise.reject(refusal) : Promise.resolve({ getTracks: () => [track] });
  };
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
  const broken: 1[] = [];
  const open = () => TestBed.inject(Microphone).open(() => broken.push(1));
  return { track, asked, recorders, meters, broken, open };
}

const named = (name: string) => Object.assign(new Error(name), { name });
const textOf = (blob: Blob) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsText(blob);
  });

describe('Microphone', () => {
  it('is asked for when it is opened, and let go with what it has heard', async () => {
    const { track, asked, recorders, meters, open } = aDevice();
    expect([TestBed.inject(Microphone), asked]).toEqual([expect.anything(), []]);
    const microphone = await open();
    expect([asked.length, track.state, microphone.level()]).toEqual([1, 'live', 0.5]);
    recorders[0]!.say('one, ');
    microphone.pause();
    expect(recorders[0]!.state).toBe('paused');
    microphone.resume();
    recorders[0]!.say('two, ');
    const content = await microphone.end();
    expect([content.type, await textOf(content)]).toEqual([
      'audio/webm;codecs=opus',
      'one, two, end',
    ]);
    expect([track.state, meters[0]!.state]).toEqual(['stopped', 'closed']);
  });

  it('is let go when it is dropped', async () => {
    const { track, meters, open } = aDevice();
    (await open()).drop();
    expect([track.state, meters[0]!.state]).toEqual(['stopped', 'closed']);
  });

  it('tells that it was taken away, and still has what it has heard', async () => {
    const { recorders, broken, open } = aDevice();
    const microphone = await open();
    recorders[0]!.say('so far');
    recorders[0]!.state = 'inactive';
    recorders[0]!.dispatchEvent(new Event('stop'));
    expect(broken).toEqual([1]);
    expect(await textOf(await microphone.end())).toBe('so far');
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotSupportedError', 'unsupported'],
    ['NotReadableError', 'busy'],
  ])('by %s says that it is %s', async (name, obstacle) => {
    await expect(aDevice({ refusal: named(name) }).open()).rejects.toMatchObject({ obstacle });
  });

  it('is not asked for on a page that is not secure, or by a browser that cannot record', async () => {
    const { asked, open } = aDevice();
    Object.assign(globalThis, { isSecureContext: false });
    await expect(open()).rejects.toMatchObject({ obstacle: 'insecure' });
    Object.assign(globalThis, { isSecureContext: true });
    Reflect.deleteProperty(globalThis, 'MediaRecorder');
    await expect(open()).rejects.toMatchObject({ obstacle: 'unsupported' });
    expect(asked).toEqual([]);
  });

  it('is let go where its recorder cannot begin', async () => {
    const { track, open } = aDevice();
    Object.assign(globalThis, {
      MediaRecorder: Object.assign(
        jest.fn(() => {
          throw named('NotSupportedError');
        }),
        { isTypeSupported: () => false },
      ),
    });
    await expect(open()).rejects.toMatchObject({ obstacle: 'unsupported' });
    expect(track.state).toBe('stopped');
  });

  it('records what others can play, and names it so', () => {
    const at = new Date(2026, 2, 2, 9, 5);
    aDevice({ types: ['audio/mp4', 'audio/webm;codecs=opus'] });
    expect(soundType()).toBe('audio/webm;codecs=opus');
    aDevice({ types: ['audio/mp4'] });
    expect([soundType(), voiceName('audio/mp4;codecs=mp4a', at)]).toEqual([
      'audio/mp4',
      'voice-2026-03-02-0905.m4a',
    ]);
    aDevice({ types: [] });
    expect([soundType(), voiceName('audio/ogg;codecs=opus', at), voiceName('', at)]).toEqual([
      undefined,
      'voice-2026-03-02-0905.ogg',
      'voice-2026-03-02-0905.webm',
    ]);
  });
});

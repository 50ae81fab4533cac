import { ChosenDevices } from './chosen-devices';
import { OwnMedia } from './own-media';

/** A track of a device, which a test can unplug. */
class FakeTrack extends EventTarget {
  enabled = true;
  contentHint = '';
  isStopped = false;
  readonly wishes: MediaTrackConstraints[] = [];
  abilities: MediaTrackCapabilities = {};

  constructor(readonly kind: string) {
    super();
  }

  stop(): void {
    this.isStopped = true;
  }

  getCapabilities(): MediaTrackCapabilities {
    return this.abilities;
  }

  applyConstraints(wish: MediaTrackConstraints): Promise<void> {
    this.wishes.push(wish);
    return Promise.resolve();
  }
}

/** Devices that open when a test says so. */
function plugIn() {
  const opened: FakeTrack[] = [];
  const devices = {
    refusal: null as string | null,
    asked: 0,
    /** The one that was chosen. */
    isUnplugged: false,
    wish: null as MediaStreamConstraints | null,
    /** What was asked of the screen. */
    shown: null as DisplayMediaStreamOptions | null,
    /** The screen has a sound of its own. */
    hasSound: false,
    abilities: {} as MediaTrackCapabilities,
    gate: Promise.resolve<unknown>(null),
  };
  const open = async (kind: string) => {
    devices.asked++;
    const { refusal } = devices;
    await devices.gate;
    if (refusal) throw new DOMException('', refusal);
    const track = new FakeTrack(kind);
    track.abilities = devices.abilities;
    opened.push(track);
    const tracks = [track];
    if (kind === 'screen' && devices.hasSound) tracks.push(new FakeTrack('audio'));
    const ofKind = (isSound: boolean) =>
      tracks.filter((each) => (each.kind === 'audio') === isSound);
    return {
      getTracks: () => tracks,
      getAudioTracks: () => ofKind(true),
      getVideoTracks: () => ofKind(false),
    };
  };
  const mediaDevices = {
    getUserMedia: (wish: MediaStreamConstraints) => {
      devices.wish = wish;
      if (devices.isUnplugged && JSON.stringify(wish).includes('exact'))
        return Promise.reject(new DOMException('', 'OverconstrainedError'));
      return open(wish.audio ? 'audio' : 'video');
    },
    getDisplayMedia: (wish: DisplayMediaStreamOptions) => {
      devices.shown = wish;
      return open('screen');
    },
    enumerateDevices: () => Promise.resolve([]),
  };
  Object.assign(navigator, { mediaDevices });
  Object.assign(globalThis, { isSecureContext: true });
  const chosen = new ChosenDevices();
  return { devices, opened, chosen, own: new OwnMedia(chosen) };
}

const turn = () => jest.advanceTimersByTimeAsync(0);

describe('OwnMedia', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(navigator, 'mediaDevices');
  });

  it('sends what is open and not muted', async () => {
    const { own, opened } = plugIn();
    await own.openMicrophone();
    expect(own.sent()).toEqual({ audio: true, video: false, screen: false });
    own.mute(true);
    expect([own.sent().audio, opened[0]!.enabled, opened[0]!.isStopped]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('opens the device that was chosen and no other, and any where it is not there', async () => {
    const { own, chosen, devices } = plugIn();
    await own.openMicrophone();
    expect(devices.wish!.audio).not.toHaveProperty('deviceId');
    chosen.choose('audioinput', 'headset');
    await own.openMicrophone();
    expect(devices.wish).toMatchObject({ audio: { deviceId: { exact: 'headset' } } });
    chosen.choose('videoinput', 'webcam');
    devices.isUnplugged = true;
    expect(await own.openCamera()).toBe(true);
    expect(devices.wish!.video).not.toHaveProperty('deviceId');
  });

  it('asks for a microphone without echo and noise, and as loud as others, whichever it is', async () => {
    const { own, chosen, devices } = plugIn();
    const clear = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    await own.openMicrophone();
    expect(devices.wish).toEqual({ audio: clear });
    chosen.choose('audioinput', 'headset');
    await own.openMicrophone();
    expect(devices.wish).toEqual({ audio: { ...clear, deviceId: { exact: 'headset' } } });
  });

  it('shows a screen as letters or as a film, the next one, too', async () => {
    const { own, opened, devices } = plugIn();
    await own.shareScreen();
    expect(devices.shown).toEqual({ video: { frameRate: 15 }, audio: true });
    expect([own.screenContent(), opened[0]!.contentHint]).toEqual(['detail', 'detail']);
    own.showAs('motion');
    expect([own.screenContent(), opened[0]!.contentHint]).toEqual(['motion', 'motion']);
    expect(opened[0]!.wishes).toEqual([{ frameRate: 30 }]);
    own.close('screen');
    await own.shareScreen();
    expect(devices.shown).toEqual({ video: { frameRate: 30 }, audio: true });
    expect(opened[1]!.contentHint).toBe('motion');
  });

  it('sends the sound of a screen with it, and ends it with it', async () => {
    const { own, devices } = plugIn();
    devices.hasSound = true;
    await own.shareScreen();
    const sound = own.track('sound')();
    expect(sound).toMatchObject({ kind: 'audio' });
    own.close('screen');
    expect([own.track('sound')(), sound]).toMatchObject([null, { isStopped: true }]);
  });

  it('lets go of a camera that is off', async () => {
    const { own, opened } = plugIn();
    await own.openCamera();
    own.close('video');
    expect([own.sent().video, opened[0]!.isStopped]).toEqual([false, true]);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
  ])('says why there is none: %s', async (refusal, obstacle) => {
    const { own, devices } = plugIn();
    devices.refusal = refusal;
    expect(await own.openMicrophone()).toBe(false);
    expect(own.trouble()).toEqual({ lane: 'audio', obstacle });
  });

  it('says first that nobody hears me, whatever else is missing', async () => {
    const { own, devices } = plugIn();
    devices.refusal = 'NotAllowedError';
    await Promise.all([own.openMicrophone(), own.openCamera()]);
    expect(own.trouble()).toMatchObject({ lane: 'audio' });
    devices.refusal = null;
    await own.openMicrophone();
    expect(own.trouble()).toMatchObject({ lane: 'video' });
  });

  it('goes on with another microphone when its own is unplugged', async () => {
    const { own, opened } = plugIn();
    await own.openMicrophone();
    opened[0]!.dispatchEvent(new Event('ended'));
    await turn();
    expect(own.sent().audio).toBe(true);
    expect(own.track('audio')()).toBe(opened[1]);
  });

  it('says so when there is no other, and does not look for one for ever', async () => {
    const { own, opened, devices } = plugIn();
    await own.openMicrophone();
    opened[0]!.dispatchEvent(new Event('ended'));
    await turn();
    opened[1]!.dispatchEvent(new Event('ended'));
    await turn();
    expect(devices.asked).toBe(2);
    expect(own.trouble()).toEqual({ lane: 'audio', obstacle: 'missing' });
    expect(own.sent().audio).toBe(false);
  });

  it('mutes, and is heard again by one press, also where the microphone was lost while muted', async () => {
    const { own } = plugIn();
    await own.openMicrophone();
    own.toggleMicrophone();
    expect(own.isMuted()).toBe(true);
    own.close('audio');
    own.toggleMicrophone();
    await turn();
    expect([own.isMuted(), own.sent().audio]).toEqual([false, true]);
  });

  it('blurs what is behind me where the camera can, and remembers that', async () => {
    const { own, opened, devices } = plugIn();
    devices.abilities = { backgroundBlur: [false, true] };
    expect(own.canBlur()).toBe(false);
    await own.openCamera();
    expect(own.canBlur()).toBe(true);
    expect(devices.wish?.video).not.toHaveProperty('backgroundBlur');
    own.blur(true);
    expect(opened[0]!.wishes).toMatchObject([{ backgroundBlur: { ideal: true } }]);
    own.close('video');
    await own.openCamera();
    expect(devices.wish).toMatchObject({ video: { backgroundBlur: { ideal: true } } });
    expect(new ChosenDevices().blurs()).toBe(true);
  });

  it('offers no blur that the camera lacks', async () => {
    const { own, devices } = plugIn();
    devices.abilities = { backgroundBlur: [false] };
    await own.openCamera();
    expect(own.canBlur()).toBe(false);
  });

  it('asks once, however often one presses', async () => {
    const { own, devices } = plugIn();
    await Promise.all([own.shareScreen(), own.shareScreen()]);
    expect(devices.asked).toBe(1);
  });

  it.each(['close', 'closeAll'] as const)(
    'keeps nothing that is allowed after %s',
    async (close) => {
      const { own, opened, devices } = plugIn();
      const { promise, resolve } = Promise.withResolvers<unknown>();
      devices.gate = promise;
      const opening = own.openCamera();
      own[close]('video');
      resolve(null);
      await opening;
      expect([own.track('video')(), opened[0]!.isStopped]).toEqual([null, true]);
    },
  );
});

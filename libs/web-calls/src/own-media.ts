import { computed, signal, type Signal } from '@angular/core';
import type { SentMedia } from '@app/contracts';
import type { ChosenDevices } from './chosen-devices';
import { DeviceProblem, openDevice, openScreen, type DeviceObstacle } from './device-access';
import { lanes, type Lane } from './media-link';

/** `lane`: what cannot be had, and why. */
export interface OwnTrouble {
  readonly lane: Lane;
  readonly obstacle: DeviceObstacle;
}

type Opened = Partial<Record<Lane, MediaStreamTrack | undefined>>;

/**
 * What a screen shows: `detail`, as letters, that have to stay sharp and do not move much; or
 * `motion`, as a film, of which a blurred picture is better than a late one.
 */
export type ScreenContent = 'detail' | 'motion';

const screenFramesPerS: Readonly<Record<ScreenContent, number>> = { detail: 15, motion: 30 };

/** `wish`: the device that is asked for. */
interface Opening {
  readonly wish: string;
  done: Promise<boolean>;
}

/**
 * My microphone, camera and screen in a call. Muted, the microphone stays open and sends silence,
 * so that who speaks can be told that nobody hears it; a camera that is off is let go of.
 */
export class OwnMedia {
  private readonly tracks = {
    audio: signal<MediaStreamTrack | null>(null),
    video: signal<MediaStreamTrack | null>(null),
    screen: signal<MediaStreamTrack | null>(null),
    sound: signal<MediaStreamTrack | null>(null),
  };
  private readonly muted = signal(false);
  private readonly content = signal<ScreenContent>('detail');
  private readonly troubles = signal<ReadonlyMap<Lane, DeviceObstacle>>(new Map());
  /** Each waits for a person, who may take a minute; the newest of a lane counts. */
  private readonly opening = new Map<Lane, Opening>();
  /** One that ends by itself, too, would be asked for again and again. */
  private isReplaced = false;
  private isClosed = false;

  readonly isMuted = this.muted.asReadonly();
  /** Of the screen that is shared, and of the next one. */
  readonly screenContent = this.content.asReadonly();
  /** Until it is switched on again. That nobody hears me comes before all else. */
  readonly trouble = computed((): OwnTrouble | null => {
    const lane = lanes.find((each) => this.troubles().has(each));
    return lane === undefined ? null : { lane, obstacle: this.troubles().get(lane)! };
  });
  readonly sent = computed<SentMedia>(() => ({
    audio: this.tracks.audio() !== null && !this.muted(),
    video: this.tracks.video() !== null,
    screen: this.tracks.screen() !== null,
  }));

  /** The camera, or the system behind it, can blur what is behind a person. */
  readonly canBlur = computed(() => {
    return this.tracks.video()?.getCapabilities().backgroundBlur?.includes(true) === true;
  });

  constructor(private readonly chosen: ChosenDevices) {}

  track(lane: Lane): Signal<MediaStreamTrack | null> {
    return this.tracks[lane];
  }

  /** False: it cannot be had, and `trouble` says why. */
  openMicrophone(): Promise<boolean> {
    this.isReplaced = false;
    return this.openAudio();
  }

  openCamera(): Promise<boolean> {
    return this.open('video', this.chosen.id('videoinput')(), async () => {
      const id = this.chosen.id('videoinput')();
      return { video: await openDevice('video', this.camera(), id) };
    });
  }

  /** The person picks what is shown; their system or browser can end it, too. */
  shareScreen(): Promise<boolean> {
    return this.open('screen', '', async () => {
      const content = this.content();
      const frameRate = screenFramesPerS[content];
      const stream = await openScreen({ video: { frameRate }, audio: true });
      const [screen] = stream.getVideoTracks();
      if (screen) screen.contentHint = content;
      return { screen, sound: stream.getAudioTracks()[0] };
    });
  }

  /** What is shared, or will be, is such content. */
  showAs(content: ScreenContent): void {
    this.content.set(content);
    const screen = this.tracks.screen();
    if (!screen) return;
    screen.contentHint = content;
    // Where it cannot have more pictures, it goes on as it is.
    void screen.applyConstraints({ frameRate: screenFramesPerS[content] }).catch(onlyDevices);
  }

  mute(isMuted: boolean): void {
    this.muted.set(isMuted);
    const track = this.tracks.audio();
    if (track) track.enabled = !isMuted;
  }

  /** Mutes or unmutes it; one that cannot be had is asked for again. */
  toggleMicrophone(): void {
    if (this.tracks.audio()) return this.mute(!this.muted());
    // It may have been muted when it was lost.
    this.mute(false);
    void this.openMicrophone();
  }

  /** What is behind me is not to be made out, in this camera and the next ones. */
  blur(isBlurred: boolean): void {
    this.chosen.blur(isBlurred);
    // Where it cannot be had just now, the picture stays as it is.
    void this.tracks
      .video()
      ?.applyConstraints({ ...this.camera(), backgroundBlur: { ideal: isBlurred } })
      .catch(onlyDevices);
  }

  close(lane: Lane): void {
    this.opening.delete(lane);
    this.put(lane, null);
    if (lane === 'screen') this.put('sound', null);
  }

  /** Lets go of everything, for good. */
  closeAll(): void {
    this.isClosed = true;
    this.opening.clear();
    for (const lane of lanes) this.put(lane, null);
  }

  private openAudio(): Promise<boolean> {
    return this.open('audio', this.chosen.id('audioinput')(), async () => {
      const id = this.chosen.id('audioinput')();
      const track = await openDevice('audio', microphone, id);
      if (track) track.enabled = !this.muted();
      return { audio: track };
    });
  }

  private open(lane: Lane, wish: string, get: () => Promise<Opened>): Promise<boolean> {
    const before = this.opening.get(lane);
    if (before?.wish === wish) return before.done;
    const opening: Opening = { wish, done: Promise.resolve(false) };
    this.opening.set(lane, opening);
    opening.done = this.take(lane, get, () => this.opening.get(lane) === opening);
    return opening.done;
  }

  private async take(
    lane: Lane,
    get: () => Promise<Opened>,
    isWanted: () => boolean,
  ): Promise<boolean> {
    this.note(lane, null);
    try {
      const got = Object.entries(await get()) as [Lane, MediaStreamTrack | undefined][];
      if (!isWanted()) {
        for (const [, track] of got) track?.stop();
        return false;
      }
      for (const [at, track] of got) if (track) this.put(at, track);
      void this.chosen.look();
      return true;
    } catch (error) {
      // Whether there is a device, and whether it may be used, only trying tells.
      if (!(error instanceof DeviceProblem)) throw error;
      if (isWanted()) this.note(lane, error.obstacle);
      return false;
    } finally {
      if (isWanted()) this.opening.delete(lane);
    }
  }

  private note(lane: Lane, obstacle: DeviceObstacle | null): void {
    this.troubles.update((troubles) => {
      const others = [...troubles].filter(([each]) => each !== lane);
      return new Map(obstacle ? [...others, [lane, obstacle]] : others);
    });
  }

  private put(lane: Lane, track: MediaStreamTrack | null): void {
    const before = this.tracks[lane]();
    if (this.isClosed && track) return track.stop();
    this.tracks[lane].set(track);
    before?.stop();
    // It was unplugged, or somebody has ended it outside of the page.
    track?.addEventListener('ended', () => {
      if (this.tracks[lane]() === track) this.lose(lane);
    });
  }

  private lose(lane: Lane): void {
    this.close(lane);
    // Who speaks goes on with what is left; the screen is ended by a person, a device is not.
    if (lane === 'audio' && !this.isReplaced) {
      this.isReplaced = true;
      void this.openAudio();
    } else if (lane === 'audio' || lane === 'video') this.note(lane, 'missing');
  }

  private camera(): MediaTrackConstraints {
    return {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30 },
      ...(this.chosen.blurs() && { backgroundBlur: { ideal: true } }),
    };
  }
}

const microphone: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** A device that cannot do it now. */
function onlyDevices(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}

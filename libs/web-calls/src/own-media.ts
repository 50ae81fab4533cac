import { computed, signal, type Signal } from '@angular/core';
import type { SentMedia } from '@app/contracts';
import type { ChosenDevices } from './chosen-devices';
import { DeviceProblem, openDevices, openScreen, type DeviceObstacle } from './device-access';
import { lanes, type Lane } from './media-link';

/** `lane`: what cannot be had, and why. */
export interface OwnTrouble {
  readonly lane: Lane;
  readonly obstacle: DeviceObstacle;
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
  private readonly refused = signal<ReadonlyMap<Lane, DeviceObstacle>>(new Map());
  private isClosed = false;

  readonly isMuted = this.muted.asReadonly();
  /** Until it is tried again; that nobody hears me comes before all else. */
  readonly trouble = computed<OwnTrouble | null>(() => {
    const lane = lanes.find((each) => this.refused().has(each));
    return lane === undefined ? null : { lane, obstacle: this.refused().get(lane)! };
  });
  readonly sent = computed<SentMedia>(() => ({
    audio: this.tracks.audio() !== null && !this.muted(),
    video: this.tracks.video() !== null,
    screen: this.tracks.screen() !== null,
  }));

  constructor(private readonly chosen: ChosenDevices) {}

  track(lane: Lane): Signal<MediaStreamTrack | null> {
    return this.tracks[lane];
  }

  /** False: it cannot be had, and `trouble` says why. */
  openMicrophone(): Promise<boolean> {
    return this.open('audio', async () => {
      const [track] = (await openDevices({ audio: this.microphone() })).getAudioTracks();
      if (track) track.enabled = !this.muted();
      return { audio: track };
    });
  }

  openCamera(): Promise<boolean> {
    return this.open('video', async () => {
      const [track] = (await openDevices({ video: this.camera() })).getVideoTracks();
      return { video: track };
    });
  }

  /** The person picks what is shown; their system or browser can end it, too. */
  shareScreen(): Promise<boolean> {
    return this.open('screen', async () => {
      const stream = await openScreen({ video: { frameRate: 15 }, audio: true });
      const [screen] = stream.getVideoTracks();
      // Letters have to stay sharp; they do not move much.
      if (screen) screen.contentHint = 'detail';
      return { screen, sound: stream.getAudioTracks()[0] };
    });
  }

  mute(isMuted: boolean): void {
    this.muted.set(isMuted);
    const track = this.tracks.audio();
    if (track) track.enabled = !isMuted;
  }

  close(lane: Lane): void {
    this.put(lane, null);
    if (lane === 'screen') this.put('sound', null);
  }

  /** Lets go of everything, for good. */
  closeAll(): void {
    this.isClosed = true;
    for (const lane of lanes) this.put(lane, null);
  }

  private async open(
    lane: Lane,
    get: () => Promise<Partial<Record<Lane, MediaStreamTrack | undefined>>>,
  ): Promise<boolean> {
    this.note(lane, null);
    try {
      const got = await get();
      for (const [at, track] of Object.entries(got) as [Lane, MediaStreamTrack | undefined][])
        if (track) this.put(at, track);
      void this.chosen.look();
      return true;
    } catch (error) {
      // Whether there is a device, and whether it may be used, only trying tells.
      if (!(error instanceof DeviceProblem)) throw error;
      this.note(lane, error.obstacle);
      return false;
    }
  }

  private note(lane: Lane, obstacle: DeviceObstacle | null): void {
    this.refused.update((refused) => {
      const others = [...refused].filter(([each]) => each !== lane);
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
    // The screen is ended by a person; a device is not.
    if (lane === 'audio' || lane === 'video') this.note(lane, 'missing');
  }

  private microphone(): MediaTrackConstraints {
    const id = this.chosen.id('audioinput')();
    return {
      ...(id && { deviceId: { ideal: id } }),
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    };
  }

  private camera(): MediaTrackConstraints {
    const id = this.chosen.id('videoinput')();
    return {
      ...(id && { deviceId: { ideal: id } }),
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30 },
    };
  }
}

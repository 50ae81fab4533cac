import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  viewChildren,
} from '@angular/core';
import type { UserId } from '@app/contracts';
import type { Received } from '@app/web-calls';
import { CallDesk } from '../call-desk';

/** What is heard in a call, from the loudspeaker that was chosen. */
@Component({
  selector: 'app-call-sounds',
  template: `
    @for (track of tracks(); track track) {
      <audio #sound autoplay [srcObject]="streamOf(track)"></audio>
    }
  `,
})
export class CallSounds {
  readonly received = input.required<ReadonlyMap<UserId, Received>>();

  protected readonly tracks = computed(() =>
    [...this.received().values()].flatMap(({ audio, sound }) =>
      [audio, sound].filter((track) => track !== undefined),
    ),
  );
  private readonly streams = new WeakMap<MediaStreamTrack, MediaStream>();
  private readonly sounds = viewChildren<string, ElementRef<HTMLAudioElement>>('sound', {
    read: ElementRef,
  });

  constructor() {
    const { devices } = inject(CallDesk);
    effect(() => {
      const id = devices.id('audiooutput')();
      for (const { nativeElement } of this.sounds()) void playAt(nativeElement, id);
    });
  }

  protected streamOf(track: MediaStreamTrack): MediaStream {
    const stream = this.streams.get(track) ?? new MediaStream([track]);
    this.streams.set(track, stream);
    return stream;
  }
}

/** Some browsers know one loudspeaker, and one that was unplugged is none. */
async function playAt(sound: HTMLAudioElement, id: string): Promise<void> {
  try {
    if ('setSinkId' in sound && sound.sinkId !== id) await sound.setSinkId(id);
  } catch {
    // NotFoundError, AbortError: it goes on where it was heard.
  }
}

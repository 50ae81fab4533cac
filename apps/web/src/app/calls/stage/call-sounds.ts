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
import { Reel } from './reel';

/** A voice, or the sound of a screen. */
interface Heard {
  readonly key: string;
  readonly track: MediaStreamTrack;
}

/** What is heard in a call, from the loudspeaker that was chosen. */
@Component({
  selector: 'app-call-sounds',
  template: `
    @for (heard of sounds(); track heard.key) {
      <audio #player autoplay [srcObject]="streamOf(heard)"></audio>
    }
  `,
})
export class CallSounds {
  readonly received = input.required<ReadonlyMap<UserId, Received>>();

  protected readonly sounds = computed(() =>
    [...this.received()].flatMap(([userId, { audio, sound }]) => [
      ...(audio ? [{ key: `${userId} audio`, track: audio }] : []),
      ...(sound ? [{ key: `${userId} sound`, track: sound }] : []),
    ]),
  );
  private readonly reels = new Map<string, Reel>();
  private readonly players = viewChildren<string, ElementRef<HTMLAudioElement>>('player', {
    read: ElementRef,
  });

  constructor() {
    const { devices } = inject(CallDesk);
    effect(() => {
      const id = devices.id('audiooutput')();
      for (const { nativeElement } of this.players()) void playAt(nativeElement, id);
    });
  }

  protected streamOf({ key, track }: Heard): MediaStream {
    const reel = this.reels.get(key) ?? new Reel();
    this.reels.set(key, reel);
    return reel.with(track);
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

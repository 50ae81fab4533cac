import { Component, computed, input, output } from '@angular/core';
import { durationWords } from './file-shapes';
import { filesTexts } from './files-texts';
import { waveBox, wavePath } from './wave-path';

/** The wave of a sound, how much of it is past, and a grip to go to another place of it. */
@Component({
  selector: 'app-sound-wave',
  template: `
    <svg aria-hidden="true" preserveAspectRatio="none" [attr.viewBox]="box">
      <path [attr.d]="path()" />
      <path class="past" [attr.d]="path()" [style.clip-path]="unheard()" />
    </svg>
    <input
      type="range"
      min="0"
      step="100"
      [max]="durationMs()"
      [value]="nowMs()"
      [attr.aria-label]="texts.position"
      [attr.aria-valuetext]="texts.playedOf(times().now, times().all)"
      [attr.tabindex]="isReachable() ? null : -1"
      [disabled]="durationMs() === 0"
      (input)="sought.emit($any($event.target).valueAsNumber)"
    />
  `,
  styleUrl: './sound-wave.css',
})
export class SoundWave {
  /** 0 to 255, evenly over the time. */
  readonly points = input.required<readonly number[]>();
  readonly nowMs = input.required<number>();
  readonly durationMs = input.required<number>();
  readonly isReachable = input(true);
  /** The person goes there, ms. */
  readonly sought = output<number>();

  protected readonly texts = filesTexts;
  protected readonly box = `0 0 ${waveBox.width} ${waveBox.height}`;
  protected readonly path = computed(() => wavePath(this.points()));
  /** What is not past yet, cut off. */
  protected readonly unheard = computed(() => {
    const share = this.durationMs() > 0 ? this.nowMs() / this.durationMs() : 0;
    return `inset(0 ${100 - Math.min(1, share) * 100}% 0 0)`;
  });
  protected readonly times = computed(() => ({
    now: durationWords(this.nowMs()),
    all: durationWords(this.durationMs()),
  }));
}

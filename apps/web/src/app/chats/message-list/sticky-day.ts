import { Component, effect, inject, input, signal } from '@angular/core';
import { chatTexts } from '../chat-texts';
import { DayJump } from './day-jump';
import { DayWords } from './day-words';

/** So long it can be pressed after the last movement. */
const LINGER_MS = 1200;

/** The day of what stands on top of the screen, while one passes through the past. */
@Component({
  selector: 'app-sticky-day',
  template: `
    <button
      #pill
      type="button"
      tabindex="-1"
      aria-haspopup="dialog"
      [class.shown]="isShown()"
      [attr.data-tip]="texts.toDay"
      (click)="jump.ask(pill, day())"
    >
      {{ words.of(day()) }}
    </button>
  `,
  styleUrl: './sticky-day.css',
})
export class StickyDay {
  /** As a day line has it. */
  readonly day = input.required<string>();
  readonly isMoving = input(false);

  protected readonly texts = chatTexts;
  protected readonly words = inject(DayWords);
  protected readonly jump = inject(DayJump);
  protected readonly isShown = signal(false);

  constructor() {
    effect((onCleanup) => {
      if (this.isMoving()) return this.isShown.set(true);
      const timer = setTimeout(() => this.isShown.set(false), LINGER_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}

import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { Button, TIME_LOCALE } from '@app/web-ui';
import { SERVER_NOW } from '../../server-now';
import { settingsTexts } from '../settings-texts';
import { endOf, pauses, type Pause } from './pauses';

const { pause: texts } = settingsTexts.notifications;

/** Timers count in 32 bits: what is farther off is looked at again then. */
const LONGEST_MS = 2 ** 31 - 1;

/** Quiet for a while, and the way back: by a press, or by itself when it is over. */
@Component({
  selector: 'app-pause-control',
  imports: [Button],
  template: `
    <hgroup>
      <h2 id="pause">{{ texts.title }}</h2>
      <p role="status">{{ state() }}</p>
    </hgroup>
    <div class="deeds" role="group" aria-labelledby="pause">
      @if (end()) {
        <button uiButton kind="quiet" type="button" (click)="choose(null)">
          {{ texts.resume }}
        </button>
      } @else {
        @for (pause of pauses; track pause) {
          <button uiButton kind="quiet" type="button" (click)="choose(pause)">
            {{ nameOf(pause) }}
          </button>
        }
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-4);
    }
  `,
  styleUrl: '../settings-form.css',
})
export class PauseControl {
  /** As it is set: it may be over. */
  readonly until = input.required<string | null>();
  readonly untilChange = output<string | null>();

  private readonly now = inject(SERVER_NOW);
  private readonly locale = inject(TIME_LOCALE);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly moment = signal(this.now());
  protected readonly texts = texts;
  protected readonly pauses = pauses;
  /** Null: there is none. */
  protected readonly end = computed(() => {
    const until = this.until();
    return until !== null && Date.parse(until) > this.moment().getTime() ? new Date(until) : null;
  });
  protected readonly state = computed(() => {
    const end = this.end();
    return end ? texts.until(this.timeOf(end)) : texts.hint;
  });

  constructor() {
    effect((onCleanup) => {
      const end = this.end();
      if (!end) return;
      const leftMs = Math.min(end.getTime() - this.now().getTime(), LONGEST_MS);
      const timer = setTimeout(() => this.moment.set(this.now()), leftMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected nameOf(pause: Pause): string {
    const end = endOf(pause, this.moment());
    return pause === 'tomorrow' ? texts.tomorrow(this.clockOf(end)) : texts.spans[pause];
  }

  /** Null: it is over. What was pressed goes: the focus stays with what comes in its place. */
  protected choose(pause: Pause | null): void {
    const now = this.now();
    this.moment.set(now);
    this.untilChange.emit(pause && endOf(pause, now).toISOString());
    const focus = (): void => this.host.querySelector('button')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }

  private clockOf(time: Date): string {
    return new Intl.DateTimeFormat(this.locale(), { timeStyle: 'short' }).format(time);
  }

  private timeOf(time: Date): string {
    if (time.toDateString() === this.now().toDateString()) return this.clockOf(time);
    const parts = { weekday: 'long', hour: 'numeric', minute: '2-digit' } as const;
    return new Intl.DateTimeFormat(this.locale(), parts).format(time);
  }
}

import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Who lets go sooner has pressed it, and not held it. */
const HOLD_MS = 350;

/** So far, px, a hand slides to discard what it is recording. */
const SLIDE_PX = 96;

/**
 * A button that is pressed, or held: `began` comes at once with the press of a hand, and one of the
 * others when it ends. A key, or what presses for a person who cannot, only presses.
 */
@Directive({
  selector: 'button[appVoiceButton]',
  host: {
    '(pointerenter)': 'approached.emit()',
    '(focus)': 'approached.emit()',
    '(pointerdown)': 'press($event)',
    '(click)': 'click($event)',
    '(contextmenu)': 'refuseMenu($event)',
    '[style.touch-action]': '"none"',
  },
})
export class VoiceButton {
  /** It may be pressed soon. */
  readonly approached = output();
  readonly began = output<{ readonly isHeld: boolean }>();
  /** It was only pressed. */
  readonly tapped = output();
  readonly letGo = output();
  /** While it is held: 0 at its place, 1 where it is discarded. */
  readonly slid = output<number>();
  /** The hand has slid away, or Esc was pressed while it held the button. */
  readonly discarded = output();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private held: AbortController | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.held?.abort());
  }

  protected press(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary || this.held) return;
    // A long press chooses no words.
    event.preventDefault();
    this.held = new AbortController();
    this.watch(event, this.held.signal);
    this.began.emit({ isHeld: true });
  }

  protected click(event: MouseEvent): void {
    // A hand was heard of when it pressed.
    if (event.detail !== 0) return;
    this.began.emit({ isHeld: false });
  }

  protected refuseMenu(event: Event): void {
    if (this.held) event.preventDefault();
  }

  /** On the window: what stands at the button's place changes while it is held. */
  private watch({ pointerId, clientX, timeStamp }: PointerEvent, signal: AbortSignal): void {
    const towards = getComputedStyle(this.element).direction === 'rtl' ? 1 : -1;
    const listen = (type: 'pointermove' | 'pointerup' | 'pointercancel', act: Act): void =>
      addEventListener(type, (event) => event.pointerId === pointerId && act(event), { signal });
    listen('pointermove', (event) => this.follow((towards * (event.clientX - clientX)) / SLIDE_PX));
    listen('pointerup', (event) => {
      const isTap = event.timeStamp - timeStamp < HOLD_MS;
      this.end(() => (isTap ? this.tapped : this.letGo).emit());
    });
    // The browser has taken the finger for something else: nothing is lost by going on.
    listen('pointercancel', () => this.end(() => this.tapped.emit()));
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.end(() => this.discarded.emit());
    };
    addEventListener('keydown', escape, { signal, capture: true });
  }

  private follow(share: number): void {
    if (share >= 1) this.end(() => this.discarded.emit());
    else this.slid.emit(Math.max(0, share));
  }

  private end(tell: () => void): void {
    this.held?.abort();
    this.held = null;
    tell();
  }
}

type Act = (event: PointerEvent) => void;

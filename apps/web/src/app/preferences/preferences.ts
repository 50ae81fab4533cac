import { DOCUMENT, inject, Injectable } from '@angular/core';
import { KeptChoice } from './kept-choice';

export type Density = 'comfortable' | 'compact';

/** `locale`: as the language has it. */
export type TimeFormat = 'locale' | 'h12' | 'h23';

/** What sends a message; the other one, or Shift and Enter, breaks the line. */
export type SendKey = 'enter' | 'mod-enter';

/** What a person prefers on this device. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly root = inject(DOCUMENT).documentElement;

  /** Read by the script in `index.html`, too, before the first paint. */
  readonly density = new KeptChoice<Density>(
    'parley.density',
    ['comfortable', 'compact'],
    (chosen) => this.root.setAttribute('data-density', chosen),
  );
  readonly timeFormat = new KeptChoice<TimeFormat>('parley.time-format', ['locale', 'h12', 'h23']);
  readonly sendKey = new KeptChoice<SendKey>('parley.send-key', ['enter', 'mod-enter']);
}

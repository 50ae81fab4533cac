import { DOCUMENT, inject, Injectable } from '@angular/core';
import { KeptChoice } from '../preferences/kept-choice';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';

/**
 * The look of this device. `system` follows it, also when it changes while the page is open: each
 * kind of page begins with this.
 */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly root = this.document.documentElement;
  private readonly darkness = matchMedia('(prefers-color-scheme: dark)');
  /** Read by the script in `index.html`, too, before the first paint. */
  private readonly kept = new KeptChoice<ThemeChoice>(
    'parley.theme',
    ['system', 'light', 'dark', 'contrast'],
    () => this.paint(),
  );

  readonly choice = this.kept.value;

  constructor() {
    this.darkness.addEventListener('change', () => this.paint());
    // It may have changed since the first paint.
    this.paint();
  }

  choose(choice: ThemeChoice): void {
    this.kept.choose(choice);
  }

  private paint(): void {
    const choice = this.kept.value();
    const system = this.darkness.matches ? 'dark' : 'light';
    this.root.dataset['theme'] = choice === 'system' ? system : choice;
    this.paintFrame();
  }

  /** What is drawn around an installed app. The page itself knows only what the device wears. */
  private paintFrame(): void {
    const colour = getComputedStyle(this.root).getPropertyValue('--surface-2');
    for (const meta of this.document.querySelectorAll('meta[name=theme-color]'))
      meta.setAttribute('content', colour);
  }
}

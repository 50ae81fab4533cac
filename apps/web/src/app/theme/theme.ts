import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';

/** Read by the script in `index.html` before the first paint. */
const THEME_KEY = 'parley.theme';

/** The look of this device. `system` follows it, also when it changes while the page is open. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly darkness = matchMedia('(prefers-color-scheme: dark)');
  private readonly kept = signal<ThemeChoice>(readChoice());

  readonly choice = this.kept.asReadonly();

  constructor() {
    this.darkness.addEventListener('change', () => this.paint());
  }

  choose(choice: ThemeChoice): void {
    this.kept.set(choice);
    try {
      localStorage.setItem(THEME_KEY, choice);
    } catch {
      // SecurityError, QuotaExceededError: storage is off or full; it holds until the page closes.
    }
    this.paint();
  }

  private paint(): void {
    const choice = this.kept();
    const system = this.darkness.matches ? 'dark' : 'light';
    this.root.dataset['theme'] = choice === 'system' ? system : choice;
  }
}

const choices: readonly string[] = ['system', 'light', 'dark', 'contrast'];

function readChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(THEME_KEY) ?? 'system';
    return choices.includes(kept) ? (kept as ThemeChoice) : 'system';
  } catch {
    // SecurityError: storage is off in this browser.
    return 'system';
  }
}

import { Injectable, signal } from '@angular/core';
import { deviceStorage, traces } from '@app/web-session';
import type { SkinTone } from '@app/web-ui';

const KEY = traces.emoji;

/** Three rows of the picker. */
const MAX_RECENT = 24;

interface Taste {
  readonly tone: SkinTone;
  /** The latest first, each in the tone that it was chosen in. */
  readonly recent: readonly string[];
}

/** Which emoji this device has lately sent, and in which tone of skin. */
@Injectable({ providedIn: 'root' })
export class EmojiTaste {
  private readonly kept = signal<Taste>(read());

  readonly taste = this.kept.asReadonly();

  chooseTone(tone: SkinTone): void {
    this.keep({ ...this.kept(), tone });
  }

  note(unicode: string): void {
    const others = this.kept().recent.filter((known) => known !== unicode);
    this.keep({ ...this.kept(), recent: [unicode, ...others].slice(0, MAX_RECENT) });
  }

  private keep(taste: Taste): void {
    this.kept.set(taste);
    deviceStorage.write(KEY, JSON.stringify(taste));
  }
}

function read(): Taste {
  try {
    const kept = JSON.parse(deviceStorage.read(KEY) ?? '{}') as Partial<Taste>;
    const { tone = 0, recent = [] } = kept;
    const isTone = [0, 1, 2, 3, 4, 5].includes(tone);
    const words = Array.isArray(recent) ? recent.filter((one) => typeof one === 'string') : [];
    return { tone: isTone ? tone : 0, recent: words.slice(0, MAX_RECENT) };
  } catch {
    // SyntaxError: somebody has edited it.
    return { tone: 0, recent: [] };
  }
}

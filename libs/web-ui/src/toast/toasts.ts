import { Injectable, signal } from '@angular/core';

/** What can be done about a toast: "Undo". */
export interface ToastAction {
  readonly label: string;
  run(): void;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'quiet' | 'danger';
  /** It goes by itself. */
  readonly isPassing?: boolean;
  readonly action?: ToastAction;
}

/** How long a toast stays; errors stay until they are closed. */
export const TOAST_MS = 6000;

/** How long it stays when something can be done about it. */
export const TOAST_ACTION_MS = 12_000;

/**
 * Words that have no place on the page: "Link copied". What went wrong somewhere is said there
 * instead.
 */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly list = signal<readonly Toast[]>([]);
  private made = 0;

  readonly shown = this.list.asReadonly();
  /** Somebody is at them, with the pointer or the focus: meanwhile none goes. */
  readonly isHeld = signal(false);

  /** Says it, and takes it away by itself. */
  say(text: string, action?: ToastAction): void {
    const { id } = this.add({ text, kind: 'quiet', isPassing: true, ...(action && { action }) });
    this.closeIn(action ? TOAST_ACTION_MS : TOAST_MS, id);
  }

  /** Says what went wrong; it stays until the person closes it. The same words are said once. */
  warn(text: string): void {
    this.once({ text, kind: 'danger' });
  }

  /** Offers what can wait: it stays until the person takes it or closes it. */
  offer(text: string, action: ToastAction): void {
    this.once({ text, kind: 'quiet', action });
  }

  close(id: number): void {
    this.list.update((all) => all.filter((toast) => toast.id !== id));
  }

  private closeIn(ms: number, id: number): void {
    setTimeout(() => (this.isHeld() ? this.closeIn(ms, id) : this.close(id)), ms);
  }

  private once(words: Omit<Toast, 'id'>): void {
    if (!this.list().some(({ text }) => text === words.text)) this.add(words);
  }

  private add(words: Omit<Toast, 'id'>): Toast {
    const toast = { ...words, id: ++this.made };
    this.list.update((all) => [...madeRoom(all), toast]);
    return toast;
  }
}

/** Three at most: more would hide the page they are about. What passes anyway goes first. */
function madeRoom(all: readonly Toast[]): readonly Toast[] {
  if (all.length < 3) return all;
  const leaving = all.find(({ isPassing }) => isPassing) ?? all[0];
  return all.filter((toast) => toast !== leaving);
}

import { Injectable, signal } from '@angular/core';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'quiet' | 'danger';
}

/** How long a toast stays; errors stay until they are closed. */
export const TOAST_MS = 6000;

/**
 * Words that have no place on the page: "Link copied". What went wrong somewhere is said there
 * instead.
 */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly list = signal<readonly Toast[]>([]);
  private made = 0;

  readonly shown = this.list.asReadonly();

  /** Says it, and takes it away by itself. */
  say(text: string): void {
    const { id } = this.add(text, 'quiet');
    setTimeout(() => this.close(id), TOAST_MS);
  }

  /** Says what went wrong; it stays until the person closes it. The same words are said once. */
  warn(text: string): void {
    if (!this.list().some((toast) => toast.text === text)) this.add(text, 'danger');
  }

  close(id: number): void {
    this.list.update((all) => all.filter((toast) => toast.id !== id));
  }

  private add(text: string, kind: Toast['kind']): Toast {
    const toast = { id: ++this.made, text, kind };
    // Three at most: more would hide the page they are about.
    this.list.update((all) => [...all.slice(-2), toast]);
    return toast;
  }
}

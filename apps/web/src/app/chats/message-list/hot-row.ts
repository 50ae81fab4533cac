import { signal } from '@angular/core';
import { rowOf } from './row-keys';

/**
 * The row that has its tools: the one to which the pointer or the focus has come last. Where the
 * focus goes away, or the rows have moved on, it is the one that the pointer stands on.
 */
export class HotRow {
  private readonly current = signal<string | null>(null);
  private isByFocus = false;
  private pointer: { readonly x: number; readonly y: number } | null = null;

  /** Null: none has. */
  readonly key = this.current.asReadonly();

  /**
   * Listens as long as the list lives, and not in its template: each row that is there would be
   * looked at again with every step of the pointer.
   */
  listenTo(list: HTMLElement): void {
    list.addEventListener('pointermove', (event) => this.follow(event));
    list.addEventListener('pointerleave', () => {
      this.pointer = null;
      this.current.set(null);
    });
    list.addEventListener('focusin', ({ target }) => {
      this.heat(target);
      this.isByFocus = true;
    });
    list.addEventListener('focusout', () => this.lookUnderPointer());
  }

  /** The rows have moved, and the pointer has not. Who has come by keys keeps the tools. */
  settle(): void {
    if (!this.isByFocus) this.lookUnderPointer();
  }

  /** What had the focus is gone. */
  lookUnderPointer(): void {
    const { pointer } = this;
    this.heat(pointer && document.elementFromPoint(pointer.x, pointer.y));
  }

  private follow({ clientX, clientY, target }: PointerEvent): void {
    this.pointer = { x: clientX, y: clientY };
    this.heat(target);
  }

  private heat(target: EventTarget | null): void {
    this.isByFocus = false;
    this.current.set(rowOf(target)?.dataset['key'] ?? null);
  }
}

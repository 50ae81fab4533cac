import { afterEveryRender, Directive, ElementRef, inject, input, output } from '@angular/core';
import type { TimelineItem } from './timeline-items';

const OVERLAYS = '.cdk-overlay-container';

/**
 * Whatever has the focus in the timeline may go: the tools of a message that was deleted, a row
 * that is hidden from me. Who moves by keys would begin at the top of the page again; so the focus
 * goes to the row, or to the nearest one that is left.
 */
@Directive({
  selector: '[appRowFocus]',
  host: { '(focusin)': 'note($event)', '(focusout)': 'forget($event)' },
})
export class RowFocus {
  /** The rows that are drawn. */
  readonly rows = input.required<readonly TimelineItem[]>({ alias: 'appRowFocus' });
  /** No row is left that could have it. */
  readonly lost = output({ alias: 'focusLost' });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private key: string | null = null;
  /** The rows as they were when the one with the focus was last among them. */
  private before: readonly TimelineItem[] = [];

  constructor() {
    afterEveryRender({ read: () => this.restore() });
  }

  /** The editor of a message is not a part of its row: whoever closes it says what comes next. */
  protected note({ target }: FocusEvent): void {
    const element = target as HTMLElement;
    const row = element.closest<HTMLElement>('[data-key]');
    this.key = element.closest('app-message-editor') ? null : (row?.dataset['key'] ?? null);
    this.before = this.rows();
  }

  protected forget({ target, relatedTarget }: FocusEvent): void {
    if (relatedTarget) this.leaveFor(relatedTarget as Element);
    // A press beside everything, and not something that goes away.
    else
      queueMicrotask(() => {
        const isNowhere = document.activeElement === document.body;
        if (isNowhere && (target as Element).isConnected) this.key = null;
      });
  }

  /** From what lies over the page the focus comes back, maybe to tools that are gone by then. */
  private leaveFor(element: Element): void {
    const isHere = this.host.contains(element);
    if (!isHere && !element.closest(OVERLAYS)) this.key = null;
  }

  private restore(): void {
    const [{ key }, { activeElement }] = [this, document];
    if (key === null) return;
    const rows = this.rows();
    const isThere = rows === this.before || rows.some((row) => row.key === key);
    if (isThere) this.before = rows;
    if (activeElement && activeElement !== document.body) {
      this.leaveFor(activeElement);
      return;
    }
    // A row that has only been scrolled away is not followed.
    const row = this.rowOf(key) ?? (isThere ? null : this.nearest(key));
    this.key = null;
    if (row) row.focus({ preventScroll: true });
    else if (!isThere) this.lost.emit();
  }

  /** The next one below, else the next one above. */
  private nearest(key: string): HTMLElement | null {
    const at = this.before.findIndex((row) => row.key === key);
    const others = [
      ...this.before.slice(at + 1),
      ...this.before.slice(0, Math.max(0, at)).reverse(),
    ];
    for (const other of others) {
      const row = this.rowOf(other.key);
      if (row) return row;
    }
    return null;
  }

  private rowOf(key: string): HTMLElement | null {
    const rows = [...this.host.querySelectorAll<HTMLElement>('[data-key]')];
    const row = rows.find((each) => each.dataset['key'] === key);
    return row?.querySelector<HTMLElement>('[data-row]') ?? null;
  }
}

import { afterEveryRender, Directive, ElementRef, inject } from '@angular/core';

/**
 * For a list whose rows can be taken out by a button in them. The button goes with its row, and who
 * moves by keys would begin at the top of the page again: so the focus goes to the row that has
 * moved up, or to the last one. To the row and not into it, where Enter pressed twice would take
 * out that one, too. Where the last row was a button for more, that is the first one that came.
 */
@Directive({
  selector: '[uiKeepFocus]',
  host: { '(focusin)': 'note($event)', '(focusout)': 'forget($event)' },
})
export class KeepFocus {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private focused: Element | null = null;
  private row = 0;

  constructor() {
    afterEveryRender({ read: () => this.restore() });
  }

  protected note({ target }: FocusEvent): void {
    this.focused = target as Element;
    this.row = [...this.host.children].findIndex((row) => row.contains(this.focused));
  }

  /** It went somewhere; what is taken out loses it to nothing. */
  protected forget({ relatedTarget }: FocusEvent): void {
    if (relatedTarget) this.focused = null;
  }

  private restore(): void {
    if (!this.focused || this.focused.isConnected) return;
    this.focused = null;
    if (document.activeElement !== document.body) return;
    const rows = [...this.host.children] as HTMLElement[];
    const next = rows[Math.min(this.row, rows.length - 1)] ?? this.host;
    next.tabIndex = -1;
    next.focus();
  }
}

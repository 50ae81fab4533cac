import { Component, computed, ElementRef, inject, input, model } from '@angular/core';

/** One tab. `count`: how much is behind it, beside its name; nothing at 0. */
export interface Tab<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
}

let made = 0;

/**
 * Several views in one place, of which one is shown: the owner puts the chosen one into the slot.
 *
 * Tab stops once in the row, at the chosen tab; arrows, Home and End choose another at once, as
 * what is behind each is there already. A second Tab goes on into the panel.
 */
@Component({
  selector: 'ui-tabs',
  templateUrl: './tabs.html',
  styleUrl: './tabs.css',
})
export class Tabs {
  /** Names the row for screen readers. */
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly Tab[]>();
  readonly chosen = model.required<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly id = `ui-tabs-${++made}`;
  // A chosen tab that has gone would leave the row without a tab stop.
  protected readonly current = computed(() => {
    const tabs = this.tabs();
    return (tabs.find(({ id }) => id === this.chosen()) ?? tabs[0])?.id;
  });

  protected step(event: KeyboardEvent): void {
    const buttons = [...this.host.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = this.tabs().findIndex(({ id }) => id === this.current());
    const to = targetOf(event.key, at, buttons.length, this.isRightToLeft());
    if (to === null) return;
    event.preventDefault();
    this.chosen.set(this.tabs()[to]!.id);
    buttons[to]!.focus();
  }

  private isRightToLeft(): boolean {
    return getComputedStyle(this.host).direction === 'rtl';
  }
}

/** Where a key leads in a row of `count` that goes round; null: it is not for the row. */
function targetOf(key: string, at: number, count: number, isRightToLeft: boolean): number | null {
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === back) return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

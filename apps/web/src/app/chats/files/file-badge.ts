import { Component, computed, input } from '@angular/core';
import { badgeOf } from './file-looks';

/** What stands for a file of which there is no picture: its kind, in a few capitals. */
@Component({
  selector: 'app-file-badge',
  template: '{{ text() }}',
  styles: `
    :host {
      display: grid;
      flex: none;
      box-sizing: border-box;
      inline-size: 40px;
      block-size: 48px;
      border-radius: 5px;
      background: var(--danger-soft);
      color: var(--danger);
      font-size: var(--fs-12);
      font-weight: var(--w-strong);
      place-items: center;
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class FileBadge {
  readonly name = input.required<string>();
  readonly mime = input.required<string>();
  protected readonly text = computed(() => badgeOf({ name: this.name(), mime: this.mime() }));
}

import { Component, computed, input } from '@angular/core';

/**
 * Grey shapes of what is on its way. They come after 150 ms only (by the sheet, no timer),
 * so what is quick never flickers. Silent: the page says that it is busy.
 */
@Component({
  selector: 'ui-skeleton',
  template: `
    @for (width of widths(); track $index) {
      <div class="row">
        @if (shape() === 'rows') {
          <span class="tile"></span>
        }
        <span class="lines">
          <span [style.inline-size.%]="width - 25"></span>
          <span [style.inline-size.%]="width"></span>
        </span>
      </div>
    }
  `,
  styleUrl: './skeleton.css',
  host: { 'aria-hidden': 'true', '[class.text]': 'shape() === "text"' },
})
export class Skeleton {
  readonly rows = input(5);
  /** Rows have a picture; text has none. */
  readonly shape = input<'rows' | 'text'>('rows');
  // Uneven, as texts are; but the same each time.
  protected readonly widths = computed(() =>
    Array.from({ length: this.rows() }, (_, row) => 55 + ((row * 37) % 40)),
  );
}

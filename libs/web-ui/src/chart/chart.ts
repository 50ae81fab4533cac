import { Component, computed, input, signal } from '@angular/core';
import { columnsOf, stepsOf, topOf, type ChartPoint } from './chart-shape';

export type { ChartPoint } from './chart-shape';

/** The words of a chart: `table` opens its values, of which there are two columns. */
export interface ChartTexts {
  readonly table: string;
  readonly point: string;
  readonly value: string;
  /** In place of a value that nobody knows. */
  readonly unknown: string;
}

/**
 * Values over time, to see at a glance: columns for what each brings, or a line for how much there
 * is. Who cannot see it hears what it is and `summary`; all values stand in a table below it.
 */
@Component({
  selector: 'ui-chart',
  template: `
    <div class="plot">
      <div class="scale" aria-hidden="true">
        <span>{{ words()(top()) }}</span><span>{{ words()(0) }}</span>
      </div>
      <svg
        role="img"
        preserveAspectRatio="none"
        [attr.viewBox]="box()"
        [attr.aria-label]="label() + ': ' + summary()"
      >
        @if (kind() === 'columns') {
          <path class="fill strong" [attr.d]="columns()" />
        } @else {
          <path class="fill" [attr.d]="area()" />
          <path class="line" [attr.d]="line()" />
        }
      </svg>
      <div class="ends" aria-hidden="true">
        <span>{{ points()[0]?.label }}</span><span>{{ points().at(-1)?.label }}</span>
      </div>
    </div>
    <details #details (toggle)="isOpen.set(details.open)">
      <summary [attr.aria-label]="texts().table + ': ' + label()">{{ texts().table }}</summary>
      @if (isOpen()) {
        <div class="values" role="region" tabindex="0" [attr.aria-label]="label()">
          <table>
            <thead>
              <tr>
                <th scope="col">{{ texts().point }}</th>
                <th scope="col">{{ texts().value }}</th>
              </tr>
            </thead>
            <tbody>
              @for (point of newestFirst(); track point.label) {
                <tr>
                  <th scope="row">{{ point.label }}</th>
                  <td>{{ point.value === null ? texts().unknown : words()(point.value) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </details>
  `,
  styleUrl: './chart.css',
})
export class Chart {
  /** Names it for screen readers. */
  readonly label = input.required<string>();
  /** What is to be seen in it, in a sentence. */
  readonly summary = input.required<string>();
  /** Oldest first, each with another label. */
  readonly points = input.required<readonly ChartPoint[]>();
  readonly kind = input<'columns' | 'line'>('columns');
  readonly texts = input.required<ChartTexts>();
  /** How a value is written. */
  readonly words = input<(value: number) => string>(String);

  protected readonly isOpen = signal(false);
  protected readonly top = computed(() => topOf(this.points()));
  protected readonly box = computed(() => `0 0 ${Math.max(1, this.points().length)} 100`);
  protected readonly columns = computed(() => columnsOf(this.points()));
  protected readonly line = computed(() => stepsOf(this.points()));
  protected readonly area = computed(() => stepsOf(this.points(), true));
  protected readonly newestFirst = computed(() => this.points().toReversed());
}

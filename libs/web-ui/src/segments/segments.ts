import { Component, input, model } from '@angular/core';

export interface Segment {
  readonly id: string;
  readonly label: string;
}

let made = 0;

/**
 * One of a few: native radio buttons in one bar, so that arrows, Tab and screen readers work as
 * they do everywhere.
 */
@Component({
  selector: 'ui-segments',
  template: `
    @for (segment of segments(); track segment.id) {
      <label>
        <input
          type="radio"
          class="unseen"
          [name]="name"
          [value]="segment.id"
          [checked]="segment.id === chosen()"
          (change)="chosen.set(segment.id)"
        />
        <span>{{ segment.label }}</span>
      </label>
    }
  `,
  styleUrl: './segments.css',
  host: { role: 'radiogroup', '[attr.aria-label]': 'label()' },
})
export class Segments {
  readonly label = input.required<string>();
  readonly segments = input.required<readonly Segment[]>();
  readonly chosen = model.required<string>();

  protected readonly name = `ui-segments-${++made}`;
}

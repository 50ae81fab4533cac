import { Component, input } from '@angular/core';

/** The words of a tooltip; `watchTooltips` puts it beside what they name. */
@Component({
  selector: 'ui-tooltip',
  template: '{{ words() }}',
  styleUrl: './tooltip.css',
  host: { 'aria-hidden': 'true' },
})
export class Tooltip {
  readonly words = input.required<string>();
}

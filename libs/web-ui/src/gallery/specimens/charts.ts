import { Component } from '@angular/core';
import { Chart, type ChartPoint } from '../../chart/chart';
import { State } from '../state';

const brought = [4, 9, 0, 12, 7, 15, 3, 0, 0, 21, 18, 6, 11, 14];

@Component({
  selector: 'ui-charts',
  imports: [Chart, State],
  template: `
    <ui-state class="fill" name="what each day brought">
      <ui-chart
        label="Messages a day"
        summary="14 today, 21 at most."
        [points]="columns"
        [texts]="texts"
      />
    </ui-state>
    <ui-state class="fill" name="how much there is, with a gap">
      <ui-chart kind="line" label="People" summary="42 today." [points]="line" [texts]="texts" />
    </ui-state>
    <ui-state class="fill" name="of nothing">
      <ui-chart label="Calls a day" summary="None." [points]="nothing" [texts]="texts" />
    </ui-state>
  `,
  host: { class: 'full' },
})
export class Charts {
  protected readonly columns = brought.map(onDay);
  protected readonly line = brought.map((_, at) => onDay(at === 5 ? null : 28 + at, at));
  protected readonly nothing = brought.map((_, at) => onDay(0, at));
  protected readonly texts = {
    table: 'Show as a table',
    point: 'Day',
    value: 'Count',
    unknown: 'Not counted',
  };
}

function onDay(value: number | null, at: number): ChartPoint {
  return { label: `${at + 1} Mar`, value };
}

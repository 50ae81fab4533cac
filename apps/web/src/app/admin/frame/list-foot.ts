import { Component, input } from '@angular/core';
import { adminTexts } from '../admin-texts';
import type { PageByPage } from './page-by-page';
import { Pager } from './pager';
import { Trouble } from './trouble';

/**
 * What stays below a list: what went wrong, its pages, and, put in, what can be done with what is
 * chosen.
 */
@Component({
  selector: 'app-list-foot',
  imports: [Pager, Trouble],
  template: `
    <footer>
      @if (problem()) {
        <p class="problem" role="alert">{{ problem() }}</p>
      } @else if (list().problem(); as words) {
        <app-trouble [words]="words" (again)="list().reload()" />
      }
      <div class="bar">
        <ng-content />
        <app-pager [list]="list()" />
      </div>
      <p class="unseen" role="status">{{ list().isBusy() ? texts.loading : '' }}</p>
    </footer>
  `,
  styleUrl: './foot.css',
  // No box of its own: the foot sticks to the end of the page.
  styles: ':host { display: contents; }',
})
export class ListFoot {
  readonly list = input.required<PageByPage<{ readonly id: string }>>();
  /** Of what was done about what is chosen. */
  readonly problem = input('');
  protected readonly texts = adminTexts.table;
}

import { Component, inject, input } from '@angular/core';
import { Virtualizer } from 'virtua/angular';
import { ListItems, type ListItem } from './list-items';
import { ListLine } from './list-line';

/** The lines of a long list: only those near the screen exist. */
@Component({
  selector: 'app-long-list',
  imports: [ListLine, Virtualizer],
  template: `
    <virtua-virtualizer
      [data]="items.all()"
      [getKey]="keyOf"
      [scrollRef]="scroller()"
      [bufferSize]="300"
    >
      <ng-template let-item>
        <app-list-line [item]="item" [isTabStop]="item.key === items.tabKey()" />
      </ng-template>
    </virtua-virtualizer>
  `,
})
export class LongList {
  /** What scrolls: the lines are all that is in it. */
  readonly scroller = input.required<HTMLElement>();

  protected readonly items = inject(ListItems);
  protected readonly keyOf = (item: ListItem): string => item.key;
}

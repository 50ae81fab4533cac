import { Component, computed, input } from '@angular/core';
import { IconButton } from '@app/web-ui';
import { adminTexts } from '../admin-texts';
import type { PageByPage } from './page-by-page';

/** Which page of a list is shown, and the ways to those beside it; nothing where there are none. */
@Component({
  selector: 'app-pager',
  imports: [IconButton],
  template: `
    <button
      uiIconButton
      type="button"
      icon="chevron-left"
      [label]="texts.previous"
      [disabled]="list().number() === 1"
      (click)="list().previous()"
    ></button>
    <span aria-live="polite">{{ texts.page(list().number()) }}</span>
    <button
      uiIconButton
      type="button"
      icon="chevron-right"
      [label]="texts.next"
      [disabled]="!list().hasNext()"
      (click)="list().next()"
    ></button>
  `,
  styles: `
    :host(:not([hidden])) {
      display: flex;
      gap: var(--s-1);
      align-items: center;
      color: var(--text-2);
      font-size: var(--fs-13);
    }
    /* The other one is turned around by the icons themselves. */
    :host ::ng-deep [data-icon='chevron-right']:dir(rtl) {
      transform: scaleX(-1);
    }
  `,
  host: { '[hidden]': 'isOnly()' },
})
export class Pager {
  readonly list = input.required<PageByPage<{ readonly id: string }>>();
  protected readonly texts = adminTexts.table;
  protected readonly isOnly = computed(() => this.list().number() === 1 && !this.list().hasNext());
}

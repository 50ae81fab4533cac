import { Component, input } from '@angular/core';

/** One state of a component, with its name below. */
@Component({
  selector: 'ui-state',
  template: `
    <div class="stage"><ng-content /></div>
    <p class="name">{{ name() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-2);
      align-content: start;
      min-inline-size: 0;
    }
    .stage {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-items: center;
      justify-items: start;
      min-block-size: 44px;
    }
    :host(.fill) .stage {
      align-items: start;
      justify-items: stretch;
    }
    .name {
      color: var(--text-2);
      font-size: var(--fs-12);
      line-height: 1rem;
    }
  `,
})
export class State {
  readonly name = input.required<string>();
}

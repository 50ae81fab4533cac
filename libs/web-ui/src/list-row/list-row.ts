import { booleanAttribute, Component, input } from '@angular/core';

/**
 * A line of a list: a picture, a title, a time or mark at its end, and below a second line with a
 * badge. The host stays native (`a`, `button`, `label`, `li`), so that it is what it is for, and
 * says how it is: one is there (`aria-current`), chosen (`aria-selected`, a checked box inside),
 * out of reach (`disabled`).
 *
 * Slots: `[lead]`, `[heading]`, `[meta]`, `[line]`, `[end]`, and `[action]` beside both lines.
 */
@Component({
  selector: '[uiListRow]',
  template: `
    <ng-content select="[lead]" />
    <span class="title"><ng-content select="[heading]" /></span>
    <span class="meta"><ng-content select="[meta]" /></span>
    <span class="line"><ng-content select="[line]" /></span>
    <span class="end"><ng-content select="[end]" /></span>
    <ng-content select="[action]" />
  `,
  styleUrl: './list-row.css',
  host: { '[class.strong]': 'isStrong()', '[class.single]': 'isSingle()' },
})
export class ListRow {
  /** It waits for the person: both lines stand out. */
  readonly isStrong = input(false, { transform: booleanAttribute });
  /** One line only: the title stands in the middle. */
  readonly isSingle = input(false, { transform: booleanAttribute });
}

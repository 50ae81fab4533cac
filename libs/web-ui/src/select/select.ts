import { booleanAttribute, Component, input, output } from '@angular/core';
import { asTold } from '../as-told/as-told';
import { Icon } from '../icon/icon';

export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** The language of the label where it is not the page's: each language is written in itself. */
  readonly lang?: string;
}

let made = 0;

/**
 * One of many: the device's own list, which every screen reader, keyboard and phone knows. It shows
 * what `value` says: what was chosen in vain goes back by itself.
 */
@Component({
  selector: 'ui-select',
  imports: [Icon],
  templateUrl: './select.html',
  styleUrl: './select.css',
})
export class Select {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly options = input.required<readonly SelectOption[]>();
  readonly value = input.required<string>();
  /** What was chosen. */
  readonly valueChange = output<string>();
  readonly isDisabled = input(false, { transform: booleanAttribute });

  private readonly show = asTold((list: HTMLSelectElement) => (list.value = this.value()));
  protected readonly id = `ui-select-${++made}`;

  protected choose(list: HTMLSelectElement): void {
    this.valueChange.emit(list.value);
    this.show(list);
  }
}

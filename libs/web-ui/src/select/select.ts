import { booleanAttribute, Component, input, model } from '@angular/core';
import { Icon } from '../icon/icon';

export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** The language of the label where it is not the page's: each language is written in itself. */
  readonly lang?: string;
}

let made = 0;

/** One of many: the device's own list, which every screen reader, keyboard and phone knows. */
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
  readonly value = model.required<string>();
  readonly isDisabled = input(false, { transform: booleanAttribute });

  protected readonly id = `ui-select-${++made}`;
}

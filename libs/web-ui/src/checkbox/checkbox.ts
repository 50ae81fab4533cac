import { booleanAttribute, Component, input, model } from '@angular/core';

/** Yes or no, that counts when a form is sent. What takes effect at once is a `Switch`. */
@Component({
  selector: 'ui-checkbox',
  template: `
    <label>
      <input
        #box
        type="checkbox"
        [checked]="isChecked()"
        [disabled]="isDisabled()"
        (change)="isChecked.set(box.checked)"
      />
      <span>
        {{ label() }}
        @if (hint()) {
          <small>{{ hint() }}</small>
        }
      </span>
    </label>
  `,
  styleUrl: './checkbox.css',
})
export class Checkbox {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly isChecked = model(false);
  readonly isDisabled = input(false, { transform: booleanAttribute });
}

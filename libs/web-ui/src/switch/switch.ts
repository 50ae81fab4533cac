import { Component, input, model } from '@angular/core';

/** On or off, at once: a native checkbox that is called a switch. Its label can be pressed, too. */
@Component({
  selector: 'ui-switch',
  template: `
    <label>
      <span class="words">
        {{ label() }}
        @if (hint()) {
          <small>{{ hint() }}</small>
        }
      </span>
      <input
        #box
        type="checkbox"
        role="switch"
        class="unseen"
        [checked]="isOn()"
        (change)="isOn.set(box.checked)"
      />
      <span class="track" aria-hidden="true"></span>
    </label>
  `,
  styleUrl: './switch.css',
})
export class Switch {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly isOn = model(false);
}

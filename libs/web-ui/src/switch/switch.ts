import { Component, input, output } from '@angular/core';
import { asTold } from '../as-told/as-told';

/**
 * On or off, at once: a native checkbox that is called a switch. Its label can be pressed, too. It
 * stands where `isOn` says and nowhere else: what was pushed in vain goes back by itself.
 */
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
        (change)="push(box)"
      />
      <span class="track" aria-hidden="true"></span>
    </label>
  `,
  styleUrl: './switch.css',
})
export class Switch {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly isOn = input(false);
  /** Where it was pushed to. */
  readonly isOnChange = output<boolean>();

  private readonly show = asTold((box: HTMLInputElement) => (box.checked = this.isOn()));

  protected push(box: HTMLInputElement): void {
    this.isOnChange.emit(box.checked);
    this.show(box);
  }
}

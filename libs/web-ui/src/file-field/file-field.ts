import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

let made = 0;

/**
 * A file to be given: a label above, the way to the device's own picker, which every screen reader,
 * keyboard and phone knows, and below it what is wrong, or else a hint. What is dropped is for the
 * page to take, as it knows where that may be; it says here that something is over it.
 */
@Component({
  selector: 'ui-file-field',
  imports: [Icon],
  templateUrl: './file-field.html',
  styleUrl: './file-field.css',
})
export class FileField {
  readonly label = input.required<string>();
  /** What is to be done as long as nothing is chosen. */
  readonly prompt = input.required<string>();
  /** What is chosen, in words; empty: nothing. */
  readonly chosen = input('');
  readonly hint = input('');
  /** What is wrong, in words; empty: nothing. */
  readonly error = input('');
  /** What the picker offers: `.zip,.jsonl`. The person may choose something else. */
  readonly accept = input('');
  /** A file is dragged over the place where it may be dropped. */
  readonly isOver = input(false, { transform: booleanAttribute });
  readonly picked = output<File>();

  protected readonly id = `ui-file-field-${++made}`;
  /** The ids of what is said of it: what is chosen, too, as the input itself forgets it. */
  protected readonly notes = computed(() => {
    const note = this.error() || this.hint() ? ` ${this.id}-note` : '';
    return `${this.id}-chosen${note}`;
  });

  protected pick(control: HTMLInputElement): void {
    const [file] = control.files ?? [];
    // The same one may be chosen again.
    control.value = '';
    if (file) this.picked.emit(file);
  }
}

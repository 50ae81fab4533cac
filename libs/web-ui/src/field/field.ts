import {
  booleanAttribute,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { IconButton } from '../button/icon-button';
import { Icon } from '../icon/icon';
import { UiLabels } from '../ui-labels';

let made = 0;

/**
 * One line to fill in: a label above, and below it what is wrong, or else a hint. The error is tied
 * to the input, so a screen reader says it with the field. A password can be looked at.
 */
@Component({
  selector: 'ui-field',
  imports: [Icon, IconButton],
  templateUrl: './field.html',
  styleUrl: './field.css',
})
export class Field {
  readonly label = input.required<string>();
  readonly value = model('');
  /** What helps to fill it in; an error takes its place. */
  readonly hint = input('');
  /** What is wrong, in words; empty: nothing. */
  readonly error = input('');
  readonly type = input<'text' | 'email' | 'password' | 'search'>('text');
  readonly name = input('');
  readonly autocomplete = input('off');
  readonly placeholder = input('');
  readonly maxLength = input<number | null>(null);
  readonly isRequired = input(false, { transform: booleanAttribute });
  /** Names and the like: no correction, no capital in front. */
  readonly isLiteral = input(false, { transform: booleanAttribute });

  protected readonly labels = inject(UiLabels);
  protected readonly id = `ui-field-${++made}`;
  protected readonly isRevealed = signal(false);
  protected readonly shownType = computed(() =>
    this.type() === 'password' && this.isRevealed() ? 'text' : this.type(),
  );
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  /** Puts the cursor in, with the whole text chosen. */
  focus(): void {
    this.control().nativeElement.focus();
    this.control().nativeElement.select();
  }
}

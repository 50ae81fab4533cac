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
 * Something to fill in, of one line or more: a label above, and below it what is wrong, or else a
 * hint. Both are tied to the input, so a screen reader says them with it. A password can be looked
 * at; where the length counts, it is shown.
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
  /** Shows how much of `maxLength` is used. */
  readonly isCounted = input(false, { transform: booleanAttribute });
  /** More than 1: several lines, which grow with the text. */
  readonly rows = input(1);
  readonly isRequired = input(false, { transform: booleanAttribute });
  /** Names and the like: no correction, no capital in front. */
  readonly isLiteral = input(false, { transform: booleanAttribute });

  /** In a dialog the focus begins here, and not with what closes it. */
  readonly isFirst = input(false, { transform: booleanAttribute });

  protected readonly labels = inject(UiLabels);
  protected readonly id = `ui-field-${++made}`;
  protected readonly isRevealed = signal(false);
  protected readonly shownType = computed(() =>
    this.type() === 'password' && this.isRevealed() ? 'text' : this.type(),
  );
  protected readonly count = computed(() => {
    const [length, max] = [this.value().length, this.maxLength()];
    if (!this.isCounted() || max === null) return null;
    return { shown: `${length} / ${max}`, spoken: this.labels.lengthOf(length, max) };
  });
  /** The ids of what stands below; null: nothing does. */
  protected readonly notes = computed(() => {
    const note = this.error() || this.hint() ? `${this.id}-note` : '';
    const count = this.count() ? `${this.id}-count` : '';
    return `${note} ${count}`.trim() || null;
  });
  private readonly control =
    viewChild.required<ElementRef<HTMLInputElement | HTMLTextAreaElement>>('control');

  /** Puts the cursor in, with the whole text chosen. */
  focus(): void {
    this.control().nativeElement.focus();
    this.control().nativeElement.select();
  }
}

import { Component, computed, inject, input, resource } from '@angular/core';
import { IconButton, Toasts } from '@app/web-ui';
import type { Coloured } from './highlighter';
import { markupTexts } from './markup-texts';

/** Longer code is shown in one colour: to paint it would hold up the page. */
const MAX_COLOURED = 20_000;

/** A block of code, with its colours as soon as the grammar of its language is there. */
@Component({
  selector: 'app-message-code',
  imports: [IconButton],
  template: `
    <pre
      dir="ltr"
      tabindex="0"
      role="region"
      [attr.aria-label]="label()"
    ><code>@for (piece of pieces(); track $index) {<span [class]="piece.look">{{ piece.text }}</span>}</code></pre>
    <button
      uiIconButton
      type="button"
      icon="copy"
      [label]="texts.copyCode"
      (click)="copy()"
    ></button>
  `,
  styleUrl: './message-code.css',
})
export class MessageCode {
  readonly code = input.required<string>();
  /** The word behind the fence; may be empty or unknown. */
  readonly language = input('');

  private readonly toasts = inject(Toasts);
  protected readonly texts = markupTexts;
  protected readonly label = computed(() =>
    this.language() ? markupTexts.codeIn(this.language()) : markupTexts.code,
  );
  private readonly coloured = resource({
    params: () => ({ code: this.code(), language: this.language() }),
    loader: async ({ params: { code, language } }): Promise<readonly Coloured[] | null> => {
      if (language === '' || code.length > MAX_COLOURED) return null;
      const { highlight } = await import('./highlighter');
      return highlight(code, language);
    },
  });
  protected readonly pieces = computed(() => {
    const plain: readonly Coloured[] = [{ text: this.code(), look: '' }];
    return (this.coloured.hasValue() ? this.coloured.value() : null) ?? plain;
  });

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code());
      this.toasts.say(markupTexts.copied);
    } catch {
      // NotAllowedError, or no clipboard on an insecure page.
      this.toasts.warn(markupTexts.notCopied);
    }
  }
}

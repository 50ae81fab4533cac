import { Component, computed, inject, input } from '@angular/core';
import { IconButton, Toasts } from '@app/web-ui';
import { loaded } from '../../loaded';
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
  private readonly coloured = loaded(
    () => ({ code: this.code(), language: this.language() }),
    ({ code, language }) => coloursOf(code, language),
  );
  protected readonly pieces = computed(() => {
    const plain: readonly Coloured[] = [{ text: this.code(), look: '' }];
    return this.coloured() ?? plain;
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

/** Null: it is shown in one colour. */
async function coloursOf(code: string, language: string): Promise<readonly Coloured[] | null> {
  if (language === '' || code.length > MAX_COLOURED) return null;
  try {
    const { highlight } = await import('./highlighter');
    return await highlight(code, language);
  } catch {
    // TypeError: without the network that would bring a grammar, code has no colours.
    return null;
  }
}

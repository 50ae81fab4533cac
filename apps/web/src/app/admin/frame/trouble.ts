import { Component, ElementRef, inject, input, output } from '@angular/core';
import { IconButton } from '@app/web-ui';
import { adminTexts } from '../admin-texts';

/**
 * Why something is not shown, in words, and the way to have it tried again. It goes by that, so the
 * focus goes back to the name of the page.
 */
@Component({
  selector: 'app-trouble',
  imports: [IconButton],
  template: `
    <p role="alert">{{ words() }}</p>
    <button
      uiIconButton
      type="button"
      icon="refresh-cw"
      [label]="texts.tryAgain"
      (click)="tryAgain()"
    ></button>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--s-1);
      align-items: center;
    }
    p {
      color: var(--danger);
      font-size: var(--fs-13);
      line-height: 1.125rem;
    }
  `,
})
export class Trouble {
  readonly words = input.required<string>();
  readonly again = output();

  protected readonly texts = adminTexts;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected tryAgain(): void {
    this.host.closest('app-admin-section')?.querySelector('h1')?.focus();
    this.again.emit();
  }
}

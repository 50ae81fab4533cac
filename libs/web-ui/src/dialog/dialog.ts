import { booleanAttribute, Component, inject, input } from '@angular/core';
import { IconButton } from '../button/icon-button';
import { UiLabels } from '../ui-labels';
import { DIALOG } from './dialog-handle';

/**
 * The frame of what `Dialogs` shows: title, a way out, the content, and `[actions]` at its end. Use
 * it as the root of the component that is opened.
 */
@Component({
  selector: 'ui-dialog',
  imports: [IconButton],
  template: `
    <div class="head">
      <h2 [id]="handle.titleId">{{ title() }}</h2>
      <button
        uiIconButton
        type="button"
        icon="x"
        [label]="labels.close"
        (click)="handle.close()"
      ></button>
    </div>
    <div class="content" [attr.tabindex]="isText() ? 0 : null"><ng-content /></div>
    <div class="actions"><ng-content select="[actions]" /></div>
  `,
  styleUrl: './dialog.css',
})
export class Dialog {
  readonly title = input.required<string>();
  /** There is nothing in it to go to: keys move the text itself, where it is long. */
  readonly isText = input(false, { transform: booleanAttribute });
  protected readonly labels = inject(UiLabels);
  protected readonly handle = inject(DIALOG);
}

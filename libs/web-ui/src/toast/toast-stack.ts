import { Component, inject } from '@angular/core';
import { IconButton } from '../button/icon-button';
import { UiLabels } from '../ui-labels';
import { Toasts } from './toasts';

/** Where toasts appear: once, in the root of the application. */
@Component({
  selector: 'ui-toast-stack',
  imports: [IconButton],
  template: `
    @for (toast of toasts.shown(); track toast.id) {
      <div class="toast" [class.danger]="toast.kind === 'danger'">
        <span>{{ toast.text }}</span>
        <button
          uiIconButton
          type="button"
          icon="x"
          [label]="labels.close"
          (click)="toasts.close(toast.id)"
        ></button>
      </div>
    }
  `,
  styleUrl: './toast-stack.css',
  host: { role: 'status' },
})
export class ToastStack {
  protected readonly toasts = inject(Toasts);
  protected readonly labels = inject(UiLabels);
}

import { Component, inject } from '@angular/core';
import { Button } from '../button/button';
import { IconButton } from '../button/icon-button';
import { UiLabels } from '../ui-labels';
import { Toasts, type Toast } from './toasts';

/** Where toasts appear: once, in the root of the application. */
@Component({
  selector: 'ui-toast-stack',
  imports: [Button, IconButton],
  template: `
    @for (toast of toasts.shown(); track toast.id) {
      <div class="toast" [class.danger]="toast.kind === 'danger'">
        <span>{{ toast.text }}</span>
        @if (toast.action; as action) {
          <button uiButton kind="text" type="button" (click)="run(toast)">
            {{ action.label }}
          </button>
        }
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
  host: {
    role: 'status',
    '(pointerenter)': 'toasts.isHeld.set(true)',
    '(pointerleave)': 'toasts.isHeld.set(false)',
    '(focusin)': 'toasts.isHeld.set(true)',
    '(focusout)': 'toasts.isHeld.set(false)',
  },
})
export class ToastStack {
  protected readonly toasts = inject(Toasts);
  protected readonly labels = inject(UiLabels);

  protected run({ id, action }: Toast): void {
    this.toasts.close(id);
    action?.run();
  }
}

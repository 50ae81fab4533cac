import { Component, computed, effect, ElementRef, inject } from '@angular/core';
import { CallDesk } from '../call-desk';
import { IncomingCall } from './incoming-call';

/**
 * Who calls, over whatever there is: dialogs are popovers, of which the last one lies on top, and
 * they hide from screen readers what stands beside them and is none.
 */
@Component({
  selector: 'app-incoming-layer',
  imports: [IncomingCall],
  template: `
    @if (desk.incoming(); as call) {
      <app-incoming-call [call]="call" />
    }
  `,
  styleUrl: './incoming-layer.css',
  host: { popover: 'manual' },
})
export class IncomingLayer {
  protected readonly desk = inject(CallDesk);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    const isCalled = computed(() => this.desk.incoming() !== null);
    effect((onCleanup) => {
      if (!isCalled()) return;
      this.host.showPopover();
      const rise = (event: Event) => {
        if (event.target !== this.host && (event as ToggleEvent).newState === 'open') this.rise();
      };
      // It does not bubble.
      document.addEventListener('toggle', rise, { capture: true });
      onCleanup(() => {
        document.removeEventListener('toggle', rise, { capture: true });
        this.host.hidePopover();
      });
    });
  }

  private rise(): void {
    this.host.hidePopover();
    this.host.showPopover();
  }
}

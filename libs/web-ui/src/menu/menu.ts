import { FocusKeyManager, type FocusableOption } from '@angular/cdk/a11y';
import { afterNextRender, Component, ElementRef, inject, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import type { MenuItem } from './menus';

/** The lines of a menu, with the keys of one: arrows, Home, End, first letters, Esc. */
@Component({
  selector: 'ui-menu',
  imports: [Icon],
  template: `
    <div role="menu" [attr.aria-label]="label()">
      @for (item of items(); track item.id) {
        <button
          type="button"
          tabindex="-1"
          [attr.role]="item.isChosen === undefined ? 'menuitem' : 'menuitemradio'"
          [attr.aria-checked]="item.isChosen"
          [class.danger]="item.isDanger"
          (click)="chosen.emit(item.id)"
        >
          @if (item.icon) {
            <ui-icon [name]="item.icon" />
          }
          <span class="words">{{ item.label }}</span>
          @if (item.isChosen) {
            <ui-icon name="check" />
          }
        </button>
      }
    </div>
  `,
  styleUrl: './menu.css',
  host: {
    // A landmark around the menu: it stands outside of the page's own.
    role: 'region',
    '[attr.aria-label]': 'label()',
    '(keydown)': 'steer($event)',
  },
})
export class Menu {
  readonly label = input.required<string>();
  readonly items = input.required<readonly MenuItem[]>();
  readonly chosen = output<string>();
  readonly dismissed = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private keys: FocusKeyManager<FocusableOption> | null = null;

  constructor() {
    afterNextRender(() => {
      const lines = [...this.host.querySelectorAll('button')].map((button) => ({
        focus: () => button.focus(),
        getLabel: () => button.querySelector('.words')?.textContent ?? '',
      }));
      this.keys = new FocusKeyManager(lines).withWrap().withHomeAndEnd().withTypeAhead();
      this.keys.setFirstItemActive();
    });
  }

  protected steer(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.dismissed.emit();
      return;
    }
    this.keys?.onKeydown(event);
  }
}

import { Component, effect, ElementRef, inject, input, output, untracked } from '@angular/core';
import { Avatar } from '../avatar/avatar';
import type { Completion } from './completion';

/**
 * What a composer offers for a word. The focus stays in the field, which names the active line by
 * `aria-activedescendant`: so the list has no keys of its own.
 */
@Component({
  selector: 'ui-completion-list',
  imports: [Avatar],
  template: `
    @for (item of items(); track item.id) {
      <div
        role="option"
        [id]="idOf($index)"
        [attr.aria-selected]="$index === active()"
        (pointerdown)="$event.preventDefault()"
        (click)="chosen.emit(item)"
      >
        @if (item.person; as person) {
          <ui-avatar
            [id]="person.id"
            [name]="person.name"
            [presence]="person.presence"
            [picture]="person.avatar"
            [size]="28"
          />
        } @else {
          <span class="glyph" aria-hidden="true">{{ item.glyph }}</span>
        }
        <span class="label" dir="auto">{{ item.label }}</span>
        <span class="detail">{{ item.detail }}</span>
      </div>
    }
  `,
  styleUrl: './completion-list.css',
  host: { role: 'listbox', '[id]': 'listId()', '[attr.aria-label]': 'label()' },
})
export class CompletionList {
  readonly listId = input.required<string>();
  readonly label = input.required<string>();
  readonly items = input.required<readonly Completion[]>();
  readonly active = input.required<number>();
  readonly chosen = output<Completion>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      const active = this.active();
      untracked(() => this.host.children[active]?.scrollIntoView({ block: 'nearest' }));
    });
  }

  protected idOf(index: number): string {
    return optionId(this.listId(), index);
  }
}

/** The id of a line, for the field. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

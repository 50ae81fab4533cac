import {
  afterEveryRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { Virtualizer } from 'virtua/angular';
import { ChatStore } from '../../data-access/chat-store';
import { lineAfterKey } from './line-keys';
import { ListItems, type ListItem } from './list-items';
import { ListLine } from './list-line';

/**
 * The lines of a long list: only those near the screen exist, and the one with the focus, so that
 * keys go on from it wherever the list was scrolled to.
 */
@Component({
  selector: 'app-long-list',
  imports: [ListLine, Virtualizer],
  template: `
    <virtua-virtualizer
      [data]="items.all()"
      [getKey]="keyOf"
      [scrollRef]="scroller()"
      [bufferSize]="300"
      [keepMounted]="kept()"
    >
      <ng-template let-item>
        <app-list-line
          [item]="item"
          [isTabStop]="item.key === items.tabKey()"
          [isOpen]="item.key === store.chatId()"
        />
      </ng-template>
    </virtua-virtualizer>
  `,
  styles: `
    /* Not only at rest: a press must not be lost because something has come. */
    virtua-virtualizer ::ng-deep > div {
      pointer-events: auto;
    }
  `,
  host: { '(keydown)': 'steer($event)', '(focusout)': 'bound = null' },
})
export class LongList {
  /** What scrolls: the lines are all that is in it. */
  readonly scroller = input.required<HTMLElement>();

  protected readonly items = inject(ListItems);
  protected readonly store = inject(ChatStore);
  protected readonly keyOf = (item: ListItem): string => item.key;
  /** The line to which keys have led, and which is not drawn yet. The next key goes on from it. */
  protected bound: string | null = null;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly virtualizer = viewChild.required(Virtualizer);
  protected readonly kept = computed(() => {
    const at = this.items.all().findIndex(({ key }) => key === this.items.focused());
    return at < 0 ? [] : [at];
  });

  constructor() {
    afterEveryRender({ read: () => this.arrive() });
  }

  /** As in a short list, where all lines are there; what moves a favourite is for that one. */
  protected steer(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    const keys = this.items.all().filter(isStop).map(this.keyOf);
    const from = this.bound ?? (target as HTMLElement).dataset['key'] ?? '';
    const way = lineAfterKey(key, keys, keys.indexOf(from));
    if (way === undefined) return;
    event.preventDefault();
    this.bound = way;
    if (this.arrive()) return;
    // It is drawn once it is near the screen.
    const index = this.items.all().findIndex((item) => item.key === way);
    this.virtualizer().scrollToIndex(index, { align: 'nearest' });
  }

  private arrive(): boolean {
    const { bound } = this;
    if (bound === null) return true;
    // It is gone: what has the focus is where one goes on from.
    if (!this.items.all().some(({ key }) => key === bound)) this.bound = null;
    const lines = [...this.host.querySelectorAll<HTMLElement>('[data-key]')];
    const line = lines.find(({ dataset }) => dataset['key'] === bound);
    line?.focus();
    return line !== undefined;
  }
}

/** Nothing can be done with the first section but to read its name. */
function isStop({ key }: ListItem): boolean {
  return key !== 'unread';
}

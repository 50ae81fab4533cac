import { Component, computed, ElementRef, inject, Injector, input, signal } from '@angular/core';
import { Session } from '@app/web-session';
import { Avatar, Badge, Icon, IconButton, ListRow } from '@app/web-ui';
import type { ChatRow } from '../../data-access/chat-views';
import { chatTexts } from '../chat-texts';
import { PeopleNames } from '../people-names';
import { FoldedSections } from './folded-sections';
import { glyphOf, lastLine, titleOf } from './last-line';
import type { ListItem } from './list-items';
import { ShortTimes } from './short-times';

/**
 * Keys of the lines at which the pointer and the focus are. One for all: no line is told that it
 * has left them when it moves to another section.
 */
const pointed = signal('');
const focused = signal('');

/**
 * One line of the list: the name of a section, or a chat. What one may do with a chat is one menu:
 * by its button, a right click, a long press or the menu key. Its link is followed by the list: a
 * `RouterLink` and a `RouterLinkActive` in each line cost a sixth of what drawing it takes.
 */
@Component({
  selector: 'app-list-line',
  imports: [Avatar, Badge, Icon, IconButton, ListRow],
  templateUrl: './list-line.html',
  styleUrl: './list-line.css',
  host: {
    '(pointerenter)': 'pointed.set(item().key)',
    '(pointerleave)': 'pointed.set("")',
    '(focusin)': 'focused.set(item().key)',
    '(focusout)': 'focused.set("")',
    '(contextmenu)': 'askForMenu($event)',
  },
})
export class ListLine {
  readonly item = input.required<ListItem>();
  /** It is the line of the list that Tab leads to. */
  readonly isTabStop = input(false);
  /** Its chat is the one that is open. */
  readonly isOpen = input(false);

  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly names = inject(PeopleNames);
  private readonly me = inject(Session).user;
  protected readonly times = inject(ShortTimes);
  protected readonly folded = inject(FoldedSections);
  protected readonly texts = chatTexts;
  protected readonly titleOf = titleOf;
  protected readonly glyphOf = glyphOf;

  protected readonly pointed = pointed;
  protected readonly focused = focused;
  private readonly isAsked = signal(false);
  /** Its button is there for who points at the line or stands on it, and while its menu is open. */
  protected readonly hasMenu = computed(
    () => [pointed(), focused()].includes(this.item().key) || this.isAsked(),
  );

  /** Muting for good ends in a year that nobody will see. */
  protected readonly mutedWords = computed(() => {
    const item = this.item();
    const until = item.kind === 'chat' ? item.chat.mutedUntil : null;
    if (!until || until >= '9') return chatTexts.muted;
    return chatTexts.mutedUntil(this.times.of(until));
  });

  protected lineOf(chat: ChatRow): string {
    const { of, join } = this.names;
    return lastLine(chat, { me: this.me()?.id, nameOf: of, join });
  }

  protected askForMenu(event: MouseEvent): void {
    const item = this.item();
    const link = this.host.querySelector('a');
    if (item.kind !== 'chat' || !link) return;
    event.preventDefault();
    void this.showMenu(item.chat, link, event);
  }

  protected async showMenu(chat: ChatRow, anchor: HTMLElement, event?: MouseEvent): Promise<void> {
    this.isAsked.set(true);
    try {
      const { RowMenu } = await import('./row-menu');
      await this.injector.get(RowMenu).show(chat, anchor, event);
    } finally {
      this.isAsked.set(false);
    }
  }
}

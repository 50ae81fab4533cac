import { computed, inject, Injectable, signal } from '@angular/core';
import type { ChatId } from '@app/contracts';
import { ChatStore } from '../../data-access/chat-store';
import type { ChatRow, ChatSection, SectionName } from '../../data-access/chat-views';
import { kept } from '../../data-access/kept';
import { FoldedSections } from './folded-sections';

/** A line of the list. `count`: of the chats that a folded section hides. */
export type ListItem =
  | {
      readonly kind: 'section';
      readonly key: SectionName;
      readonly isFolded: boolean;
      readonly count: number;
    }
  | { readonly kind: 'chat'; readonly key: ChatId; readonly chat: ChatRow };

/** What the list shows, line by line, and which line is in the order of Tab. */
@Injectable()
export class ListItems {
  private readonly store = inject(ChatStore);
  private readonly folded = inject(FoldedSections).names;
  /** The line that has the focus, or had it last. */
  readonly focused = signal<string | null>(null);

  /** A line stays the same object while it says the same. */
  readonly all = kept(
    () => listItems(this.store.sections(), this.folded(), this.store.chatId()),
    ({ key }) => key,
  );
  readonly tabKey = computed(() => {
    const items = this.all();
    const wishes = [this.focused(), this.store.chatId()];
    const wish = wishes.find((each) => items.some(({ key }) => key === each));
    return wish ?? items.find(({ kind }) => kind === 'chat')?.key;
  });
}

/** A folded section still shows the chat that is open: one sees where one is. */
export function listItems(
  sections: readonly ChatSection[],
  folded: ReadonlySet<SectionName>,
  openId: ChatId | null,
): readonly ListItem[] {
  return sections.flatMap(({ name, chats }): readonly ListItem[] => {
    const isFolded = folded.has(name) && name !== 'unread';
    const shown = isFolded ? chats.filter(({ id }) => id === openId) : chats;
    return [
      { kind: 'section', key: name, isFolded, count: chats.length - shown.length },
      ...shown.map((chat) => ({ kind: 'chat' as const, key: chat.id, chat })),
    ];
  });
}

import { Component, computed, inject, signal } from '@angular/core';
import { fold, type ChatId } from '@app/contracts';
import { Avatar, Dialog, DIALOG, Field, ListRow, type DialogHandle } from '@app/web-ui';
import { ChatStore } from '../../data-access/chat-store';
import { installationTexts } from '../../installation/installation-texts';
import { glyphOf, titleOf } from '../chat-list/last-line';

/** Asks to which chat a shared text goes. Closes with that chat. */
@Component({
  selector: 'app-share-dialog',
  imports: [Avatar, Dialog, Field, ListRow],
  template: `
    <ui-dialog [title]="texts.shareTitle">
      <blockquote dir="auto">{{ handle.data.text }}</blockquote>
      <p>{{ texts.shareHint }}</p>
      <ui-field type="search" isLiteral isFirst [label]="texts.shareFilter" [(value)]="filter" />
      <div class="found">
        @for (chat of found(); track chat.id) {
          <button uiListRow isSingle type="button" (click)="handle.close(chat.id)">
            <ui-avatar
              lead
              [id]="chat.peer?.id ?? chat.id"
              [name]="titleOf(chat)"
              [glyph]="glyphOf(chat)"
              [picture]="chat.avatar"
            />
            <span heading dir="auto">{{ titleOf(chat) }}</span>
          </button>
        } @empty {
          <p role="status">{{ texts.shareNobody }}</p>
        }
      </div>
    </ui-dialog>
  `,
  styleUrl: './share-dialog.css',
})
export class ShareDialog {
  private readonly store = inject(ChatStore);
  protected readonly handle = inject(DIALOG) as DialogHandle<ChatId, { readonly text: string }>;
  protected readonly texts = installationTexts;
  protected readonly filter = signal('');
  protected readonly found = computed(() => {
    const words = fold(this.filter()).split(/\s+/).filter(Boolean);
    return this.store.chats().filter((chat) => {
      const title = fold(titleOf(chat));
      return !chat.isArchived && words.every((word) => title.includes(word));
    });
  });
  protected readonly titleOf = titleOf;
  protected readonly glyphOf = glyphOf;
}

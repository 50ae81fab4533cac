import { Component, inject, signal } from '@angular/core';
import {
  Button,
  DIALOG,
  EmojiPicker,
  Skeleton,
  type DialogHandle,
  type EmojiBook,
} from '@app/web-ui';
import { EmojiFiles } from '../../data-access/emoji-files';
import { EmojiTaste } from './emoji-taste';
import { writingTexts } from './writing-texts';

/** The picker beside the button that asked for it; it closes with the emoji that was chosen. */
@Component({
  selector: 'app-emoji-card',
  imports: [Button, EmojiPicker, Skeleton],
  template: `
    @if (book(); as book) {
      <ui-emoji-picker
        [book]="book"
        [texts]="texts.picker"
        [recent]="recent"
        [tone]="taste.taste().tone"
        (toneChange)="taste.chooseTone($event)"
        (picked)="pick($event)"
      />
    } @else if (hasFailed()) {
      <p role="alert">{{ texts.noEmoji }}</p>
      <button uiButton type="button" (click)="load()">{{ texts.tryAgain }}</button>
    } @else {
      <ui-skeleton [rows]="5" />
    }
  `,
  styleUrl: './emoji-card.css',
})
export class EmojiCard {
  private readonly handle = inject(DIALOG) as DialogHandle<string>;
  private readonly files = inject(EmojiFiles);

  protected readonly texts = writingTexts;
  protected readonly taste = inject(EmojiTaste);
  /** As it was: what moves under the pointer is pressed by mistake. */
  protected readonly recent = this.taste.taste().recent;
  protected readonly book = signal<EmojiBook | null>(null);
  protected readonly hasFailed = signal(false);

  constructor() {
    this.load();
  }

  protected load(): void {
    this.hasFailed.set(false);
    this.files.book().then(
      (book) => this.book.set(book),
      // No network, and never loaded before.
      () => this.hasFailed.set(true),
    );
  }

  protected pick(unicode: string): void {
    this.taste.note(unicode);
    this.handle.close(unicode);
  }
}

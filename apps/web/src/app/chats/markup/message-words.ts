import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { Session } from '@app/web-session';
import type { Inline } from './inline';

/** A line of a message: its pieces as elements. Nothing of it goes through HTML. */
@Component({
  selector: 'app-message-words',
  imports: [NgTemplateOutlet],
  templateUrl: './message-words.html',
  styleUrl: './message-words.css',
  host: { dir: 'auto' },
})
export class MessageWords {
  readonly words = input.required<readonly Inline[]>();

  private readonly session = inject(Session);
  private readonly myMention = computed(() =>
    `@${this.session.user()?.username ?? ''}`.toLowerCase(),
  );

  protected isMe(mention: string): boolean {
    return mention.toLowerCase() === this.myMention();
  }
}

import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { IconButton } from '@app/web-ui';
import { chatTexts } from '../chat-texts';

/**
 * The head of what stands beside the list: on a phone the way back to it, what it is, and, put in,
 * what can be done with it. Another title is another heading: nothing of the last one moves.
 */
@Component({
  selector: 'header[appPageHeader]',
  imports: [IconButton, RouterLink],
  template: `
    <button
      uiIconButton
      type="button"
      class="back"
      icon="chevron-left"
      [label]="texts.back"
      routerLink="/"
    ></button>
    @for (current of [title()]; track current) {
      <div class="heading">
        <h1 dir="auto" [class.unseen]="!current">{{ current || texts.chats }}</h1>
        @if (line(); as line) {
          <p>{{ line }}</p>
        }
      </div>
    }
    <ng-content />
  `,
  styleUrl: './page-header.css',
})
export class PageHeader {
  /** Empty while it is not known. */
  readonly title = input.required<string>();
  /** More about it; empty: nothing. */
  readonly line = input('');
  protected readonly texts = chatTexts;
}

import { Component, input } from '@angular/core';
import type { Block } from './markup';
import { MessageWords } from './message-words';

/** What stands below the first words: code, quotes, lists, and the words after them. */
@Component({
  selector: 'app-message-blocks',
  imports: [MessageWords],
  template: `
    @for (block of blocks(); track $index) {
      @switch (block.kind) {
        @case ('code') {
          <pre tabindex="0">{{ block.text }}</pre>
        }
        @case ('quote') {
          <blockquote><app-message-words [words]="block.inline" /></blockquote>
        }
        @case ('list') {
          @if (block.isOrdered) {
            <ol [attr.start]="block.start">
              @for (item of block.items; track $index) {
                <li><app-message-words [words]="item" /></li>
              }
            </ol>
          } @else {
            <ul>
              @for (item of block.items; track $index) {
                <li><app-message-words [words]="item" /></li>
              }
            </ul>
          }
        }
        @default {
          <div><app-message-words [words]="block.inline" /></div>
        }
      }
    }
  `,
  styleUrl: './message-blocks.css',
  host: { '[hidden]': 'blocks().length === 0' },
})
export class MessageBlocks {
  readonly blocks = input.required<readonly Block[]>();
}

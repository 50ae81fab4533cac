import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, input } from '@angular/core';
import { markupTexts } from './markup-texts';
import type { Block } from './markup';
import { MessageCode } from './message-code';
import { MessageTable } from './message-table';
import { MessageWords } from './message-words';

/** What stands below the first words: code, quotes, lists, tables, and the words after them. */
@Component({
  selector: 'app-message-blocks',
  imports: [MessageCode, MessageTable, MessageWords, NgTemplateOutlet],
  templateUrl: './message-blocks.html',
  styleUrl: './message-blocks.css',
  host: { '[hidden]': 'blocks().length === 0' },
})
export class MessageBlocks {
  readonly blocks = input.required<readonly Block[]>();

  protected readonly texts = markupTexts;
  /** Of a list, a quote: the outermost one tells the direction of all that is in it. */
  protected readonly isPart = inject(MessageBlocks, { optional: true, skipSelf: true }) !== null;
  protected readonly dir = this.isPart ? null : 'auto';
}

import { Component, computed, inject, input } from '@angular/core';
import { MessageRow } from '@app/web-ui';
import { codeWords } from '../../problem-words';
import { chatTexts } from '../chat-texts';
import { parseMarkup } from '../markup/markup';
import { MessageBlocks } from '../markup/message-blocks';
import { MessageWords } from '../markup/message-words';
import { plainText } from '../markup/plain-text';
import { MessageDeeds } from './message-deeds';
import { MessageEditor } from './message-editor';
import { MessageTools } from './message-tools';
import type { MessageItem } from './timeline-items';

/** One message of the timeline: what it says, what it answers to, and what can be done with it. */
@Component({
  selector: 'app-timeline-row',
  imports: [MessageBlocks, MessageEditor, MessageRow, MessageTools, MessageWords],
  templateUrl: './timeline-row.html',
  styleUrl: './timeline-row.css',
  host: { '[attr.data-key]': 'item().key' },
})
export class TimelineRow {
  readonly item = input.required<MessageItem>();
  /** Pointer or focus is here: the tools show. */
  readonly isHot = input(false);
  readonly isTabStop = input(false);
  /** A link led here: it stands out for a moment. */
  readonly isTarget = input(false);

  protected readonly deeds = inject(MessageDeeds);
  protected readonly texts = chatTexts;
  protected readonly markup = computed(() => parseMarkup(this.item().text));
  protected readonly isEditing = computed(() => this.deeds.editingKey() === this.item().key);
  protected readonly failure = computed(() => {
    const code = this.item().entry?.code;
    return code === undefined ? '' : codeWords(code);
  });
  protected readonly quoteText = computed(() => {
    const quote = this.item().quote;
    if (!quote) return '';
    if (quote.seq === null) return chatTexts.earlierMessage;
    return plainText(quote.text) || chatTexts.deleted;
  });
  protected readonly actions = computed(() => {
    const { message } = this.item();
    const isHot = this.isHot() || this.deeds.menuKey() === this.item().key;
    if (!isHot || this.isEditing() || !message) return null;
    const actions = this.deeds.actionsFor(message);
    return actions.size > 0 ? actions : null;
  });
}

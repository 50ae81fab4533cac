import { Component, computed, inject, input } from '@angular/core';
import { Icon, MessageRow } from '@app/web-ui';
import { ReactionWishes } from '../../data-access/reaction-wishes';
import { codeWords } from '../../problem-words';
import { WaitingFiles } from '../attaching/waiting-files';
import { chatTexts } from '../chat-texts';
import { parseMarkup } from '../markup/markup';
import { MessageFiles } from '../files/message-files';
import { PlayedVoices } from '../files/played-voices';
import { MessageBlocks } from '../markup/message-blocks';
import { MessageWords } from '../markup/message-words';
import { PeopleNames } from '../people-names';
import { saidInShort } from '../said-in-short';
import { MessageReactions } from '../signs/message-reactions';
import { MessageSigns } from '../signs/message-signs';
import { signsTexts } from '../signs/signs-texts';
import { MessageDeeds } from './message-deeds';
import { MessageEditor } from './message-editor';
import { MessageTools } from './message-tools';
import type { MessageItem } from './timeline-items';

/** One message of the timeline: what it says, what it answers to, and what can be done with it. */
@Component({
  selector: 'app-timeline-row',
  imports: [
    MessageBlocks,
    MessageEditor,
    Icon,
    MessageFiles,
    MessageReactions,
    MessageRow,
    MessageTools,
    MessageWords,
    WaitingFiles,
  ],
  templateUrl: './timeline-row.html',
  styleUrl: './timeline-row.css',
  host: { '[attr.data-key]': 'item().key', '[class.editing]': 'isEditing()' },
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
  protected readonly signsTexts = signsTexts;
  protected readonly names = inject(PeopleNames);
  protected readonly signs = inject(MessageSigns);
  private readonly wishes = inject(ReactionWishes);
  /** My own count before the server knows. */
  protected readonly hasReactions = computed(() => {
    const { message } = this.item();
    return message !== null && !message.deletedAt && this.wishes.of(message).length > 0;
  });
  protected readonly mayReact = computed(() => this.deeds.actionsOf(this.item()).has('react'));
  private readonly played = inject(PlayedVoices);
  protected readonly markup = computed(() => parseMarkup(this.item().text));
  protected readonly isEditing = computed(() => this.deeds.editingKey() === this.item().key);
  protected readonly failure = computed(() => {
    const { code, files = [] } = this.item().entry ?? {};
    // What is wrong with a file stands at the file.
    if (files.some((file) => file.code)) return '';
    return code === undefined ? '' : codeWords(code);
  });
  /** What somebody has said; null: it is none of that. */
  private readonly voice = computed(() => {
    const { message, entry } = this.item();
    const stored = message ?? entry?.held;
    return stored?.kind === 'voice' ? stored : null;
  });
  protected readonly isVoice = computed(() => this.voice() !== null);
  protected readonly isUnplayed = computed(() => {
    const voice = this.voice();
    return voice !== null && this.played.isNew(voice);
  });
  protected readonly quoteText = computed(() => {
    const quote = this.item().quote;
    if (!quote) return '';
    return quote.message ? saidInShort(quote.message) : chatTexts.earlierMessage;
  });
  protected readonly actions = computed(() => {
    const isHot = this.isHot() || this.deeds.menuKey() === this.item().key;
    if (!isHot || this.isEditing()) return null;
    const actions = this.deeds.actionsOf(this.item());
    return actions.size > 0 ? actions : null;
  });
}

import { Component, computed, inject } from '@angular/core';
import type { Message } from '@app/contracts';
import { Button, EmptyState, IconButton, KeepFocus } from '@app/web-ui';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { DetailsPane } from '../chat-details/details-pane';
import { MessageDeeds } from '../message-list/message-deeds';
import { maySign } from '../message-list/message-actions';
import { PeopleNames } from '../people-names';
import { saidInShort } from '../said-in-short';
import { MessageSigns } from './message-signs';
import { PinnedMessages } from './pinned-messages';
import { signsTexts } from './signs-texts';

/** What is pinned in the open chat: a press leads to the message. */
@Component({
  selector: 'app-pinned-list',
  imports: [Button, EmptyState, IconButton, KeepFocus],
  providers: [PinnedMessages],
  template: `
    <ul uiKeepFocus [attr.aria-label]="texts.pinned">
      @for (message of pins.items(); track message.id) {
        <li>
          <button type="button" class="quote" (click)="show(message)">
            <b>{{ names.of(message.senderId) }}</b>&ngsp;<span dir="auto">{{
              short(message)
            }}</span>
          </button>
          @if (mayPin()) {
            <button
              uiIconButton
              type="button"
              icon="pin-off"
              [label]="texts.unpin"
              (click)="signs.pin(message, false)"
            ></button>
          }
        </li>
      }
    </ul>
    @if (pins.problem()) {
      <p role="alert">{{ pins.problem() }}</p>
    } @else if (pins.isKnown() && pins.items().length === 0) {
      <ui-empty-state icon="pin" [title]="texts.noPinsTitle" [hint]="texts.noPins" />
    }
    @if (pins.hasMore()) {
      <button uiButton kind="quiet" type="button" (click)="pins.more()">
        {{ texts.morePins }}
      </button>
    }
  `,
  styleUrl: './pinned-list.css',
})
export class PinnedList {
  protected readonly texts = signsTexts;
  protected readonly short = saidInShort;
  protected readonly pins = inject(PinnedMessages);
  protected readonly names = inject(PeopleNames);
  protected readonly signs = inject(MessageSigns);
  private readonly deeds = inject(MessageDeeds);
  private readonly pane = inject(DetailsPane);
  private readonly store = inject(OpenChatStore);
  protected readonly mayPin = computed(() => {
    const chat = this.store.chat();
    return chat !== null && maySign('pin', { chat });
  });

  /** The message is behind the details where these cover it. */
  protected show(message: Message): void {
    this.pane.uncover();
    this.deeds.show(message);
  }
}

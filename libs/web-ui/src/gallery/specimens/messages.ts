import { Component } from '@angular/core';
import { IconButton } from '../../button/icon-button';
import { Composer } from '../../composer/composer';
import type { Completer, Completion } from '../../composer/completion';
import { MessageRow, type MessageAuthor } from '../../message-row/message-row';
import { State } from '../state';

const mira = { id: 'u_mira1', name: 'Mira Okafor', presence: 'online' } as const;
const ada = { id: 'u_ada1', name: 'Ada Lindqvist', presence: 'online' } as const;

function mentionOf(person: MessageAuthor): Completion {
  const first = person.name.split(' ')[0]!.toLowerCase();
  return { id: person.id, text: `@${first} `, label: person.name, detail: `@${first}`, person };
}

@Component({
  selector: 'ui-messages',
  imports: [IconButton, MessageRow, State],
  template: `
    <ui-state class="fill" name="of another, and one more of the same">
      <div>
        <ui-message-row [author]="mira" [sentAt]="at"
          ><span>Release notes are final. The upgrade path is one line now.</span></ui-message-row
        >
        <ui-message-row [author]="mira" [sentAt]="at" [isFirst]="false" [isEdited]="true"
          ><span>Спасибо · 謝謝 · شكرا</span></ui-message-row
        >
      </div>
    </ui-state>
    @for (delivery of deliveries; track delivery) {
      <ui-state class="fill" [name]="'own, ' + delivery">
        <ui-message-row [author]="ada" [sentAt]="at" [delivery]="delivery"
          ><span>Rolling the second node now</span></ui-message-row
        >
      </ui-state>
    }
    <ui-state class="fill" name="with its tools (hover, focus)">
      <ui-message-row [author]="ada" [sentAt]="at" delivery="stored">
        <span>I will post the numbers when it is back.</span>
        <button uiIconButton toolbar type="button" icon="reply" label="Reply"></button>
        <button uiIconButton toolbar type="button" icon="pencil" label="Edit"></button>
        <button uiIconButton toolbar type="button" icon="ellipsis" label="More"></button>
      </ui-message-row>
    </ui-state>
  `,
  styles: 'ui-message-row { margin-inline: calc(-1 * var(--s-5)); }',
  host: { class: 'wide' },
})
export class Messages {
  protected readonly mira = mira;
  protected readonly ada = ada;
  // Without a zone: the same in each place.
  protected readonly at = '2026-03-02T12:07:00';
  protected readonly deliveries = ['queued', 'stored', 'delivered', 'seen', 'failed'] as const;
}

@Component({
  selector: 'ui-composers',
  imports: [Composer, IconButton, State],
  template: `
    <ui-state class="fill" name="empty"><ui-composer label="Message Release crew" /></ui-state>
    <ui-state class="fill" name="written, with more to do">
      <ui-composer label="Message Release crew" text="On my way">
        <button uiIconButton before type="button" icon="plus" label="Attach"></button>
      </ui-composer>
    </ui-state>
    <ui-state class="fill" name="offers people for @">
      <ui-composer label="Message Release crew" [completer]="people" />
    </ui-state>
    <ui-state class="fill" name="of several lines">
      <ui-composer label="Message Release crew" [text]="long" />
    </ui-state>
    <ui-state class="fill" name="too long">
      <ui-composer
        label="Message Release crew"
        text="Rather more than may be sent"
        [maxLength]="20"
      />
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class Composers {
  protected readonly people: Completer = () => Promise.resolve([mira, ada].map(mentionOf));
  protected readonly long = 'First node: drained\nSecond node: drained\nBack in 1.1 s';
}

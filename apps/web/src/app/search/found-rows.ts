import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FoundFile, FoundMessage, Message } from '@app/contracts';
import { Avatar, Icon, TIME_LOCALE } from '@app/web-ui';
import { PeopleNames } from '../chats/people-names';
import { ChatClient } from '../data-access/chat-client';
import { ChatSync } from '../data-access/chat-sync';
import { PeopleFinder } from '../data-access/people-finder';
import { excerptOf } from './excerpt';
import { searchTexts } from './search-texts';

/** Messages that were found, each with what was said beside it; a click leads there. */
@Component({
  selector: 'app-found-rows',
  imports: [Avatar, Icon, RouterLink],
  templateUrl: './found-rows.html',
  styleUrls: ['../chats/page-header/linked-rows.css', './found-rows.css'],
})
export class FoundRows {
  readonly messages = input.required<readonly FoundMessage[]>();
  readonly files = input<readonly FoundFile[]>([]);
  /** They are all of one chat, whose name is known. */
  readonly isOneChat = input(false);
  /** One of them is to be shown. */
  readonly opened = output();

  private readonly names = inject(PeopleNames);
  private readonly client = inject(ChatClient);
  protected readonly texts = searchTexts;
  private readonly when = new Intl.DateTimeFormat(inject(TIME_LOCALE)(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  protected readonly rows = computed(() => this.messages().map((found) => this.rowOf(found)));
  protected readonly fileRows = computed(() =>
    this.files().map((found) => ({
      key: `${found.messageId} ${found.file.id}`,
      link: ['/c', found.chat.id, found.seq],
      parts: excerptOf(found.file.name, found.ranges),
      about: `${this.names.of(found.senderId)} · ${this.when.format(new Date(found.createdAt))}`,
    })),
  );

  constructor() {
    new PeopleFinder(this.client, inject(ChatSync).archive).follow(() =>
      this.messages().flatMap(({ message, before, after }) =>
        [message, before, after].flatMap((one) => one?.senderId ?? []),
      ),
    );
  }

  private rowOf({ message, ranges, chat, before, after }: FoundMessage) {
    const sender = this.client.state().people.get(message.senderId);
    return {
      key: message.id,
      link: ['/c', message.chatId, message.seq],
      senderId: message.senderId,
      name: this.names.of(message.senderId),
      picture: sender?.avatar,
      chat: chat.name || (chat.peer?.name ?? searchTexts.notes),
      time: message.createdAt,
      when: this.when.format(new Date(message.createdAt)),
      parts: excerptOf(message.text || this.filesOf(message), message.text ? ranges : []),
      hasFiles: message.files !== undefined,
      before: before && this.lineOf(before),
      after: after && this.lineOf(after),
    };
  }

  private lineOf(message: Message) {
    const text = (message.text || this.filesOf(message)).replaceAll(/\s+/g, ' ').slice(0, 200);
    return { name: this.names.of(message.senderId), text };
  }

  private filesOf({ files = [] }: Message): string {
    return files.map(({ name }) => name).join(', ') || searchTexts.noWords;
  }
}

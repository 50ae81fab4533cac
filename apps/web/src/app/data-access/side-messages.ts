import { signal } from '@angular/core';
import type { Message, MessageId } from '@app/contracts';
import type { ChatConnection } from '@app/web-realtime';

/** The oldest ones are forgotten beyond this. */
const MOST = 500;

/** Messages that are shown beside the timeline, as new as the news are. */
export class SideMessages {
  private readonly known = signal<ReadonlyMap<MessageId, Message>>(new Map());

  readonly all = this.known.asReadonly();
  /** Ends it. */
  readonly stop: () => void;

  /** `isWanted`: whether something new that is told belongs here. */
  constructor(
    connection: ChatConnection,
    private readonly isWanted: (message: Message) => boolean = () => false,
  ) {
    this.stop = connection.listen((news) => {
      if (news.kind !== 'event') return;
      if (news.name === 'message_edited' || news.name === 'message_deleted') this.hear(news.event);
      else if (news.name === 'message_hidden') this.hide(news.event.chatId, news.event.seq);
    });
  }

  adopt(messages: readonly Message[]): void {
    this.known.update((known) => {
      const next = new Map(known);
      for (const message of messages) {
        const { rev = 0 } = next.get(message.id) ?? {};
        if (message.rev > rev) next.set(message.id, message);
      }
      return new Map([...next].slice(-MOST));
    });
  }

  clear(): void {
    this.known.set(new Map());
  }

  private hear(message: Message): void {
    if (this.known().has(message.id) || this.isWanted(message)) this.adopt([message]);
  }

  private hide(chatId: string, seq: number): void {
    this.known.update(
      (known) => new Map([...known].filter(([, m]) => m.chatId !== chatId || m.seq !== seq)),
    );
  }
}

import { computed, signal } from '@angular/core';
import type { Message, MessageId } from '@app/contracts';
import type { ChatClient } from './chat-client';

/** The oldest ones are forgotten beyond this. */
const MOST = 500;

const none: ReadonlySet<number> = new Set();

/**
 * Messages of the open chat that are shown beside its timeline, as new as the news are. What I have
 * deleted for myself is not among them, whatever comes of it for others.
 */
export class SideMessages {
  private readonly known = signal<ReadonlyMap<MessageId, Message>>(new Map());
  private readonly hiddenSeqs = computed(() => {
    const chatId = this.client.openId();
    return (chatId && this.client.state().chats.get(chatId)?.log.hiddenSeqs) ?? none;
  });

  readonly all = computed(() => {
    const [chatId, hiddenSeqs] = [this.client.openId(), this.hiddenSeqs()];
    const isShown = (message: Message): boolean =>
      !message.isHidden && message.chatId === chatId && !hiddenSeqs.has(message.seq);
    return new Map([...this.known()].filter(([, message]) => isShown(message)));
  });
  /** Ends it. */
  readonly stop: () => void;

  /** `isWanted`: whether something new that is told belongs here. */
  constructor(
    private readonly client: Pick<ChatClient, 'connection' | 'state' | 'openId'>,
    private readonly isWanted: (message: Message) => boolean = () => false,
  ) {
    this.stop = client.connection.listen((news) => {
      if (news.kind !== 'event') return;
      if (news.name === 'message_edited' || news.name === 'message_deleted') this.hear(news.event);
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
}

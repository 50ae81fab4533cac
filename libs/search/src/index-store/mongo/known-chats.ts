import type { ChatId } from '@app/contracts';
import { BoundedMap } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SearchChat } from './search-chats.repository.js';

/** Some megabytes, as a tail has some kilobytes. */
const maxKnown = 500;

/**
 * What is indexed of chats, as this process last wrote or read it: good for a compare and set, and
 * for who knows by its version that nobody has come further. None of them is sealing.
 */
@Injectable()
export class KnownChats {
  readonly #chats = new BoundedMap<ChatId, SearchChat>(maxKnown);

  get(chatId: ChatId): SearchChat | undefined {
    return this.#chats.get(chatId);
  }

  set(chat: SearchChat): void {
    if (!chat.isSealing) this.#chats.set(chat.id, chat);
  }

  delete(chatId: ChatId): void {
    this.#chats.delete(chatId);
  }
}

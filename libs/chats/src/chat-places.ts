import type { ChatId } from '@app/contracts';
import type { ChatRecord } from './chat.js';

/** How far a chat has come. Two numbers, so that very many chats can be remembered. */
export type ChatPlace = Pick<ChatRecord, 'id' | 'appliedRev' | 'headSeq'>;

const maxPlaces = 50_000;

/**
 * Where chats were when this process last read or wrote them; the longest untouched are forgotten.
 * Another process may have brought them further since: good for a compare and set, for no answer.
 */
export class ChatPlaces {
  readonly #places = new Map<ChatId, ChatPlace>();

  get(chatId: ChatId): ChatPlace | undefined {
    return this.#places.get(chatId);
  }

  /** An older place than the known one changes nothing. */
  learn({ id, appliedRev, headSeq }: ChatPlace): void {
    const known = this.#places.get(id);
    if (known && known.appliedRev >= appliedRev) return;
    // Put anew, so that the map stays in the order of use.
    this.#places.delete(id);
    this.#places.set(id, { id, appliedRev, headSeq });
    if (this.#places.size > maxPlaces) this.forget(this.#places.keys().next().value!);
  }

  forget(chatId: ChatId): void {
    this.#places.delete(chatId);
  }
}

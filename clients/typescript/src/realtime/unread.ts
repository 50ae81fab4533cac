import type { Change, Place } from './chat-follower.js';

/**
 * Where each chat was before the first of its changes that nobody has read yet: who stops now goes
 * on from there. What is dropped is never read.
 */
export class Unread {
  private readonly chats = new Map<string, { readonly place: Place; readonly count: number }>();

  /** `before`: where its chat was. */
  add({ chatId }: Change, before: Place): void {
    const { place, count } = this.chats.get(chatId) ?? { place: before, count: 0 };
    this.chats.set(chatId, { place, count: count + 1 });
  }

  /** The first one of its chat. */
  read({ chatId, place }: Change): void {
    const count = (this.chats.get(chatId)?.count ?? 0) - 1;
    if (count > 0) this.chats.set(chatId, { place, count });
    else this.chats.delete(chatId);
  }

  places(): Record<string, Place> {
    return Object.fromEntries([...this.chats].map(([chatId, { place }]) => [chatId, place]));
  }
}

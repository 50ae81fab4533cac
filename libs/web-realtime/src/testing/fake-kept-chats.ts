import type { KeptChat } from '@app/chat-state';
import type { ChatId } from '@app/contracts';
import type { KeptChats } from '../kept-chats';

/** In memory: what one visit leaves is there for the next one that is given the same. */
export class FakeKeptChats implements KeptChats {
  readonly chats = new Map<ChatId, KeptChat>();

  load(chatId: ChatId): Promise<KeptChat | undefined> {
    return Promise.resolve(this.chats.get(chatId));
  }

  save(chats: readonly KeptChat[]): Promise<void> {
    for (const kept of chats)
      if ((this.chats.get(kept.chat.id)?.chat.headRev ?? 0) <= kept.chat.headRev)
        this.chats.set(kept.chat.id, kept);
    return Promise.resolve();
  }

  remove(chatIds: readonly ChatId[]): Promise<void> {
    for (const chatId of chatIds) this.chats.delete(chatId);
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.chats.clear();
    return Promise.resolve();
  }
}

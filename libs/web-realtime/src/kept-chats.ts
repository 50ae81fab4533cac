import type { KeptChat } from '@app/chat-state';
import type { ChatId } from '@app/contracts';

/**
 * Chats as this browser has last seen them, over visits. Not in here: what is true (the log decides
 * when they are read), and what is sent (`OutboxStorage`).
 */
export abstract class KeptChats {
  /** Undefined: nothing is kept of it. */
  abstract load(chatId: ChatId): Promise<KeptChat | undefined>;

  /** Keeps these instead of what was kept of them; of all, the ones that were kept last stay. */
  abstract save(chats: readonly KeptChat[]): Promise<void>;

  /** An unknown one is no error. */
  abstract remove(chatIds: readonly ChatId[]): Promise<void>;

  /** Forgets everything for good: what is saved afterwards is not kept either. */
  abstract clear(): Promise<void>;
}

import { ChatLogApi, FilesApi, type ChatId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { moduleActor } from './module-actor.js';

/** Files let go of by one call: each may take its bytes from the storage. */
const filesAtOnce = 20;

/** Slots emptied by one call: a small part of its deadline. */
const slotsAtOnce = 200;

/** What people have put into a chat, which other modules keep. */
@Injectable()
export class ChatContents {
  constructor(
    private readonly files: FilesApi,
    private readonly log: ChatLogApi,
  ) {}

  /** Of a deleted chat, in steps. Again is harmless; `signal` ends it early. */
  async erase(chatId: ChatId, signal: AbortSignal): Promise<void> {
    for (let hasMore = true; hasMore;) {
      signal.throwIfAborted();
      ({ hasMore } = await this.files.forget(moduleActor, { chatId, limit: filesAtOnce }));
    }
    for (let afterSeq = 0, hasMore = true; hasMore;) {
      signal.throwIfAborted();
      const done = await this.log.forget(moduleActor, { chatId, afterSeq, limit: slotsAtOnce });
      [afterSeq, hasMore] = [done.toSeq, done.hasMore];
    }
  }
}

import type { ChatId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ChatIndexer } from '../indexing/chat-indexer.js';
import { IndexFeed } from '../indexing/index-feed.js';

/** Brings the index up before it is asked, so that nothing is missed after a crash or a loss. */
@Injectable()
export class Freshness {
  constructor(
    private readonly indexer: ChatIndexer,
    private readonly feed: IndexFeed,
  ) {}

  /**
   * Resolves with whether these chats are all there now, after `patienceMs` at the latest: what
   * takes longer goes on. Throws `service_unavailable` while the log is away.
   */
  async bring(chatIds: readonly ChatId[], patienceMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tired = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), patienceMs);
    });
    try {
      return await Promise.race([this.#bring(chatIds), tired]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #bring(chatIds: readonly ChatId[]): Promise<boolean> {
    const behind = await this.indexer.behindAmong(chatIds);
    return behind.length === 0 || (await this.feed.catchUp(behind)).length === 0;
  }
}

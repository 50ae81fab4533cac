import type { ChatId } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ChatIndexer } from '../indexing/chat-indexer.js';
import { IndexFeed } from '../indexing/index-feed.js';

/** How long a search waits for what is missing in the index, in ms; the rest goes on without it. */
const patienceMs = 1000;

/** Brings the index up before it is asked, so that nothing is missed after a crash or a loss. */
@Injectable()
export class Freshness {
  constructor(
    private readonly indexer: ChatIndexer,
    private readonly feed: IndexFeed,
  ) {}

  /** Resolves with whether these chats are all there now. */
  async bring(chatIds: readonly ChatId[]): Promise<boolean> {
    const behind = await this.indexer.behindAmong(chatIds);
    if (behind.length === 0) return true;
    let timer: NodeJS.Timeout | undefined;
    const tired = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), patienceMs);
    });
    const done = this.feed.catchUp(behind).then((failed) => failed.length === 0);
    const isFresh = await Promise.race([done, tired]);
    clearTimeout(timer);
    return isFresh;
  }
}

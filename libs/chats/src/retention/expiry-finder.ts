import { ChatLogApi, type ChatId } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { moduleActor } from '../module-actor.js';
import type { KeptChat } from './kept-chats.repository.js';

const dayMs = 86_400_000;

/** Finds what of chats is too old. */
@Injectable()
export class ExpiryFinder {
  constructor(
    private readonly log: ChatLogApi,
    private readonly clock: Clock,
  ) {}

  /**
   * The first slot that is to be kept where messages are kept for so many days (null: for ever);
   * one beyond the end where all are too old. As times rise with the slots, give or take the clocks
   * of servers, it is looked for by halves: one read where nothing is too old, else some twenty.
   */
  async firstKept(chat: KeptChat, days: number | null): Promise<number> {
    const { id, keptFromSeq } = chat;
    if (days === null) return keptFromSeq;
    const until = new Date(this.clock.now().getTime() - days * dayMs);
    if (!(await this.#isBefore(id, keptFromSeq, until))) return keptFromSeq;
    const { items } = await this.log.heads(moduleActor, { chatIds: [id] });
    let [old, kept] = [keptFromSeq, (items[0]?.headSeq ?? keptFromSeq) + 1];
    while (kept - old > 1) {
      const between = Math.floor((old + kept) / 2);
      if (await this.#isBefore(id, between, until)) old = between;
      else kept = between;
    }
    return kept;
  }

  /** One that a node does not have yet is new. */
  async #isBefore(chatId: ChatId, seq: number, until: Date): Promise<boolean> {
    const query = { chatId, afterSeq: seq - 1, limit: 1 };
    const { items } = await this.log.slotsBehind(moduleActor, query);
    return items[0] !== undefined && new Date(items[0].createdAt) < until;
  }
}

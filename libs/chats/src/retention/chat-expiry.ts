import type { ExpiredWeight } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { SpecialSlotsRepository } from '../special-slots.repository.js';
import { HistoryStart } from './history-start.js';
import { KeptChatsRepository, type KeptChat } from './kept-chats.repository.js';
import { SlotEraser } from './slot-eraser.js';

/** Slots emptied in one step. */
const slotsAtOnce = 100;

/** A part of what is too old is gone. */
export type PartGone = (weight: ExpiredWeight) => Promise<void>;

/**
 * Takes what is too old from a chat: from everybody's sight first, then from where it is stored.
 * Each step may be repeated, and who comes after a crash goes on where it was.
 */
@Injectable()
export class ChatExpiry {
  constructor(
    private readonly chats: KeptChatsRepository,
    private readonly start: HistoryStart,
    private readonly eraser: SlotEraser,
    private readonly special: SpecialSlotsRepository,
  ) {}

  /** What is before `keptFromSeq` goes; `signal` ends it early. False: nothing was to do. */
  async keepFrom(
    chat: KeptChat,
    keptFromSeq: number,
    signal: AbortSignal,
    partGone: PartGone,
  ): Promise<boolean> {
    const { id, emptiedToSeq } = chat;
    const isDone = emptiedToSeq >= keptFromSeq - 1;
    if (!isDone) {
      await this.start.move(chat, keptFromSeq);
      for (let at = emptiedToSeq; at < keptFromSeq - 1;) {
        signal.throwIfAborted();
        const limit = Math.min(slotsAtOnce, keptFromSeq - 1 - at);
        await partGone(await this.eraser.erase(id, at, limit));
        at += limit;
        // Before the mark that ends it: behind that nobody comes back.
        if (at === keptFromSeq - 1) await this.special.removeBefore(id, keptFromSeq);
        // Last: until it says so, these are emptied again.
        await this.chats.markEmptied(id, at);
      }
    }
    // Also what a change that was under way has put back.
    if (keptFromSeq > 1) await this.chats.dropLastBefore(id, keptFromSeq);
    return !isDone;
  }
}

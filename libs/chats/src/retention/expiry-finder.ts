import { ChatLogApi, type ChatId, type Message } from '@app/contracts';
import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { moduleActor } from '../module-actor.js';
import type { KeptChat } from './kept-chats.repository.js';

const dayMs = 86_400_000;

/** Slots looked at with one read. */
const slotsAtOnce = 100;

/** When something was said: `odd` by a clock that was ahead, so nobody knows. */
type Age = 'old' | 'recent' | 'odd';

/** Finds what of chats is too old. */
@Injectable()
export class ExpiryFinder {
  constructor(
    private readonly log: ChatLogApi,
    private readonly clock: Clock,
  ) {}

  /**
   * The first slot that is to be kept where messages are kept for so many days (null: for ever);
   * one beyond the end where all are too old. Each one before it was looked at: what goes is gone
   * for good, and one time of a clock that was wrong must not take along what is recent. `signal`
   * ends it early.
   */
  async firstKept(chat: KeptChat, days: number | null, signal: AbortSignal): Promise<number> {
    const end = await this.estimate(chat, days);
    if (days === null) return end;
    let first = chat.keptFromSeq;
    for (let at = first; at < end; at += slotsAtOnce) {
      signal.throwIfAborted();
      for (const slot of await this.#slots(chat.id, at, Math.min(slotsAtOnce, end - at))) {
        const age = this.#ageOf(slot, days);
        if (age === 'recent') return first;
        // An odd one goes with an old one behind it, or it would hold up its chat for years.
        if (age === 'old') first = slot.seq + 1;
      }
    }
    return first;
  }

  /**
   * The same, but for clocks that were wrong. As times rise with the slots it is looked for by
   * halves: one read where nothing is too old, else some twenty.
   */
  async estimate({ id, keptFromSeq }: KeptChat, days: number | null): Promise<number> {
    if (days === null || (await this.#isRecent(id, keptFromSeq, days))) return keptFromSeq;
    const { items } = await this.log.heads(moduleActor, { chatIds: [id] });
    let [old, kept] = [keptFromSeq, (items[0]?.headSeq ?? keptFromSeq) + 1];
    while (kept - old > 1) {
      const between = Math.floor((old + kept) / 2);
      if (await this.#isRecent(id, between, days)) kept = between;
      else old = between;
    }
    return kept;
  }

  /** One that a node does not have yet is. */
  async #isRecent(chatId: ChatId, seq: number, days: number): Promise<boolean> {
    const [slot] = await this.#slots(chatId, seq, 1);
    return slot === undefined || this.#ageOf(slot, days) === 'recent';
  }

  #ageOf({ createdAt }: Message, days: number): Age {
    const ageMs = this.clock.now().getTime() - Date.parse(createdAt);
    if (ageMs > days * dayMs) return 'old';
    // Clocks of servers are never quite the same.
    return ageMs < -dayMs ? 'odd' : 'recent';
  }

  async #slots(chatId: ChatId, seq: number, limit: number): Promise<readonly Message[]> {
    const query = { chatId, afterSeq: seq - 1, limit };
    return (await this.log.slotsBehind(moduleActor, query)).items;
  }
}

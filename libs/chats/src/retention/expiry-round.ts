import { LiveSettings } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatExpiry } from './chat-expiry.js';
import { ExpiryFinder } from './expiry-finder.js';
import { KeptChatsRepository, type KeptChat } from './kept-chats.repository.js';
import { RetentionRulesRepository } from './retention-rules.repository.js';
import { RetentionRunsRepository } from './retention-runs.repository.js';

/** Chats that are looked at with one read. */
const chatsAtOnce = 200;

/** Goes through all chats, and takes what is too old. */
@Injectable()
export class ExpiryRound {
  constructor(
    private readonly runs: RetentionRunsRepository,
    private readonly chats: KeptChatsRepository,
    private readonly rules: RetentionRulesRepository,
    private readonly finder: ExpiryFinder,
    private readonly expiry: ChatExpiry,
    private readonly settings: LiveSettings,
  ) {}

  /** A chat that fails holds up no other; in the end it is thrown what the first failed with. */
  async go(runId: string, signal: AbortSignal): Promise<void> {
    const { retentionDays } = await this.settings.ask();
    const failures: unknown[] = [];
    let chats: readonly KeptChat[];
    let after = '';
    do {
      chats = await this.chats.page(after, chatsAtOnce);
      const rules = await this.rules.among(chats.map(({ id }) => id));
      for (const chat of chats) {
        signal.throwIfAborted();
        const rule = rules.get(chat.id);
        try {
          await this.#expire(runId, chat, rule ? rule.days : retentionDays, signal);
        } catch (error) {
          // Whatever is wrong with this chat. Who has to stop, stops.
          signal.throwIfAborted();
          failures.push(error);
        }
        after = chat.id;
      }
    } while (chats.length === chatsAtOnce);
    if (failures.length > 0) throw failures[0];
  }

  async #expire(
    runId: string,
    chat: KeptChat,
    days: number | null,
    signal: AbortSignal,
  ): Promise<void> {
    const keptFromSeq = await this.finder.firstKept(chat, days);
    const hasLost = await this.expiry.keepFrom(chat, keptFromSeq, signal, (weight) =>
      this.runs.add(runId, weight),
    );
    if (hasLost) await this.runs.addChat(runId);
  }
}

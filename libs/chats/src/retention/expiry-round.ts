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
    let failure: { readonly error: unknown } | undefined;
    let chats: readonly KeptChat[];
    let after = '';
    do {
      chats = await this.chats.page(after, chatsAtOnce);
      for (const chat of chats) {
        signal.throwIfAborted();
        try {
          await this.#expire(runId, chat, signal);
        } catch (error) {
          // Whatever is wrong with this chat. Who has to stop, stops.
          signal.throwIfAborted();
          failure ??= { error };
        }
        after = chat.id;
      }
    } while (chats.length === chatsAtOnce);
    if (failure) throw failure.error;
  }

  async #expire(runId: string, chat: KeptChat, signal: AbortSignal): Promise<void> {
    const days = await this.#daysOf(chat);
    const keptFromSeq = await this.finder.firstKept(chat, days, signal);
    const hasLost = await this.expiry.keepFrom(chat, keptFromSeq, signal, (weight) =>
      this.runs.add(runId, weight),
    );
    if (hasLost) await this.runs.addChat(runId);
  }

  /** Asked of each chat by itself: a round takes hours, and who keeps more from now on means it. */
  async #daysOf({ id }: KeptChat): Promise<number | null> {
    const rule = await this.rules.find(id);
    return rule ? rule.days : (await this.settings.ask()).retentionDays;
  }
}
